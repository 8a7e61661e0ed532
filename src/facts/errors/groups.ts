import type { Query, Value } from '../../store/store.js';
import { joinPerson } from '../identity/subjects.js';
import type { Located } from './causes.js';

/** Errors of one class and origin as counted in the store. */
export type GroupRow = {
  error_class: string;
  origin: string;
  errors: number;
  /** Errors whose message is among the sends. */
  known: number;
  persons: number;
  exposed: number;
  by_customer: number;
  first_at: string;
  last_at: string;
  communication: string | null;
  channel: string | null;
  codes: string;
};

/** Creates `work_error_causes`: the leaves of every cause. */
export async function createCauses(store: Query, located: ReadonlyMap<string, Located>): Promise<void> {
  await store.run('CREATE TABLE work_error_causes (error_class VARCHAR, origin VARCHAR, leaf BIGINT)');
  const rows = [...located].flatMap(([errorClass, { causes }]) =>
    causes.flatMap(({ origin, leaves }) => leaves.map((leaf): Value[] => [errorClass, origin, leaf])),
  );
  await store.insert('work_error_causes', ['error_class', 'origin', 'leaf'], rows);
}

/** Counts errors by class and origin; `exposed` are persons with messages of the same pattern and no such error. */
export const readGroups = (store: Query, sendsWithLeaf: string): Promise<GroupRow[]> =>
  store.all<GroupRow>(`
    WITH named AS (
      SELECT r.*, coalesce(c.origin, r.stated) AS origin
      FROM work_error_rows r LEFT JOIN work_error_causes c USING (error_class, leaf)),
    hit AS (
      SELECT error_class, origin, count(*) AS errors,
             count(leaf) AS known, count(DISTINCT person_id) AS persons,
             count(DISTINCT person_id) FILTER (WHERE leaf IS NOT NULL) AS reached,
             count(*) FILTER (WHERE by_customer) AS by_customer,
             min(reported_at) AS first_at, max(reported_at) AS last_at, min(code, 10) AS codes
      FROM named GROUP BY error_class, origin),
    received AS (
      SELECT c.error_class, c.origin, count(DISTINCT w.person_id) AS persons
      FROM ${sendsWithLeaf} s JOIN work_error_causes c USING (leaf) ${joinPerson('s')}
      GROUP BY c.error_class, c.origin),
    commonest AS (
      SELECT error_class, origin, communication, channel,
             row_number() OVER (PARTITION BY error_class, origin
               ORDER BY count(*) DESC, communication, channel) AS place
      FROM named WHERE communication <> '' GROUP BY error_class, origin, communication, channel)
    SELECT h.error_class, h.origin, h.errors, h.known, h.persons, coalesce(r.persons - h.reached, 0) AS exposed,
           h.by_customer, h.first_at, h.last_at, m.communication, m.channel, h.codes
    FROM hit h LEFT JOIN received r USING (error_class, origin)
         LEFT JOIN (SELECT * FROM commonest WHERE place = 1) m USING (error_class, origin)
    ORDER BY h.error_class, h.errors DESC, h.origin`);
