import type { Query, Row } from '../../store/store.js';
import { states } from './heard.js';

/** A system that keeps choices on a channel. */
export interface Keeper extends Row {
  readonly system_no: number;
  readonly system_id: string;
  readonly channel_no: number;
  readonly kind: string;
  readonly axis: string;
  /** Some of its records have no time though somebody chose. */
  readonly untimed: boolean;
  /** Its times are better than days. */
  readonly exact: boolean;
}

export const readKeepers = (store: Query): Promise<Keeper[]> =>
  store.all<Keeper>(`
    SELECT system_no, min(system_id) AS system_id, channel_no, min(kind) AS kind, min(axis) AS axis,
           bool_or(tier > 0 AND NOT coalesce(timed, false)) AS untimed,
           bool_and(slack_ms = 0) AS exact
    FROM work_heard_forms GROUP BY system_no, channel_no ORDER BY system_no, channel_no`);

/** Choices of one quarter, made in one system and seen alike in another. */
export interface Seen extends Row {
  readonly from_no: number;
  readonly to_no: number;
  readonly channel_no: number;
  readonly deny: boolean;
  /** 0 the three months before as-of; 0 also where the time says nothing. */
  readonly quarter: number;
  readonly state: number;
  readonly persons: number;
  /** Person and scope of one of them, as one number. */
  readonly example: number;
  readonly first_ms: number;
}

/** States of which the time of the change does not matter. */
const silent = [states.already, states.overwritten].join(', ');

export const readSeen = (store: Query): Promise<Seen[]> =>
  store.all<Seen>(`
    SELECT from_no, to_no, channel_no, deny, CASE WHEN state IN (${silent}) THEN 0 ELSE quarter END AS quarter, state,
           count(*) AS persons, min(CAST(person_id AS BIGINT) * ${2 ** 20} + scope_no) AS example,
           min(at_ms) AS first_ms
    FROM work_heard WHERE due AND from_no <> to_no AND state <> ${states.unclear} 
    GROUP BY from_no, to_no, channel_no, deny, CASE WHEN state IN (${silent}) THEN 0 ELSE quarter END, state
    UNION ALL
    SELECT from_no, to_no, channel_no, deny, quarter, ${states.missing}, persons - heard, example, first_ms
    FROM work_missing WHERE due AND persons > heard
    ORDER BY from_no, to_no, channel_no, deny, quarter, state`);

/** Arrivals of the last year by how long they took; longer times are told less finely. */
export interface Arrivals extends Row {
  readonly from_no: number;
  readonly to_no: number;
  readonly channel_no: number;
  readonly lag_s: number;
  readonly persons: number;
  readonly late: number;
  readonly between: number;
  readonly example: number;
}

const [hour, day] = [3_600_000, 86_400_000];
const lagSeconds = `CASE WHEN lag_ms < ${2 * hour} THEN lag_ms // 60000 * 60
  WHEN lag_ms < ${10 * day} THEN lag_ms // ${hour} * 3600 ELSE lag_ms // ${day} * 86400 END`;

export const readArrivals = (store: Query): Promise<Arrivals[]> =>
  store.all<Arrivals>(`
    SELECT from_no, to_no, channel_no, ${lagSeconds} AS lag_s, count(*) AS persons,
           count(*) FILTER (WHERE state = ${states.late}) AS late, count(*) FILTER (WHERE between) AS between,
           max(CASE WHEN state = ${states.late} THEN CAST(1 AS BIGINT) ELSE 0 END * ${2 ** 52} + CAST(person_id AS BIGINT) * ${2 ** 20} + scope_no)
             % ${2 ** 52} AS example
    FROM work_heard WHERE quarter < 4 AND from_no <> to_no AND state IN (${states.inTime}, ${states.late})
    GROUP BY from_no, to_no, channel_no, lag_s ORDER BY from_no, to_no, channel_no, lag_s`);

/** Choices that a job put back, by where they had been made. */
export interface PutBack extends Row {
  readonly to_no: number;
  readonly channel_no: number;
  readonly from_no: number;
  readonly actor_type: string;
  readonly deny: boolean;
  readonly persons: number;
  readonly first_ms: number;
  readonly last_ms: number;
  readonly example: number;
}

export const readPutBack = (store: Query): Promise<PutBack[]> =>
  store.all<PutBack>(`
    SELECT h.to_no, h.channel_no, h.from_no, f.actor_type, h.deny, count(*) AS persons,
           min(h.stored_at) AS first_ms, max(h.stored_at) AS last_ms,
           min(CAST(h.person_id AS BIGINT) * ${2 ** 20} + h.scope_no) AS example
    FROM work_heard h JOIN work_heard_forms f ON f.form_id = h.form_id
    WHERE h.state = ${states.overwritten}
    GROUP BY h.to_no, h.channel_no, h.from_no, f.actor_type, h.deny
    ORDER BY h.to_no, h.channel_no, h.from_no, f.actor_type, h.deny`);
