import { byCodeUnit } from '../../graph/index.js';
import type { Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { toCode } from '../evidence.js';
import type { BrokenFlow } from './broken.js';
import { keyOf, type Pair } from './expect.js';
import { type Observed, type Render, type Results, show, type Telling } from './results.js';
import type { Places, Shown } from './shown.js';
import type { Measured, SlowFlow } from './slow.js';
import type { UndeclaredFlow } from './undeclared.js';
import { intervalColumns } from './wilson.js';

/** Records behind the flows that are found: what did not arrive by a broken one, what did by an undeclared one. */
export function shownOfFlow({ pair, observation }: Observed, { broken, undeclared }: Results): Shown[] {
  const isIn = (flow: BrokenFlow | UndeclaredFlow) => flow.observations.includes(observation);
  const missed = broken.some(isIn) ? observation.quarters.flatMap((quarter) => quarter.missed) : [];
  const seen = undeclared.some(isIn) ? observation.quarters.flatMap((quarter) => quarter.seen) : [];
  return show(pair, [...missed.slice(0, 2), ...seen.slice(0, 2)]);
}

const sorted = (names: readonly string[]): string => [...new Set(names)].sort(byCodeUnit).join('|');

/** A row of `fact_broken_flows`. */
export const brokenRow = (
  broken: BrokenFlow,
  shown: readonly Shown[],
  codes: Places,
  { render, dayOf }: Telling,
): Row => ({
  flow_id: broken.flow.flowId,
  from_system_id: broken.flow.from,
  to_system_id: broken.flow.to,
  fault: broken.fault,
  fields: broken.fields.join('|'),
  alike: broken.alike.join('|') || null,
  changes: broken.changes,
  arrived: broken.arrived,
  ...intervalColumns(broken.arrived, broken.changes),
  since: Number.isFinite(broken.since) ? dayOf(shown.flatMap(codes), broken.since) : null,
  path: `${broken.flow.from}|${broken.flow.to}`,
  evidence: render([
    toCode(broken.flow.source, broken.flow.row),
    ...shown.slice(0, 4).flatMap(codes).slice(0, 9),
  ]),
});

/** A row of `fact_slow_flows`. */
export function slowRow({ flow, fields, alike, measured }: SlowFlow, codes: Places, render: Render): Row {
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

/** A row of `fact_undeclared_flows`, without its evidence. */
export function undeclaredRow(flow: UndeclaredFlow, results: Results, context: FactContext) {
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
  };
}
