import type { Query } from '../../store/store.js';
import { addTo, groupBy } from '../../text/group-by.js';
import type { FactContext } from '../context.js';
import { findBroken } from './broken.js';
import { createWays, keyOf, type Pair, pairsOf } from './expect.js';
import { createHeard } from './heard.js';
import { type Lags, lagsOf } from './lags.js';
import { type Observation, observe } from './observe.js';
import { createOrigins } from './origins.js';
import { computeOutcomes } from './outcomes.js';
import { computePutBack } from './put-back.js';
import {
  type Arrivals,
  type PutBack,
  readArrivals,
  readKeepers,
  readPutBack,
  readSeen,
  type Seen,
} from './read.js';
import type { Observed } from './results.js';
import { findSlow, type Measured } from './slow.js';
import { findUndeclared, knownOf, type Timed } from './undeclared.js';
import { writeObserved } from './write.js';

/** Rows by pair of systems and channel. */
function byPair<T extends Seen | Arrivals>(rows: readonly T[]): Map<string, T[]> {
  return groupBy(rows, (row) => keyOf(row.from_no, row.to_no, row.channel_no));
}

const observeAll = (pairs: ReadonlyMap<string, Pair>, seen: readonly Seen[]): Observed[] =>
  [...byPair(seen)].map(([key, rows]) => {
    const pair = pairs.get(key)!;
    const ends = { field: pair.field, from: pair.from.system_id, to: pair.to.system_id };
    return { pair, observation: observe(ends, pair.expectation, rows) };
  });

const measureAll = (
  pairs: ReadonlyMap<string, Pair>,
  arrivals: readonly Arrivals[],
  agreed: (field: string) => number,
): Map<string, Measured> =>
  new Map(
    [...byPair(arrivals)].map(([key, rows]) => {
      const pair = pairs.get(key)!;
      return [key, { pair, lags: lagsOf(rows, agreed(pair.field)) }];
    }),
  );

/** Another system might have told both without any record saying so, when its records have no times. */
function toldByOthers(pairs: ReadonlyMap<string, Pair>): (pair: Pair) => boolean {
  const from = (teller: Pair['from'], to: Pair['to']) =>
    pairs.get(keyOf(teller.system_no, to.system_no, to.channel_no))?.expectation.way !== undefined;
  const silent = new Map<number, Pair['from'][]>();
  for (const { from: teller, to } of pairs.values())
    if (teller === to && teller.untimed) addTo(silent, teller.channel_no, teller);
  return (pair) =>
    (silent.get(pair.from.channel_no) ?? []).some(
      (teller) => from(teller, pair.from) && from(teller, pair.to),
    );
}

/** What may be held against an inventory without a way: changes made where the inventory says that they can be made. */
function timedOf(
  observed: readonly Observed[],
  lags: ReadonlyMap<string, Measured>,
  pairs: ReadonlyMap<string, Pair>,
  { graph }: FactContext,
): Timed[] {
  const mean = ({ from, to }: Pair): number | undefined => {
    const known: Lags | undefined = lags.get(keyOf(from.system_no, to.system_no, from.channel_no))?.lags;
    return known && from.exact && to.exact ? known.meanSeconds : undefined;
  };
  const makes = ({ field, from }: Observation): boolean => graph.collectors(field).includes(from);
  const isTold = toldByOthers(pairs);
  return observed
    .filter(({ observation }) => observation.expected === 'none' && makes(observation))
    .filter(({ pair }) => !isTold(pair))
    .map(({ pair, observation }) => ({ observation, meanSeconds: mean(pair) }));
}

/** The choice had been made there, or should have arrived as it was made. */
function couldStay({ from_no, to_no, channel_no }: PutBack, pairs: ReadonlyMap<string, Pair>): boolean {
  const { expected, inverted } = pairs.get(keyOf(from_no, to_no, channel_no))!.expectation;
  return from_no === to_no || (expected === 'declared' && !inverted);
}

/** Records are of the past: they are held against the ways there were, also where the inventory is that of a future. */
const asItWas = (context: FactContext): FactContext => ({ ...context, ...context.before });

/**
 * What records show of ways, held against what the inventory says: creates `fact_observed_ways`, `fact_measured_lags`,
 * `fact_undeclared_flows`, `fact_broken_flows`, `fact_overwritten`, `fact_details_put_back` and
 * `fact_observed_outcomes`. Needs the choices of `src/facts/preferences` and the outcomes of
 * `src/facts/feedback`.
 */
export async function computeObserved(store: Query, given: FactContext): Promise<void> {
  const context = asItWas(given);
  const isWithoutFlows = context.inventory.flows.length === 0;
  await createOrigins(store);
  const pairs = pairsOf(await readKeepers(store), context);
  await createWays(store, pairs);
  await createHeard(store, context.asOf);
  const observed = observeAll(pairs, await readSeen(store));
  const lags = measureAll(pairs, await readArrivals(store), context.graph.agreed);
  const putBack = (await readPutBack(store)).filter((row) => couldStay(row, pairs));
  const observations = observed.map(({ observation }) => observation);
  const broken = findBroken(observations);
  const candidates = timedOf(observed, lags, pairs, context);
  const results = {
    observed,
    lags,
    putBack,
    pairs,
    broken,
    slow: findSlow([...lags.values()]),
    // Without any flow in the inventory nothing was declared, and nothing can be missing from it.
    undeclared: isWithoutFlows ? [] : findUndeclared(knownOf(context, broken), candidates),
  };
  await writeObserved(store, results, context);
  await computePutBack(store, context, results);
  await computeOutcomes(store, context);
  await store.run(
    'DROP TABLE work_heard; DROP TABLE work_missing; DROP TABLE work_ways; DROP TABLE work_heard_forms',
  );
}
