import type { Part } from '../../model/template.js';
import { splitPath } from './path.js';

/** Path of a part without ends, underscore and locale's place: what includes name it by. */
function nameOf({ file: { path } }: Part): string {
  const { folders, stem } = splitPath(path);
  return [...folders, stem.replace(/^_/, '')].join('/').toLowerCase();
}

const lastOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

function wantedName(name: string): string {
  const { folders, stem } = splitPath(name.replace(/^(?:\.{0,2}\/)+/, '').replaceAll('\\', '/'));
  return [...folders, stem.replace(/^_/, '')].join('/').toLowerCase();
}

/** How many leading folders two paths have in common. */
export function shared(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  let count = 0;
  while (count < left.length && left[count] === right[count]) count++;
  return count;
}

/** Texts that others are made of, found by the names includes use. */
export class Library {
  readonly #byLast = new Map<string, Part[]>();

  constructor(parts: readonly Part[]) {
    for (const part of parts) {
      if (part.key !== '') continue;
      const { stem } = splitPath(part.file.path);
      const bare = stem.replace(/^_/, '').toLowerCase();
      for (const name of new Set([bare, bare.split('.')[0]!, lastOf(part.message.toLowerCase())])) {
        const known = this.#byLast.get(name);
        if (known) known.push(part);
        else this.#byLast.set(name, [part]);
      }
    }
  }

  /** The text an include of a part means: its locale and its markup before others, then the nearest in folders. */
  find(from: Part, include: string): Part | undefined {
    const wanted = wantedName(include);
    const named = (part: Part): boolean => `/${nameOf(part)}`.endsWith(`/${wanted}`);
    const found = (this.#byLast.get(lastOf(wanted)) ?? []).filter(
      (part) => !wanted.includes('/') || named(part),
    );
    const score = (part: Part): number =>
      (named(part) ? 1000 : 0) +
      (part === from ? -150 : 0) +
      (part.locale === from.locale ? 400 : part.locale === '' ? 300 : 0) +
      (part.markup === from.markup ? 200 : 0) +
      (part.name === 'partial' || part.name === 'layout' ? 100 : 0) +
      Math.min(shared(part.file.path, from.file.path), 90);
    let best: Part | undefined;
    for (const part of found) if (!best || score(part) > score(best)) best = part;
    return best;
  }
}
