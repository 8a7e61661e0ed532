import type { Part } from '../model/template.js';

/** The parts that are put together with a partial or layout, by it. */
export function readersOf(parts: readonly Part[]): ReadonlyMap<Part, readonly Part[]> {
  const readers = new Map<Part, Part[]>();
  for (const part of parts)
    for (const one of part.included) {
      const own = readers.get(one);
      if (own) own.push(part);
      else readers.set(one, [part]);
    }
  return readers;
}
