import type { Part } from '../../model/template.js';
import type { World } from '../world.js';
import { type VariantGroup, variantGroups } from './groups.js';

interface Placed {
  readonly group: VariantGroup;
  /** Entries of the same file in order, and which of them this is. */
  readonly all: readonly Part[];
  readonly index: number;
}

function entriesOf(world: World): Map<Part, Placed> {
  const placed = new Map<Part, Placed>();
  const byFile = new Map<string, Part[]>();
  for (const group of variantGroups(world))
    for (const part of [...group.byLocale.values()].flat()) {
      if (part.key === '') continue;
      const all = byFile.get(part.file.path) ?? [];
      byFile.set(part.file.path, all);
      placed.set(part, { group, all, index: all.push(part) - 1 });
    }
  return placed;
}

/** How far to look for an entry that the other locale has. */
const farthest = 100;

/** Finds where an entry of a catalogue would stand in another locale: beside the variant of the entry nearest to it. */
export function createBesides(
  world: World,
): (source: Part, locale: string) => { others: { part: Part }[] } | undefined {
  let entries: Map<Part, Placed> | undefined;
  return (source, locale) => {
    entries ??= entriesOf(world);
    const { all = [], index = 0 } = entries.get(source) ?? {};
    for (let distance = 1; distance <= farthest; distance++)
      for (const near of [all[index - distance], all[index + distance]]) {
        const found = near && entries.get(near)!.group.byLocale.get(locale)?.at(-1);
        if (found) return { others: [{ part: found }] };
      }
    return undefined;
  };
}
