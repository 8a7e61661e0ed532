import { covers } from '../../graph/index.js';
import type { Query } from '../../store/store.js';
import { isWithin, unranked } from './policies.js';
import type { PolicyPlan } from './policy-plan.js';

/** A row of `authorities`. */
export interface Authority {
  readonly field: string;
  readonly system_id: string;
  readonly rank: number;
  readonly lob: string | null;
}

const isForLob = ({ lob }: Authority, of: string): boolean =>
  lob === null || lob === '*' || isWithin(of, lob);

/** Says how specific a row is: the longest field path first, then a line of business of its own. */
const precision = ({ field, lob }: Authority): number =>
  field.split('.').length * 2 + (lob === null || lob === '*' ? 0 : 1);

/**
 * Ranks of systems for a field and line of business, by the most specific rows that speak of it; `unranked` stays out.
 */
export function ranksFor(
  authorities: readonly Authority[],
  field: string,
  lob: string,
): ReadonlyMap<string, number> {
  const speaking = authorities.filter((row) => covers(row.field, field) && isForLob(row, lob));
  const most = Math.max(...speaking.map(precision));
  const ranks = new Map<string, number>();
  for (const row of speaking.filter((one) => precision(one) === most))
    ranks.set(row.system_id, Math.min(row.rank, ranks.get(row.system_id) ?? unranked));
  return ranks;
}

export const readAuthorities = (store: Query): Promise<Authority[]> =>
  store.all<Authority & Record<string, string | number | null>>(
    'SELECT field, system_id, "rank", lob FROM std_authorities ORDER BY field, system_id, "rank", lob',
  );

async function createDeliveryRanks(store: Query, authorities: readonly Authority[]): Promise<void> {
  const lobs = await store.all<{ lob: string }>(
    "SELECT DISTINCT lob FROM work_forms WHERE kind = 'delivery' ORDER BY lob",
  );
  const rows = lobs.flatMap(({ lob }) =>
    [...ranksFor(authorities, 'preference.delivery', lob)].map(([system, rank]) => [system, lob, rank]),
  );
  await store.run('CREATE TABLE work_delivery_ranks (system_id VARCHAR, lob VARCHAR, "rank" BIGINT)');
  await store.insert('work_delivery_ranks', ['system_id', 'lob', 'rank'], rows);
}

/** `work_ranks(system_id, class_id, rank)`: who is believed in which cells, and `work_delivery_ranks(system_id, lob, rank)`; only where a policy asks. */
export async function createRanks(store: Query, { used }: PolicyPlan): Promise<void> {
  if (!used.includes('authority')) return;
  const authorities = await readAuthorities(store);
  const cells = await store.all<{ class_id: number; channel: string; lob: string }>(
    'SELECT class_id, channel, lob FROM work_cells ORDER BY class_id',
  );
  const rows = cells.flatMap(({ class_id, channel, lob }) =>
    [...ranksFor(authorities, `preference.consent.${channel}`, lob)].map(([system, rank]) => [
      system,
      class_id,
      rank,
    ]),
  );
  await store.run('CREATE TABLE work_ranks (system_id VARCHAR, class_id BIGINT, "rank" BIGINT)');
  await store.insert('work_ranks', ['system_id', 'class_id', 'rank'], rows);
  await createDeliveryRanks(store, authorities);
}
