import { parseDocument } from 'yaml';
import type { SuppliedField } from '../../model/supply.js';

const head = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Keys under which authors declare what a text may ask for. */
const keys = new Set([
  'variables',
  'vars',
  'placeholders',
  'params',
  'parameters',
  'merge_fields',
  'merge_tags',
  'mergetags',
  'personalisation',
  'personalization',
  'inputs',
]);

const nameOf = (item: unknown): string[] => {
  if (typeof item === 'string') return [item];
  const name = typeof item === 'object' && item !== null ? (item as { name?: unknown }).name : undefined;
  return typeof name === 'string' ? [name] : [];
};

/** Names between the delimiters of their engine, as some authors declare them. */
const bare = (name: string): string => name.replace(/^[{<%[(@\s]+|[}>%\])@\s]+$/g, '');

/** Names declared above a text, in lines between `---`; undefined where none are. */
export function fieldsOfHead(text: string): SuppliedField[] | undefined {
  const [, yaml] = head.exec(text.slice(0, 20_100)) ?? [];
  if (yaml === undefined) return undefined;
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return undefined;
  const value: unknown = document.toJS({ maxAliasCount: 20 });
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, declared] of Object.entries(value)) {
    if (!keys.has(key.toLowerCase())) continue;
    const names = Array.isArray(declared)
      ? declared.flatMap(nameOf)
      : Object.keys(typeof declared === 'object' && declared !== null ? declared : {});
    if (names.length > 0) return [...new Set(names.map(bare))].map((name) => ({ name }));
  }
  return undefined;
}
