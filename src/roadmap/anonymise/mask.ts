const special = /[.*+?^${}()|[\]\\/]/gu;

/** Puts neutral names in the place of known ones in a text, the longest first, whole words only, however they are cased. */
export function createMask(neutral: ReadonlyMap<string, string>): (text: string) => string {
  const known = [...neutral.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (known.length === 0) return (text) => text;
  const pattern = known.map((name) => name.replaceAll(special, '\\$&')).join('|');
  const search = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replaceAll(search, (found) => neutral.get(found.toLowerCase()) ?? 'withheld');
}

/** Parts of a document whose texts are words of unsilo, never of an input. */
const ownWords = new Set([
  '$schema',
  'add',
  'about_unit',
  'as_of',
  'basis',
  'better',
  'by',
  'counted',
  'currency',
  'definitions',
  'fields',
  'format',
  'kind',
  'latency',
  'mark',
  'measure',
  'of',
  'remove',
  'set',
  'severity',
  'table',
  'unit',
  'version',
]);

/** The same value with every text in it masked; keys stay. */
export function maskDeep<T>(value: T, mask: (text: string) => string): T {
  if (typeof value === 'string') return mask(value) as T;
  if (Array.isArray(value)) return value.map((item) => maskDeep(item, mask)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, ownWords.has(key) ? item : maskDeep(item, mask)]),
  ) as T;
}
