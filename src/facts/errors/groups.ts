import type { Query, Value } from '../../store/store.js';
import { joinPerson } from '../identity/subjects.js';
import { joinLeaf } from './leaves.js';
import type { Searched } from './search.js';

/** Errors of one kind and origin as counted in the store. */
export type GroupRow = {
  error_class: string;
  family: string;
  kind: string;
  origin: string;
  errors: number;
  /** Errors whose message is among the sends. */
  known: number;
  persons: number;
  exposed: number;
  by_customer: number;
  minutes: number | null;
  /** Reported errors that were put right, and those that were not; null where reports do not say. */
  corrected: number | null;
  uncorrected: number | null;
  handling: number | null;
  corrected_at: string | null;
  first_at: string;
  last_at: string;
  communication: string | null;
  channel: string | null;
  /** `agent|customer:3;check:12`: errors by all who told of them. */
  detectors: string;
  days: string;
  codes: string;
};

/** Days of a group that are told, the latest. */
const mostDays = 400;

/** Creates `work_error_causes(kind, origin, leaf)`: the leaves of every cause. */
export async function createCauses(store: Query, searched: ReadonlyMap<string, Searched>): Promise<void> {
  await store.run('CREATE TABLE work_error_causes (kind VARCHAR, origin VARCHAR, leaf BIGINT)');
  const rows = [...searched].flatMap(([kind, { located }]) =>
    located.causes.flatMap(({ origin, leaves }) => leaves.map((leaf): Value[] => [kind, origin, leaf])),
  );
  if (rows.length > 0) await store.insert('work_error_causes', ['kind', 'origin', 'leaf'], rows);
}

/** Persons with messages of a cause; nobody is looked for where there is none. */
const received = (isCaused: boolean): string =>
  isCaused
    ? `SELECT c.kind, c.origin, count(DISTINCT w.person_id) AS persons
       FROM std_sends s ${joinLeaf('s')} JOIN work_error_causes c ON c.leaf = l.leaf ${joinPerson('s')}
       GROUP BY c.kind, c.origin`
    : 'SELECT kind, origin, 0 AS persons FROM work_error_causes';

/** Counts errors by kind and origin; `exposed` are persons with messages of the same pattern and no such error. */
export const readGroups = (store: Query, isCaused: boolean): Promise<GroupRow[]> =>
  store.all<GroupRow>(`
    WITH named AS MATERIALIZED (
      SELECT r.*, coalesce(c.origin, r.stated) AS origin
      FROM work_error_rows r LEFT JOIN work_error_causes c ON c.kind = r.kind AND c.leaf = r.leaf),
    hit AS (
      SELECT error_class, family, kind, origin, count(*) AS errors, count(leaf) AS known,
             count(DISTINCT person_id) AS persons, count(DISTINCT person_id) FILTER (WHERE leaf IS NOT NULL) AS reached,
             count(*) FILTER (WHERE by_customer) AS by_customer,
             CASE WHEN count(handled) > 0 THEN count(*) FILTER (WHERE handled) END AS corrected,
             CASE WHEN count(handled) > 0 THEN count(*) FILTER (WHERE NOT handled) END AS uncorrected,
             max(handled_at) AS corrected_at,
             min(seen_at) AS first_at, max(seen_at) AS last_at, min(code, 10) AS codes
      FROM named GROUP BY error_class, family, kind, origin),
    received AS (${received(isCaused)}),
    commonest AS (
      SELECT kind, origin, communication, channel,
             row_number() OVER (PARTITION BY kind, origin ORDER BY count(*) DESC, communication, channel) AS place
      FROM named WHERE communication <> '' GROUP BY kind, origin, communication, channel),
    told AS (
      SELECT kind, origin, string_agg(detectors || ':' || errors, ';' ORDER BY detectors) AS detectors
      FROM (SELECT kind, origin, detectors, count(*) AS errors FROM named GROUP BY kind, origin, detectors) t
      GROUP BY kind, origin),
    daily AS (
      SELECT kind, origin, CAST(seen_at AS DATE) AS day, count(*) AS errors,
             row_number() OVER (PARTITION BY kind, origin ORDER BY CAST(seen_at AS DATE) DESC) AS place
      FROM named WHERE seen_at IS NOT NULL GROUP BY kind, origin, CAST(seen_at AS DATE)),
    days AS (
      SELECT kind, origin, string_agg(CAST(day AS VARCHAR) || ':' || errors, '|' ORDER BY day) AS days
      FROM daily WHERE place <= ${mostDays} GROUP BY kind, origin),
    waits AS (
      SELECT kind, origin, minutes, row_number() OVER (PARTITION BY kind, origin ORDER BY minutes) AS place,
             count(*) OVER (PARTITION BY kind, origin) AS n
      FROM named WHERE minutes IS NOT NULL),
    middle AS (
      SELECT kind, origin, max(minutes) AS minutes FROM waits WHERE place = (n + 1) // 2 GROUP BY kind, origin),
    mended AS (
      SELECT kind, origin, handling, row_number() OVER (PARTITION BY kind, origin ORDER BY handling) AS place,
             count(*) OVER (PARTITION BY kind, origin) AS n
      FROM named WHERE handling IS NOT NULL),
    mending AS (
      SELECT kind, origin, max(handling) AS handling FROM mended WHERE place = (n + 1) // 2 GROUP BY kind, origin)
    SELECT h.error_class, h.family, h.kind, h.origin, h.errors, h.known, h.persons,
           coalesce(r.persons - h.reached, 0) AS exposed, h.by_customer, w.minutes, h.corrected, h.uncorrected, h.corrected_at,
           g.handling, h.first_at, h.last_at,
           m.communication, m.channel, t.detectors, d.days, h.codes
    FROM hit h LEFT JOIN received r USING (kind, origin) LEFT JOIN told t USING (kind, origin)
         LEFT JOIN days d USING (kind, origin) LEFT JOIN middle w USING (kind, origin)
         LEFT JOIN mending g USING (kind, origin)
         LEFT JOIN (SELECT * FROM commonest WHERE place = 1) m USING (kind, origin)
    ORDER BY h.error_class, h.family, h.errors DESC, h.origin`);
