import { createJudge, type Judge } from '../../facts/lookup/person/decide.js';
import type { Config } from '../../model/config.js';
import type { Query } from '../../store/store.js';
import { parseDuration } from '../../text/durations.js';

/** Systems that `authorities` ranks for choices; where it names several fields, the best rank. */
async function readRanks(store: Query): Promise<Map<string, number>> {
  const rows = await store.all<{ system_id: string; rank: number }>(
    `SELECT system_id, min(rank) AS rank FROM std_authorities
     WHERE field = 'preference' OR starts_with(field, 'preference.consent') GROUP BY system_id ORDER BY system_id`,
  );
  return new Map(rows.map(({ system_id, rank }) => [system_id, rank]));
}

/** Decides choices as the facts of this run do. */
export const readJudge = async (store: Query, config: Config): Promise<Judge> =>
  createJudge(config.policy, (parseDuration(config.clock_tolerance) ?? 0) * 1000, await readRanks(store));
