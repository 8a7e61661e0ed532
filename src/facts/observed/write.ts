import type { Query, Row } from '../../store/store.js';
import { readDays } from '../clocks.js';
import type { FactContext } from '../context.js';
import { readFiles, renderEvidence } from '../evidence.js';
import { renderPath } from '../ways.js';
import { writeFact } from '../write-fact.js';
import type { BrokenFlow } from './broken.js';
import { brokenRow, shownOfFlow, slowRow, undeclaredRow } from './flow-rows.js';
import { lateColumns } from './lags.js';
import { arrivedOf, changesOf, turnedOf } from './observe.js';
import { overwrittenRows } from './overwritten.js';
import { type Observed, type Render, type Results, show } from './results.js';
import { type Places, readPlaces, type Shown } from './shown.js';
import type { Measured } from './slow.js';
import type { UndeclaredFlow } from './undeclared.js';
import { intervalColumns } from './wilson.js';

/** A change that did not arrive, or else one that did. */
const shownOf = ({ pair, observation: { quarters } }: Observed): Shown[] =>
  show(
    pair,
    [...quarters.flatMap(({ missed }) => missed), ...quarters.flatMap(({ seen }) => seen)].slice(0, 1),
  );

/** Every record that some fact wants to show. */
const allShown = (results: Results): Shown[] => [
  ...results.observed.flatMap(shownOf),
  ...[...results.lags.values()].flatMap(({ pair, lags }) => show(pair, lags.examples)),
  ...results.observed.flatMap((one) => shownOfFlow(one, results)),
  ...results.putBack.map(({ example, from_no, to_no }) => ({ example, systems: [from_no, to_no] })),
];

const wayRow = (one: Observed, codes: Places, render: Render): Row => {
  const { observation } = one;
  const [changes, arrived] = [changesOf(observation), arrivedOf(observation)];
  return {
    field: observation.field,
    from_system_id: observation.from,
    to_system_id: observation.to,
    declared: observation.way !== undefined,
    changes,
    arrived,
    turned: turnedOf(observation),
    ...intervalColumns(arrived, changes),
    already: observation.already,
    overwritten: observation.overwritten,
    path: renderPath(observation.way),
    evidence: render(shownOf(one).flatMap(codes)),
  };
};

const lagRow = ({ pair, lags }: Measured, agreed: number, codes: Places, render: Render): Row => {
  const { way, expected } = pair.expectation;
  const declared = expected === 'none' ? null : (way?.latency ?? null);
  const late = declared === null ? 0 : lags.late;
  return {
    field: pair.field,
    from_system_id: pair.from.system_id,
    to_system_id: pair.to.system_id,
    arrivals: lags.arrivals,
    median_s: lags.medianSeconds,
    p90_s: lags.p90Seconds,
    p95_s: lags.p95Seconds,
    max_s: lags.maxSeconds,
    declared_s: declared,
    agreed_s: agreed,
    late,
    ...lateColumns(late, lags.arrivals),
    late_agreed: lags.lateAgreed,
    between_exports: lags.between,
    path: renderPath(way),
    evidence: render(show(pair, lags.examples).flatMap(codes)),
  };
};

/** Writes all facts of this folder. */
export async function writeObserved(store: Query, results: Results, context: FactContext): Promise<void> {
  const files = await readFiles(store);
  const codes = await readPlaces(store, allShown(results));
  const render: Render = (list) => renderEvidence(list, files);
  const telling = { render, dayOf: await readDays(store) };
  const membersOf = (flow: BrokenFlow | UndeclaredFlow) =>
    results.observed
      .filter(({ observation }) => flow.observations.includes(observation))
      .flatMap((one) => shownOfFlow(one, results));
  await writeFact(
    store,
    'fact_observed_ways',
    results.observed.map((one) => wayRow(one, codes, render)),
  );
  await writeFact(
    store,
    'fact_measured_lags',
    [...results.lags.values()].map((one) => lagRow(one, context.graph.agreed(one.pair.field), codes, render)),
  );
  await writeFact(
    store,
    'fact_broken_flows',
    results.broken.map((flow) => brokenRow(flow, membersOf(flow), codes, telling)),
  );
  await writeFact(
    store,
    'fact_slow_flows',
    results.slow.map((flow) => slowRow(flow, codes, render)),
  );
  await writeFact(
    store,
    'fact_undeclared_flows',
    results.undeclared.map((flow) => ({
      ...undeclaredRow(flow, results, context),
      evidence: render(membersOf(flow).flatMap(codes)),
    })),
  );
  await writeFact(store, 'fact_overwritten', overwrittenRows(results, codes, telling));
}
