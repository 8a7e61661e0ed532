import { keysOf } from '../../graph/mappings.js';
import { integer, must } from '../../model/column.js';
import { createTable } from '../../store/schema.js';
import type { Query } from '../../store/store.js';
import { parseDuration } from '../../text/durations.js';
import type { FactContext } from '../context.js';
import { type Expectation, expectationOf, fieldOf } from './observe.js';
import type { Keeper } from './read.js';

/** Two systems that keep choices on one channel, and what the inventory lets one expect of changes. */
export interface Pair {
  readonly field: string;
  readonly from: Keeper;
  readonly to: Keeper;
  readonly expectation: Expectation;
  /** Milliseconds after which a change should have arrived for certain, and after which it is late. */
  readonly dueMs: number;
  readonly lateMs: number;
}

const day = 86_400_000;

export const keyOf = (from: number, to: number, channel: number): string => `${from} ${to} ${channel}`;

/** A batch may just have been missed; and who knows times by day only takes and gives at night. */
function timesOf({ expected, way }: Expectation, agreedMs: number, toleranceMs: number) {
  const declared = expected === 'none' || way?.latency == null ? undefined : way.latency * 1000;
  return {
    dueMs: declared === undefined ? agreedMs : Math.max(2 * declared, declared + 2 * day),
    lateMs: declared === undefined ? agreedMs : declared + toleranceMs,
  };
}

/** Every two systems that keep choices on a channel, by number; a system with itself, too. */
export function pairsOf(keepers: readonly Keeper[], context: FactContext): Map<string, Pair> {
  const { graph, inventory, config } = context;
  const toleranceMs = (parseDuration(config.clock_tolerance) ?? 0) * 1000;
  const keys = new Map(keepers.map(({ system_id: id }) => [id, keysOf(inventory, id)]));
  const pairs = new Map<string, Pair>();
  for (const from of keepers)
    for (const to of keepers.filter(({ channel_no: channel }) => channel === from.channel_no)) {
      const field = fieldOf(from);
      const ends = { field, from: from.system_id, to: to.system_id };
      const expectation = expectationOf(graph, keys.get(ends.to)!, ends);
      const slack = from.exact && to.exact ? toleranceMs : toleranceMs + day;
      const times = timesOf(expectation, graph.agreed(field) * 1000, slack);
      pairs.set(keyOf(from.system_no, to.system_no, from.channel_no), {
        field,
        from,
        to,
        expectation,
        ...times,
      });
    }
  return pairs;
}

const column = must(integer('number'));
const columns = { from_no: column, to_no: column, channel_no: column, due_ms: column, late_ms: column };

/** `work_ways`: by when changes should have arrived. */
export async function createWays(store: Query, pairs: ReadonlyMap<string, Pair>): Promise<void> {
  await store.run(createTable('work_ways', columns));
  const rows = [...pairs.values()].map(({ from, to, dueMs, lateMs }) => [
    from.system_no,
    to.system_no,
    from.channel_no,
    dueMs,
    lateMs,
  ]);
  await store.insert('work_ways', Object.keys(columns), rows);
}
