import { byCodeUnit } from '../../graph/index.js';
import type { Flow, Network } from '../../graph/types.js';
import type { Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import type { Basis } from '../demands/list.js';
import { renderEvidence, toCode } from '../evidence.js';
import { type Broken, breakCircle } from './break-circle.js';
import { circlesOf } from './sync-groups.js';

/** Rank of a system among those believed for a field, 1 first; undefined when nobody ranked it. */
export type RankOf = (system: string, field: string) => number | undefined;

/** Circles already broken, by network, group and masters in order: fields that travel together share them. */
function breakers(flows: readonly Flow[]) {
  const known = new Map<Network, Map<string, Broken>>();
  return (network: Network, systems: readonly string[], masters: readonly string[]): Broken => {
    const key = JSON.stringify([systems[0], masters]);
    const here = known.get(network) ?? new Map<string, Broken>();
    known.set(network, here);
    const broken = here.get(key) ?? breakCircle(network, flows, systems, masters);
    here.set(key, broken);
    return broken;
  };
}

/** Masters in order of belief: whom the authorities put first, then who feeds most others. */
function byBelief(
  masters: readonly string[],
  rankOf: (id: string) => number | undefined,
  feeding: readonly Flow[],
) {
  const feeds = (id: string) => feeding.filter(({ from }) => from === id).length;
  const order = new Map(masters.map((id) => [id, { rank: rankOf(id) ?? 1e9, feeds: feeds(id) }]));
  return [...masters].sort((a, b) => {
    const [one, other] = [order.get(a)!, order.get(b)!];
    return one.rank - other.rank || other.feeds - one.feeds || byCodeUnit(a, b);
  });
}

/** Rows of `fact_circles`: groups of systems that reach each other, of which two or more write the field themselves. */
export function circleRows(
  { graph, inventory: { flows } }: FactContext,
  { places, files }: Basis,
  rankOf: RankOf,
): Row[] {
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
      const feeding = network.carrying.map((i) => flows[i]!);
      const believed = byBelief(masters, (id) => rankOf(id, field), feeding);
      const broken = breakOne(network, systems, believed);
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
