import type { RepeatedKey, Span } from '../../../model/template.js';
import { addTo } from '../../../text/group-by.js';
import { firstNotBefore } from '../../../text/halving.js';
import type { Entry } from './entry.js';

/** Keys of one mapping; those that come again are added to a list. */
export class Keys {
  readonly #first = new Map<string, Span>();

  constructor(private readonly repeats: RepeatedKey[]) {}

  note(key: string, at: Span): void {
    const first = this.#first.get(key);
    if (first) this.repeats.push({ key, ...at, first });
    else this.#first.set(key, at);
  }
}

/** The first entry at or behind an offset of the file; entries are in order of place. */
const behind = <T extends Entry>(entries: readonly T[], offset: number): T | undefined =>
  entries[firstNotBefore(entries, (entry) => entry.toFile(0) < offset)];

/** Keys that stand twice, by the entry that the second of them leads to. */
export function repeatsByEntry<T extends Entry>(
  entries: readonly T[],
  repeats: readonly RepeatedKey[],
): ReadonlyMap<T, readonly RepeatedKey[]> {
  const found = new Map<T, RepeatedKey[]>();
  for (const repeat of repeats) {
    const entry = behind(entries, repeat.end);
    const was = behind(entries, repeat.first.end)?.text;
    if (!entry) continue;
    const own = { ...repeat, ...(was !== undefined && { was }) };
    addTo(found, entry, own);
  }
  return found;
}
