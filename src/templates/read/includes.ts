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

/** Leading folders two paths have in common. */
function shared(a: string, b: string): number {
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
    const found = (this.#byLast.get(lastOf(wanted)) ?? []).filter((part) => part !== from);
    const score = (part: Part): number =>
      (`/${nameOf(part)}`.endsWith(`/${wanted}`) ? 1000 : 0) +
      (part.locale === from.locale ? 400 : part.locale === '' ? 300 : 0) +
      (part.markup === from.markup ? 200 : 0) +
      (part.name === 'partial' || part.name === 'layout' ? 100 : 0) +
      Math.min(shared(part.file.path, from.file.path), 90);
    let best: Part | undefined;
    for (const part of found) if (!best || score(part) > score(best)) best = part;
    return best;
  }
}

/** Everything a part is put together with, each once; an include that comes back to its start is cut. */
function closure(part: Part, direct: (part: Part) => readonly Part[]): Part[] {
  const seen = new Set([part]);
  const queue = [...direct(part)];
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...direct(next));
  }
  seen.delete(part);
  return [...seen];
}

const yields = /\b(?:yield|content_for_layout|body|content|contents|main)\b/;

/** A layout that shows its text where it says so, and that texts of its folder come in without naming it. */
function impliedLayouts(parts: readonly Part[]): Part[] {
  return parts.filter(
    ({ name, text, parsed, key }) =>
      key === '' &&
      name === 'layout' &&
      parsed.tags.some(({ kind, start, end }) => kind !== 'comment' && yields.test(text.slice(start, end))),
  );
}

const topFolders = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

function impliedFor(part: Part, layouts: readonly Part[]): Part[] {
  if (part.key !== '' || part.name === 'layout' || part.name === 'partial') return [];
  if (part.channel !== 'email' || part.name === 'subject' || part.name === 'preheader') return [];
  if (part.elements.some(({ name }) => name === 'html' || name === 'mjml')) return [];
  const fits = layouts.filter(
    (layout) =>
      layout.markup === part.markup &&
      (layout.locale === '' || layout.locale === part.locale) &&
      shared(topFolders(layout.file.path), topFolders(part.file.path)) >=
        Math.max(1, layout.file.path.split('/').length - 2),
  );
  return fits.length === 1 ? fits : [];
}

/** The parts with what they are put together with. */
export function resolveIncludes(parts: readonly Part[]): Part[] {
  const layouts = impliedLayouts(parts);
  if (layouts.length === 0 && parts.every(({ parsed }) => parsed.includes.length === 0)) return [...parts];
  const library = new Library(parts);
  const made = new Map<Part, Part & { included: Part[] }>(
    parts.map((part) => [part, { ...part, included: [] }]),
  );
  const known = new Map<Part, Part[]>();
  const direct = (part: Part): Part[] => {
    const before = known.get(part);
    if (before) return before;
    const named = part.parsed.includes.flatMap(({ name }) => library.find(part, name) ?? []);
    const implied = part.parsed.includes.some(({ kind }) => kind === 'layout')
      ? []
      : impliedFor(part, layouts);
    const found = [...named, ...implied];
    known.set(part, found);
    return found;
  };
  for (const [part, own] of made)
    own.included.push(...closure(part, direct).map((other) => made.get(other)!));
  return [...made.values()];
}
