import type { Cause } from '../../model/enums.js';
import { sortedList } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';
import type { Pair } from '../preferences/pairs.js';
import { isSettled } from '../preferences/signatures.js';

export interface NumberedPair extends Pair {
  readonly pair_id: number;
}

/** Pairs of systems with conflicts, by number. */
export const readPairs = (store: Query): Promise<NumberedPair[]> =>
  store.all<NumberedPair>(`
    SELECT pair_id, class, from_system_id, to_system_id, field, carrier, choice, held, comm_type
    FROM work_pairs ORDER BY pair_id`);

/** Seconds that the shortest conflict of a pair and cause had lasted when it was seen. */
export async function readShortest(store: Query): Promise<ReadonlyMap<string, number>> {
  const rows = await store.all<{ pair_id: number; cause: string; elapsed: number }>(
    `SELECT pair_id, cause, min(elapsed) // 1000 AS elapsed FROM work_conflicts WHERE cause IS NOT NULL
     GROUP BY pair_id, cause ORDER BY pair_id, cause`,
  );
  return new Map(rows.map(({ pair_id, cause, elapsed }) => [`${pair_id} ${cause}`, Number(elapsed)]));
}

/** A conflict a person is in. */
export interface PairCause {
  readonly pair: number;
  readonly cause: Cause | '';
}

export interface CountedSet {
  readonly conflicts: readonly PairCause[];
  readonly persons: number;
  readonly messages: number;
}

const sets = `
  WITH persons AS (
    SELECT c.person_id, ${sortedList("c.pair_id || ' ' || coalesce(c.cause, '')")} AS conflicts, sum(c.messages) AS messages
    FROM work_conflicts c JOIN work_pairs p ON p.pair_id = c.pair_id
    WHERE ${isSettled} GROUP BY c.person_id)
  SELECT array_to_string(conflicts, '|') AS conflicts, count(*) AS persons, CAST(sum(messages) AS BIGINT) AS messages
  FROM persons GROUP BY 1 ORDER BY 1`;

/** Persons by the exact set of conflicts they are in, each with its cause; one scan of all conflicts. */
export async function readPersonSets(store: Query): Promise<CountedSet[]> {
  const rows = await store.all<{ conflicts: string; persons: number; messages: number }>(sets);
  return rows.map(({ conflicts, persons, messages }) => ({
    conflicts: conflicts.split('|').map((one) => {
      const [pair, cause = ''] = one.split(' ');
      return { pair: Number(pair), cause: cause as Cause | '' };
    }),
    persons: Number(persons),
    messages: Number(messages),
  }));
}
