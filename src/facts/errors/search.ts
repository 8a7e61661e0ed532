import type { LeafTable } from '../../localisation/types.js';
import type { Query } from '../../store/store.js';
import type { FactContext } from '../context.js';
import type { Leaf } from './leaves.js';
import { type Located, locateErrors } from './locate.js';
import { ranking } from './naming.js';
import { readNeededFields, type Step, stepsByCommunication } from './steps.js';
import { type Frame, frameOf, makersOf } from './table.js';
import { type Upstream, upstreamBy } from './upstream.js';

/** What the search came to for one kind of error. */
export interface Searched {
  readonly located: Located;
  /** Errors of the kind, those of unknown messages included. */
  readonly total: number;
  /** Messages among which they were sought. */
  readonly messages: number;
}

type Counted = { kind: string; error_class: string; leaf: number | null; errors: number };

/** Errors by kind and leaf. */
const countErrors = (store: Query): Promise<Counted[]> =>
  store.all<Counted>(
    `SELECT kind, min(error_class) AS error_class, leaf, count(*) AS errors FROM work_error_rows
     GROUP BY kind, leaf ORDER BY kind, leaf`,
  );

/** What feeds each leaf; leaves made alike share it. */
function upstreamOf(
  context: FactContext,
  leaves: readonly Leaf[],
  steps: ReadonlyMap<string, readonly Step[]>,
  needed: ReadonlyMap<string, readonly string[]>,
): Upstream[] {
  const find = upstreamBy(context, needed);
  const known = new Map<string, Upstream>();
  return leaves.map((leaf) => {
    const key = [leaf.communication, leaf.channel, leaf.system].join('\n');
    const upstream = known.get(key) ?? find(leaf.communication, leaf.channel, makersOf(leaf, steps));
    known.set(key, upstream);
    return upstream;
  });
}

const nothing: Located = { causes: [], restVerdict: 'listed_only' };

/** Searches each kind of error for causes; without messages to compare with there is nothing to search. */
export async function searchCauses(
  store: Query,
  context: FactContext,
  leaves: readonly Leaf[],
  steps: readonly Step[],
): Promise<ReadonlyMap<string, Searched>> {
  const counted = await countErrors(store);
  const upstream = upstreamOf(context, leaves, stepsByCommunication(steps), await readNeededFields(store));
  const frame = frameOf(leaves, upstream);
  const senders = leaves.map((leaf) => leaf.system);
  const rankOf = ranking(steps, senders, upstream);
  const kinds = [...new Set(counted.map(({ kind }) => kind))];
  return new Map(
    kinds.map((kind) => {
      const rows = counted.filter((row) => row.kind === kind);
      const table = tableOf(frame, leaves, rows);
      const errorClass = rows[0]!.error_class;
      const isKnown = rows.some(({ leaf }) => leaf !== null);
      const located = isKnown ? locateErrors(table, errorClass, rankOf) : nothing;
      const total = rows.reduce((sum, { errors }) => sum + errors, 0);
      return [kind, { located, total, messages: table.now.totals.reduce((sum, n) => sum + n, 0) }];
    }),
  );
}

/** Failed messages are counted among those of which the delivery log knows, other errors among all. */
function tableOf(frame: Frame, leaves: readonly Leaf[], rows: readonly Counted[]): LeafTable {
  const errors = new Float64Array(leaves.length);
  for (const { leaf, errors: count } of rows) if (leaf !== null) errors[leaf] = count;
  const isObserved = rows[0]!.kind.includes('/');
  const totals = Float64Array.from(leaves, (leaf) => (isObserved ? leaf.observed : leaf.sends));
  return { ...frame, now: { errors, totals } };
}
