import { type Pair, strongAugmentation } from '../graph/augment.js';
import type { Initiative } from '../model/roadmap.js';
import type { Ground } from './ground.js';
import { addFlow, sorted, toInitiatives } from './proposal.js';

/** New flows by which all systems that hold or change a field hear each other, the fewest for each field. */
export function cheapestFlows(ground: Ground): Initiative[] {
  const fields = new Map<string, Set<string>>();
  for (const field of new Set(ground.wants.map((want) => want.field)))
    for (const [from, to] of augmentationFor(ground, field)) {
      const key = JSON.stringify([from, to]);
      fields.set(key, (fields.get(key) ?? new Set()).add(field));
    }
  const proposals = [...fields].map(([key, carried]) => {
    const [from, to] = JSON.parse(key) as [string, string];
    return addFlow(ground, from, to, sorted(carried));
  });
  return toInitiatives(proposals);
}

/** Others may be passed through: only those that must hear each other count. */
function augmentationFor({ graph, wants }: Ground, field: string): [string, string][] {
  const systems = new Set(wants.filter((want) => want.field === field).flatMap(({ from, to }) => [from, to]));
  const terminals = sorted(systems);
  const arcs: Pair[] = terminals.flatMap((from, i) =>
    terminals.flatMap((to, j): Pair[] => (i !== j && graph.reaches(from, to, field) ? [[i, j]] : [])),
  );
  return strongAugmentation(terminals.length, arcs).map(([from, to]) => [terminals[from]!, terminals[to]!]);
}
