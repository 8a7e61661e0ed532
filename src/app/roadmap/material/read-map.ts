import { drawTwin } from '../../../map/twin/draw.js';
import type { Edit } from '../../../model/edit.js';
import type { TwinMap } from '../../../model/roadmap-document.js';
import { countOf } from '../../../report/parts/shares.js';
import { cleanDeep } from '../../../text/escape.js';
import type { Seen } from '../watch.js';
import { type Place, sidesOf, systemsOf } from './read-sides.js';

/** More boxes than this cannot be read on half a page: then silos stand for their systems. */
const mostSystems = 22;

/** Systems by themselves, as long as they can be read. */
const alone =
  (systems: ReturnType<typeof systemsOf>): Place =>
  (id) => {
    const known = systems.get(id);
    return { id, name: known?.name ?? id, note: known?.silo ?? '' };
  };

/** Every system in the box of its silo. */
function bySilo(systems: ReturnType<typeof systemsOf>): Place {
  const count = new Map<string, number>();
  for (const { silo } of systems.values()) count.set(silo, (count.get(silo) ?? 0) + 1);
  return (id) => {
    const silo = systems.get(id)?.silo ?? '';
    const note = count.has(silo) ? countOf(count.get(silo)!, 'system') : '';
    return { id: `silo ${silo}`, name: silo === '' ? 'Outside the inventory' : silo, note };
  };
}

/** Today's map and that after all waves, with one layout; null where there is nothing to draw. */
export function readTwin({ report, today, config }: Seen, edits: readonly Edit[]): TwinMap | null {
  const systems = systemsOf(report, edits);
  const few = systems.size <= mostSystems;
  const [now, then] = sidesOf(today.ways, config, edits, few ? alone(systems) : bySilo(systems));
  return cleanDeep(drawTwin(few ? 'systems' : 'silos', now, then));
}
