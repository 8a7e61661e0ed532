import type { Part } from '../model/template.js';
import { addTo } from '../text/group-by.js';

/** The parts that are put together with a partial or layout, by it. */
export function readersOf(parts: readonly Part[]): ReadonlyMap<Part, readonly Part[]> {
  const readers = new Map<Part, Part[]>();
  for (const part of parts)
    for (const one of part.included) {
      addTo(readers, one, part);
    }
  return readers;
}
