import { packEvery } from '../../graph/adjacency.js';
import { type Cut, feedbackArcs } from '../../graph/feedback-arcs.js';
import { byCodeUnit } from '../../graph/index.js';
import { fewestArcs } from '../../graph/min-cut.js';
import type { Flow, Network } from '../../graph/types.js';
import type { Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import type { Basis } from '../demands/list.js';
import { renderEvidence, toCode } from '../evidence.js';
import { circlesOf } from './sync-groups.js';

/** Flows among the systems of a circle, those to make read-only, and those of them by which masters part. */
interface Broken {
  readonly flows: readonly number[];
  readonly readOnly: readonly number[];
  readonly exact: boolean;
  readonly partMasters: readonly number[];
}

/** Each pair of masters is looked at in both directions; with more of them the order of belief must be decided first. */
const mostMasters = 8;

/** The fewest flows found whose loss leaves no two masters overwriting each other. */
function partMasters(
  pairs: readonly Pair[],
  systems: readonly string[],
  masters: ReadonlySet<string>,
): number[] {
  const places = systems.flatMap((id, i) => (masters.has(id) ? [i] : []));
  if (places.length < 2 || places.length > mostMasters) return [];
  const arcs = pairs.flatMap(({ from, to, flows }) => flows.map((flow) => ({ from, to, weight: 1, flow })));
  const graph = packEvery(systems.length, arcs);
  const closed = new Set(places);
  const writes = places.flatMap((giver, from) =>
    places.flatMap((receiver, to) => {
      const cut = from === to ? [] : fewestArcs(graph, giver, receiver, closed);
      return cut.length === 0 ? [] : [{ from, to, cost: cut.length, cut }];
    }),
  );
  const undone = feedbackArcs(places.length, writes).arcs.flatMap((i) => writes[i]!.cut);
  return [...new Set(undone)].map((arc) => graph.flow[arc]!);
}

/** Flows between two systems, given by their places among those of the circle. */
interface Pair {
  readonly from: number;
  readonly to: number;
  readonly flows: number[];
}

/** Flows among some places by their two ends, parallel flows together. */
function flowsAmong(network: Network, flows: readonly Flow[], places: ReadonlyMap<string, number>): Pair[] {
  const pairs = new Map<number, Pair>();
  for (const i of network.carrying) {
    const [from, to] = [places.get(flows[i]!.from), places.get(flows[i]!.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const pair = pairs.get(from * places.size + to) ?? { from, to, flows: [] };
    pair.flows.push(i);
    pairs.set(from * places.size + to, pair);
  }
  return [...pairs.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The fewest flows to make read-only; of equal sets one that leaves the flows of masters alone. */
function breakCircle(
  network: Network,
  flows: readonly Flow[],
  systems: readonly string[],
  masters: ReadonlySet<string>,
): Broken {
  const pairs = flowsAmong(network, flows, new Map(systems.map((id, i) => [id, i])));
  const dear = pairs.length + 1;
  const arcs = pairs.map(({ from, to, flows: between }) => {
    const cost = between.length * dear + (masters.has(systems[from]!) && !masters.has(systems[to]!) ? 1 : 0);
    return { from, to, cost };
  });
  const cut: Cut = feedbackArcs(systems.length, arcs);
  return {
    flows: pairs.flatMap((pair) => pair.flows),
    readOnly: cut.arcs.flatMap((arc) => pairs[arc]!.flows),
    exact: cut.exact,
    partMasters: partMasters(pairs, systems, masters),
  };
}

/** Circles already broken, by network, group and masters: fields that travel together share them. */
function breakers(flows: readonly Flow[]) {
  const known = new Map<Network, Map<string, Broken>>();
  return (network: Network, systems: readonly string[], masters: readonly string[]): Broken => {
    const key = JSON.stringify([systems[0], masters]);
    const here = known.get(network) ?? new Map<string, Broken>();
    known.set(network, here);
    const broken = here.get(key) ?? breakCircle(network, flows, systems, new Set(masters));
    here.set(key, broken);
    return broken;
  };
}

/** Rows of `fact_circles`: groups of systems that reach each other, of which two or more write the field themselves. */
export function circleRows({ graph, inventory: { flows } }: FactContext, { places, files }: Basis): Row[] {
  const circles = circlesOf();
  const breakOne = breakers(flows);
  const namesOf = (list: readonly number[]) =>
    list
      .map((i) => flows[i]!.flowId)
      .sort(byCodeUnit)
      .join('|');
  return graph.fields.flatMap((field) => {
    const network = graph.network(field);
    const master = new Set(graph.masters(field));
    const writes = new Set([...master, ...graph.collectors(field)]);
    const groups = circles(network).map((group) =>
      group.map((place) => graph.systems[place]!).sort(byCodeUnit),
    );
    return groups.flatMap((systems): Row[] => {
      const writers = systems.filter((id) => writes.has(id));
      if (writers.length < 2) return [];
      const masters = systems.filter((id) => master.has(id));
      const broken = breakOne(network, systems, masters);
      const first = masters.length > 1 ? broken.partMasters : broken.readOnly;
      const codes = first.map((i) => toCode(flows[i]!.source, flows[i]!.row));
      return [
        {
          field,
          systems: writers.join('|'),
          masters: masters.join('|') || null,
          flows: broken.flows.length,
          read_only: namesOf(broken.readOnly),
          exact: broken.exact,
          part_masters: namesOf(broken.partMasters) || null,
          evidence: renderEvidence([...codes, ...masters.flatMap((id) => places.all(id, field))], files),
        },
      ];
    });
  });
}
