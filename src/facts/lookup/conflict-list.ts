import type { Query, Row } from '../../store/store.js';
import { isSettled } from '../preferences/signatures.js';

/** A pair of systems at odds about a field for one cause. */
export interface ListedConflict extends Row {
  readonly class: string;
  readonly from_system_id: string;
  readonly to_system_id: string;
  readonly field: string;
  readonly cause: string | null;
  readonly path: string | null;
  readonly persons: number;
  readonly certain: number;
  readonly persons_of: number;
  readonly cells: number;
  readonly messages: number;
  readonly messages_of: number;
  readonly cost: string | null;
  readonly days_max: number | null;
}

const listed = `
  SELECT class, from_system_id, to_system_id, field, cause, min(path) AS path, CAST(sum(persons) AS BIGINT) AS persons,
         CAST(coalesce(sum(persons) FILTER (WHERE confidence = 'certain'), 0) AS BIGINT) AS certain,
         max(persons_of) AS persons_of, CAST(sum(cells) AS BIGINT) AS cells, CAST(sum(messages) AS BIGINT) AS messages,
         max(messages_of) AS messages_of, sum(cost) AS cost, max(days_max) AS days_max
  FROM fact_preference_conflicts
  WHERE class = 'violation' OR cause IS NULL OR cause <> 'in_flight'
  GROUP BY class, from_system_id, to_system_id, field, cause
  ORDER BY persons DESC, class, from_system_id, to_system_id, field, cause`;

/** Every conflict by pair of systems, field and cause; changes still under way in time left out. */
export const readListed = (store: Query): Promise<ListedConflict[]> => store.all<ListedConflict>(listed);

/** Distinct persons by cause: nobody is counted twice, however many systems have not heard. */
export interface CauseTotal extends Row {
  readonly cause: string | null;
  readonly persons: number;
  readonly certain: number;
}

const settled = `
  FROM work_conflicts c JOIN work_pairs p ON p.pair_id = c.pair_id WHERE ${isSettled}`;
const counted = `count(DISTINCT c.person_id) AS persons,
  count(DISTINCT CASE WHEN c.confidence = 'certain' THEN c.person_id END) AS certain`;

export const readCauses = (store: Query): Promise<CauseTotal[]> =>
  store.all<CauseTotal>(
    `SELECT c.cause, ${counted} ${settled} GROUP BY c.cause ORDER BY persons DESC, c.cause`,
  );

/** Persons in any conflict, and those whose only conflicts are changes under way in time. */
export async function readTotals(
  store: Query,
): Promise<{ persons: number; certain: number; underWay: number }> {
  const [total] = await store.all<{ persons: number; certain: number }>(`SELECT ${counted} ${settled}`);
  const [way] = await store.all<{ n: number }>(
    `SELECT count(*) AS n FROM (
       SELECT c.person_id FROM work_conflicts c JOIN work_pairs p ON p.pair_id = c.pair_id
       GROUP BY c.person_id HAVING NOT bool_or(${isSettled})) w`,
  );
  return { persons: total!.persons, certain: total!.certain, underWay: way!.n };
}

/** Of one demand of one system to another: the persons for whom it is not met, in order, and their cells. */
export interface Unmet {
  readonly persons: readonly number[];
  readonly cells: number;
}

/** Persons by demand, `class from>to/field`: what another policy is compared with. */
export async function readUnmet(store: Query): Promise<Map<string, Unmet>> {
  const unmet = new Map<string, { persons: number[]; cells: number }>();
  const rows = store.stream<{ demand: string; person_id: number; cells: number }>(
    `SELECT p.demand, c.person_id, c.cells ${settled} ORDER BY p.demand, c.person_id`,
  );
  for await (const chunk of rows)
    for (const { demand, person_id, cells } of chunk) {
      const known = unmet.get(demand) ?? { persons: [], cells: 0 };
      known.persons.push(person_id);
      known.cells += cells;
      unmet.set(demand, known);
    }
  return unmet;
}

/** Seconds that values took which did arrive, by `from>to/field`. */
export interface Lag extends Row {
  readonly from_system_id: string;
  readonly to_system_id: string;
  readonly field: string;
  readonly arrivals: number;
  readonly median_s: number;
  readonly p95_s: number;
}

export const readLags = (store: Query): Promise<Lag[]> =>
  store.all<Lag>(
    `SELECT from_system_id, to_system_id, field, arrivals, median_s, p95_s FROM fact_measured_lags
     ORDER BY from_system_id, to_system_id, field`,
  );
