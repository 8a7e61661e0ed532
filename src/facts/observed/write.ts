import { byCodeUnit } from '../../graph/index.js';
import type { Query, Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { readFiles, renderEvidence, toCode } from '../evidence.js';
import { renderPath } from '../ways.js';
import { writeFact } from '../write-fact.js';
import type { BrokenFlow } from './broken.js';
import { keyOf, type Pair } from './expect.js';
import { lateColumns } from './lags.js';
import { arrivedOf, changesOf, type Observation } from './observe.js';
import { overwrittenRows } from './overwritten.js';
import type { PutBack } from './read.js';
import { type Places, readPlaces, type Shown } from './shown.js';
import type { Measured, SlowFlow } from './slow.js';
import type { UndeclaredFlow } from './undeclared.js';
import { intervalColumns } from './wilson.js';

export interface Observed {
  readonly pair: Pair;
  readonly observation: Observation;
}
export interface Results {
  readonly observed: readonly Observed[];
  readonly lags: ReadonlyMap<string, Measured>;
  readonly putBack: readonly PutBack[];
  readonly broken: readonly BrokenFlow[];
  readonly slow: readonly SlowFlow[];
  readonly undeclared: readonly UndeclaredFlow[];
  readonly pairs: ReadonlyMap<string, Pair>;
}

const both = ({ from, to }: Pick<Pair, 'from' | 'to'>): number[] => [from.system_no, to.system_no];
const show = (pair: Pick<Pair, 'from' | 'to'>, examples: readonly number[]): Shown[] =>
  examples.map((example) => ({ example, systems: both(pair) }));

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

/** Records behind the flows that are found: what did not arrive by a broken one, what did by an undeclared one. */
function shownOfFlow({ pair, observation }: Observed, { broken, undeclared }: Results): Shown[] {
  const isIn = (flow: BrokenFlow | UndeclaredFlow) => flow.observations.includes(observation);
  const missed = broken.some(isIn) ? observation.quarters.flatMap((quarter) => quarter.missed) : [];
  const seen = undeclared.some(isIn) ? observation.quarters.flatMap((quarter) => quarter.seen) : [];
  return show(pair, [...missed.slice(0, 2), ...seen.slice(0, 2)]);
}

type Render = (codes: readonly number[]) => string;

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
    p95_s: lags.p95Seconds,
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

const sorted = (names: readonly string[]): string => [...new Set(names)].sort(byCodeUnit).join('|');

const brokenRow = (broken: BrokenFlow, shown: readonly Shown[], codes: Places, render: Render): Row => ({
  flow_id: broken.flow.flowId,
  from_system_id: broken.flow.from,
  to_system_id: broken.flow.to,
  fault: broken.fault,
  fields: broken.fields.join('|'),
  alike: broken.alike.join('|') || null,
  changes: broken.changes,
  arrived: broken.arrived,
  ...intervalColumns(broken.arrived, broken.changes),
  since: Number.isFinite(broken.since) ? new Date(broken.since).toISOString() : null,
  path: `${broken.flow.from}|${broken.flow.to}`,
  evidence: render([
    toCode(broken.flow.source, broken.flow.row),
    ...shown.slice(0, 4).flatMap(codes).slice(0, 9),
  ]),
});

function slowRow({ flow, fields, alike, measured }: SlowFlow, codes: Places, render: Render): Row {
  const sum = (of: (lags: Measured['lags']) => number) => measured.reduce((n, { lags }) => n + of(lags), 0);
  const most = measured.reduce((a, b) => (b.lags.arrivals > a.lags.arrivals ? b : a));
  const [arrivals, late] = [sum((lags) => lags.arrivals), sum((lags) => lags.late)];
  const shown = measured.flatMap(({ pair, lags }) => show(pair, lags.examples.slice(-1))).slice(0, 4);
  return {
    flow_id: flow.flowId,
    from_system_id: flow.from,
    to_system_id: flow.to,
    fields: fields.join('|'),
    alike: alike.join('|') || null,
    arrivals,
    late,
    ...intervalColumns(late, arrivals),
    late_agreed: sum((lags) => lags.lateAgreed),
    declared_s: most.pair.expectation.way!.latency,
    median_s: most.lags.medianSeconds,
    p95_s: most.lags.p95Seconds,
    between_exports: sum((lags) => lags.between),
    path: `${flow.from}|${flow.to}`,
    evidence: render([toCode(flow.source, flow.row), ...shown.flatMap(codes)]),
  };
}

/** Nobody without records of choices could have told both ends: those whose changes the inventory lets reach both. */
function isExact({ observations }: UndeclaredFlow, { pairs }: Results, { graph }: FactContext): boolean {
  const known = new Set(
    [...pairs.values()].map(({ from }) => `${from.system_id} ${fieldOfPair(from, pairs)}`),
  );
  return observations.every(({ field, from, to }) =>
    graph
      .collectors(field)
      .every(
        (other) =>
          known.has(`${other} ${field}`) ||
          !graph.reaches(other, from, field) ||
          !graph.reaches(other, to, field),
      ),
  );
}

const fieldOfPair = (keeper: Pair['from'], pairs: Results['pairs']): string =>
  pairs.get(keyOf(keeper.system_no, keeper.system_no, keeper.channel_no))!.field;

function undeclaredRow(flow: UndeclaredFlow, results: Results, context: FactContext) {
  const members = results.observed.filter(({ observation }) => flow.observations.includes(observation));
  const lags = members.flatMap(({ pair }) => {
    const known = results.lags.get(keyOf(pair.from.system_no, pair.to.system_no, pair.from.channel_no));
    return known ? [known.lags] : [];
  });
  const median = lags.map(({ medianSeconds }) => medianSeconds).sort((a, b) => a - b);
  return {
    from_system_id: flow.from,
    to_system_id: flow.to,
    fields: sorted(flow.observations.map(({ field }) => field)),
    givers: sorted(flow.observations.map(({ from }) => from)),
    receivers: sorted(flow.observations.map(({ to }) => to)),
    changes: flow.changes,
    arrived: flow.arrived,
    ...intervalColumns(flow.arrived, flow.changes),
    median_s: median[Math.floor(median.length / 2)] ?? 0,
    exact: isExact(flow, results, context),
    evidence: '',
  };
}

/** Writes all facts of this folder. */
export async function writeObserved(store: Query, results: Results, context: FactContext): Promise<void> {
  const files = await readFiles(store);
  const codes = await readPlaces(store, allShown(results));
  const render: Render = (list) => renderEvidence(list, files);
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
    results.broken.map((flow) => brokenRow(flow, membersOf(flow), codes, render)),
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
  await writeFact(store, 'fact_overwritten', overwrittenRows(results, codes, render));
}
