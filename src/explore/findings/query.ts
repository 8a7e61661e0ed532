import { addTo } from '../../text/group-by.js';
/** By what findings are narrowed, beside words of their texts. */
export const facets = [
  'severity',
  'pack',
  'rule',
  'system',
  'silo',
  'owner',
  'cause',
  'status',
  'is',
] as const;
export type Facet = (typeof facets)[number];

export interface Query {
  /** Values of one facet are alternatives; facets narrow each other. */
  readonly by: ReadonlyMap<Facet, readonly string[]>;
  /** All of them must occur. */
  readonly words: readonly string[];
}

const isFacet = (name: string | undefined): name is Facet => facets.some((facet) => facet === name);

/** `pack:flow owner:"Data office" mortgage`: a word, or a value of a facet, in quotes where it has spaces. */
const token = /(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gu;

/** A query as it is typed; what is no facet is a word. */
export function parseQuery(typed: string): Query {
  const by = new Map<Facet, string[]>();
  const words: string[] = [];
  for (const [whole, name, quoted, bare = ''] of typed.toLowerCase().matchAll(token)) {
    const value = quoted ?? bare;
    if (!isFacet(name)) words.push(name === undefined ? value : whole.replaceAll('"', ''));
    else if (value !== '') addTo(by, name, value);
  }
  return { by, words };
}

const quoted = (value: string): string => (/[\s"]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value);

/** A query as it could be typed. */
export const renderQuery = ({ by, words }: Query): string =>
  [
    ...facets.flatMap((facet) => (by.get(facet) ?? []).map((value) => `${facet}:${quoted(value)}`)),
    ...words.map(quoted),
  ].join(' ');

/** The query with a value of a facet more, or less where it is there already. */
export function toggle(query: Query, facet: Facet, value: string): Query {
  const before = query.by.get(facet) ?? [];
  const wanted = value.toLowerCase();
  const after = before.includes(wanted) ? before.filter((one) => one !== wanted) : [...before, wanted];
  return { ...query, by: new Map([...query.by, [facet, after]]) };
}
