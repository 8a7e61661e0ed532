import { drawTwin } from '../../../map/twin/draw.js';
import { chooseLinks, isChange } from '../../../map/twin/links.js';
import type { TwinSide } from '../../../map/twin/sides.js';
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

/** Only nodes at which something changes, and what goes between them. */
function concerned([now, then]: readonly [TwinSide, TwinSide]): readonly [TwinSide, TwinSide] {
  const { links } = chooseLinks(now, then, 0);
  const changed = new Set(links.filter(isChange).flatMap(({ a, b }) => [a, b]));
  const only = (side: TwinSide): TwinSide => ({
    ...side,
    nodes: new Map([...side.nodes].filter(([id]) => changed.has(id))),
    heard: new Map([...side.heard].filter(([id]) => changed.has(id))),
  });
  return [only(now), only(then)];
}

/** Today's map and that after all waves, with one layout: of all systems if they can be read, else of silos and of the systems concerned. */
export function readMaps({ report, today, config }: Seen, edits: readonly Edit[]): TwinMap[] {
  const systems = systemsOf(report, edits);
  const sides = sidesOf(today.ways, config, edits, alone(systems));
  const whole = (map: TwinMap | null): TwinMap[] => (map === null ? [] : [cleanDeep(map)]);
  if (systems.size <= mostSystems) return whole(drawTwin('systems', ...sides));
  const part = concerned(sides);
  const silos = drawTwin('silos', ...sidesOf(today.ways, config, edits, bySilo(systems)));
  const few = part[1].nodes.size <= mostSystems ? drawTwin('systems', ...part) : null;
  return [...whole(silos), ...whole(few).map((map) => ({ ...map, partial: true }))];
}
