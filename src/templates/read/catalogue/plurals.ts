import type { PluralUse } from '../../../model/template.js';

const categories = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** The plural category a key ends with: `items.one`, i18next's `items_one`. */
export function pluralOf(path: readonly string[]): { stem: string; category: string } | undefined {
  const last = path.at(-1) ?? '';
  if (categories.has(last) && path.length > 1) return { stem: path.slice(0, -1).join('.'), category: last };
  const [, stem, category] = /^(.+)_([a-z]+)$/.exec(last) ?? [];
  if (stem === undefined || category === undefined || !categories.has(category)) return undefined;
  return { stem: [...path.slice(0, -1), stem].join('.'), category };
}

/** Forms of one text that stand under keys of their own; they belong to the form `other`. */
export function pluralUse(name: string, forms: readonly string[], length: number): PluralUse {
  return { start: 0, end: length, name, kind: 'plural', categories: forms };
}
