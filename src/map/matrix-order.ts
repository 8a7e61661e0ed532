import { packArcs } from '../graph/adjacency.js';
import { strongComponents } from '../graph/components.js';
import { compareText } from '../text/compare.js';
import { groupBy } from '../text/group-by.js';
import type { Atlas } from './estate.js';
import type { MapSystem } from './model.js';

/** Systems that stand side by side in the matrix. */
export interface Block {
  readonly silo: string;
  readonly name: string;
  readonly systems: readonly MapSystem[];
}

/** For every system the number of its strongly connected group; groups that feed others come first. */
function groupsOf(atlas: Atlas): (id: string) => number {
  const ids = atlas.map.systems.map(({ system_id }) => system_id);
  const place = new Map(ids.map((id, i) => [id, i]));
  const arcs = atlas.flows.map(({ from, to }, flow) => ({
    from: place.get(from)!,
    to: place.get(to)!,
    weight: 0,
    flow,
  }));
  const { of, count } = strongComponents(packArcs(ids.length, arcs));
  return (id) => count - of[place.get(id)!]!;
}

/** Silos by size, in them what exchanges data with each other side by side, and of that the busiest first. */
export function orderMatrix(atlas: Atlas): Block[] {
  const degree = new Map<string, number>();
  for (const { from, to } of atlas.flows)
    for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const group = groupsOf(atlas);
  const busy = (system: MapSystem): number => degree.get(system.system_id) ?? 0;
  const bySilo = groupBy(atlas.map.systems, (system) => system.silo_id);
  return [...bySilo]
    .map(([silo, systems]) => ({
      silo,
      name: atlas.siloName(silo),
      systems: systems.sort(
        (a, b) =>
          group(a.system_id) - group(b.system_id) ||
          busy(b) - busy(a) ||
          compareText(a.system_id, b.system_id),
      ),
    }))
    .sort(
      (a, b) =>
        Number(a.silo === '') - Number(b.silo === '') ||
        b.systems.length - a.systems.length ||
        compareText(a.silo, b.silo),
    );
}
