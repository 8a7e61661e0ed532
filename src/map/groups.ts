import { compareText } from '../text/compare.js';
import { addTo } from '../text/group-by.js';
import type { Atlas } from './estate.js';
import type { MapSystem } from './model.js';

/** Systems drawn as one box. */
export interface Group {
  /** silo_id; empty for what stands outside, `*` for several small silos together. */
  readonly id: string;
  readonly name: string;
  readonly systems: readonly MapSystem[];
}

/** More boxes than this nobody reads on one picture. */
export const mostGroups = 40;

/** The highest silo above one; itself where none is named. */
function rootOf(parents: ReadonlyMap<string, string>, silo: string): string {
  let root = silo;
  for (let steps = 0; steps < parents.size; steps++) root = parents.get(root) ?? root;
  return root;
}

function gather(
  systems: readonly MapSystem[],
  groupOf: (system: MapSystem) => string,
): Map<string, MapSystem[]> {
  const groups = new Map<string, MapSystem[]>();
  for (const system of systems) {
    const id = groupOf(system);
    addTo(groups, id, system);
  }
  return groups;
}

/** The silos with the fewest systems become one group, so that not too many are left. */
function mergeSmall(groups: ReadonlyMap<string, MapSystem[]>): Map<string, MapSystem[]> {
  if (groups.size <= mostGroups) return new Map(groups);
  const bySize = [...groups].sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b));
  const rest = bySize.slice(mostGroups - 1).flatMap(([, systems]) => systems);
  return new Map([...bySize.slice(0, mostGroups - 1), ['*', rest]]);
}

/** At most 40 groups by id: silos, else the silos above them, the smallest as one. */
export function groupSilos({ map, siloName }: Pick<Atlas, 'map' | 'siloName'>): Group[] {
  const parents = new Map(
    map.silos.flatMap(({ silo_id, parent_silo_id }) => (parent_silo_id ? [[silo_id, parent_silo_id]] : [])),
  );
  const bySilo = gather(map.systems, ({ silo_id }) => silo_id);
  const coarse =
    bySilo.size <= mostGroups ? bySilo : gather(map.systems, ({ silo_id }) => rootOf(parents, silo_id));
  const groups = mergeSmall(coarse);
  const name = (id: string): string =>
    id === '*' ? `${coarse.size - groups.size + 1} smaller silos` : siloName(id);
  return [...groups]
    .map(([id, systems]) => ({ id, name: name(id), systems }))
    .sort((a, b) => compareText(a.id, b.id));
}
