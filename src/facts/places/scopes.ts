import type { Query } from '../../store/store.js';
import { parseCodes, rowCode } from '../evidence.js';
import { isConsentOn, isOffered, type Place, type Scope } from './points.js';

/** A scope in use: messages go there on consent, or are meant to. */
export interface UsedScope extends Scope {
  readonly target: number;
  readonly messages: number;
  readonly codes: readonly number[];
  /** Where it can be refused at any time, when a relationship begins, and perhaps. */
  readonly places: readonly Place[];
  readonly atStart: readonly Place[];
  readonly unsure: readonly Place[];
}

interface Row {
  readonly [column: string]: string | number | null;
  readonly target: number;
  readonly lob: string;
  readonly commType: string;
  readonly channel: string;
  readonly messages: number;
  readonly codes: string | null;
}

/** The inventory shows what a scope is for; where it has no communication there, the first message does. */
const used = `
  WITH messages AS (
    SELECT target_id, CAST(sum(messages) AS BIGINT) AS messages FROM work_send_routes GROUP BY target_id),
  declared AS (
    SELECT lob, comm_type, min(${rowCode('c')}, 10) AS codes FROM std_communications c
    WHERE communication_id NOT IN (SELECT communication_id FROM work_exempt) GROUP BY lob, comm_type)
  SELECT t.target_id AS target, t.lob, t.comm_type AS "commType", t.channel, coalesce(m.messages, 0) AS messages,
         d.codes
  FROM work_targets t
  LEFT JOIN messages m ON m.target_id = t.target_id
  LEFT JOIN declared d ON d.lob = t.lob AND d.comm_type = t.comm_type
  WHERE t.used = 1 ORDER BY t.lob, t.comm_type, t.channel`;

const firstMessages = `
  SELECT r.target_id AS target, min(s.code) AS code FROM work_send_rows s
  JOIN work_send_routes r ON r.route_id = s.route_id WHERE r.target_id IS NOT NULL GROUP BY r.target_id ORDER BY target`;

/** Scopes in use and where they can be refused. Needs the targets and sends of `src/facts/preferences`. */
export async function readScopes(store: Query, places: readonly Place[]): Promise<UsedScope[]> {
  const rows = await store.all<Row>(used);
  const isNamed = rows.every(({ codes }) => codes !== null);
  const first = isNamed ? [] : await store.all<{ target: number; code: number }>(firstMessages);
  const codes = new Map(first.map(({ target, code }) => [target, [code]]));
  return rows.map((row) => {
    const offering = places.filter((place) => place.offers?.some((offer) => isOffered(offer, row)));
    const unsaid = places.filter((place) => place.offers === undefined && !place.isFirst);
    return {
      ...row,
      codes: row.codes === null ? (codes.get(row.target) ?? []) : parseCodes(row.codes),
      places: offering.filter(({ isFirst }) => !isFirst),
      atStart: offering.filter(({ isFirst }) => isFirst),
      unsure: unsaid.filter(({ asks }) => asks.some((field) => isConsentOn(field, row.channel))),
    };
  });
}
