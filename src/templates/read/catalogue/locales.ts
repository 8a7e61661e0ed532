import { localeKind, normaliseLocale } from '../locale.js';
import type { Entry } from './entry.js';

/** An entry with its locale taken out of its keys. */
export interface LocatedEntry extends Entry {
  readonly locale: string;
}

/** Whether keys beside each other are locales: at least one surely, and none that does not look like one. */
function areLocales(keys: ReadonlySet<string>, alone: boolean): boolean {
  const kinds = [...keys].map(localeKind);
  if (kinds.includes('none')) return false;
  const sure = kinds.filter((kind) => kind === 'locale').length;
  if (kinds.length === 1) return alone && sure === 1;
  return sure >= 2 || (sure === 1 && !kinds.includes('shape'));
}

const prefixOf = (path: readonly string[], depth: number): string => JSON.stringify(path.slice(0, depth));

/** Keys by what stands before them. */
function siblings(entries: readonly Entry[]): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  for (const { path } of entries)
    for (const [depth, key] of path.slice(0, 4).entries()) {
      const prefix = prefixOf(path, depth);
      const keys = known.get(prefix);
      if (keys) keys.add(key);
      else known.set(prefix, new Set([key]));
    }
  return known;
}

/** Whether the outermost keys of a catalogue are locales: `en:` over everything, or one key a locale. */
export const hasLocaleRoot = (entries: readonly Entry[], locale: string): boolean => {
  const roots = new Set(entries.map(({ path }) => path[0] ?? ''));
  const deep = entries.every(({ path }) => path.length > 1);
  const same = roots.size === 1 && locale !== '' && normaliseLocale([...roots][0]!) === locale;
  return same || areLocales(roots, deep);
};

/** Entries with locales out of their keys: those of the keys before those of the file. */
export function splitLocales(entries: readonly Entry[], fileLocale: string): LocatedEntry[] {
  const beside = siblings(entries);
  const rooted = entries.length > 0 && hasLocaleRoot(entries, fileLocale);
  const verdicts = new Map<string, boolean>();
  const isLevel = (path: readonly string[], depth: number): boolean => {
    if (depth === 0) return rooted;
    const prefix = prefixOf(path, depth);
    const before = verdicts.get(prefix);
    if (before !== undefined) return before;
    const verdict = areLocales(beside.get(prefix)!, false);
    verdicts.set(prefix, verdict);
    return verdict;
  };
  return entries.map((entry) => {
    const own = entry.locale === undefined ? '' : normaliseLocale(entry.locale);
    const at = own === '' ? entry.path.slice(0, 4).findIndex((_, depth) => isLevel(entry.path, depth)) : -1;
    if (at < 0) return { ...entry, locale: own === '' ? fileLocale : own };
    return { ...entry, path: entry.path.toSpliced(at, 1), locale: normaliseLocale(entry.path[at]!) };
  });
}
