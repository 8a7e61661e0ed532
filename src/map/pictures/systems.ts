import { countOf } from '../../report/parts/shares.js';
import { compareText } from '../../text/compare.js';
import type { Atlas } from '../estate.js';
import { mostGroups } from '../groups.js';
import { flowTable } from './flow-table.js';
import { boxOfRest, drawNetwork } from './network.js';
import type { Picture } from './picture.js';

/** Every system as a box, `centre` brought out; of more than 40 the busiest, and the rest counted. */
export function drawSystems(atlas: Atlas, centre: ReadonlySet<string> = new Set()): Picture {
  const degree = new Map<string, number>();
  for (const { from, to } of atlas.flows)
    for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const busiest = [...atlas.map.systems].sort(
    (a, b) =>
      (degree.get(b.system_id) ?? 0) - (degree.get(a.system_id) ?? 0) ||
      compareText(a.system_id, b.system_id),
  );
  const shown = busiest.slice(0, mostGroups);
  const left = busiest.length - shown.length;
  const title = `${atlas.map.ecosystem}: ${countOf(busiest.length, 'system')} and what goes between them`;
  return drawNetwork(
    {
      id: 'systems',
      title,
      description: `${title}${left > 0 ? `; the ${shown.length} busiest are drawn` : ''}. The table names every flow.`,
      table: flowTable(atlas),
    },
    [
      ...shown.map(({ system_id, name }) => ({
        id: system_id,
        name,
        notes: [atlas.siloOf(system_id)],
        ...(centre.has(system_id) && { kind: 'strong' as const }),
      })),
      ...boxOfRest(left, 'system'),
    ],
    atlas.flows.map(({ from, to, fields }) => ({ from, to, weight: 1 + fields.length })),
  );
}
