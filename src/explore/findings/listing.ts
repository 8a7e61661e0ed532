import { type Cause, causes } from '../../model/enums.js';
import type { Finding } from '../../model/finding.js';
import { compareText } from '../../text/compare.js';
import { addTo } from '../../text/group-by.js';

/** In what order findings stand; `harm` is that of the report, worst first. */
export const sortKeys = ['harm', 'persons', 'messages', 'due', 'rule', 'subject'] as const;
export type SortKey = (typeof sortKeys)[number];

const count = (share: Finding['persons']): number => share?.count ?? -1;

const orders: Readonly<Record<Exclude<SortKey, 'harm'>, (a: Finding, b: Finding) => number>> = {
  persons: (a, b) => count(b.persons) - count(a.persons),
  messages: (a, b) => count(b.messages) - count(a.messages),
  due: (a, b) => compareText(a.due ?? '9999', b.due ?? '9999'),
  rule: (a, b) => compareText(a.rule, b.rule),
  subject: (a, b) => compareText(a.subject, b.subject),
};

/** A cause with the findings it has. */
export interface CauseGroup {
  readonly cause: Cause | null;
  readonly findings: number;
  /** Of the finding with most; persons of findings do not add up. */
  readonly persons: number;
  readonly isOpen: boolean;
}

export type Entry = { readonly finding: number } | { readonly group: CauseGroup };

/** What stands where in a list of findings. */
export interface Listing {
  readonly length: number;
  at(row: number): Entry | undefined;
}

/** Places in another order; equal ones keep theirs. */
export function sortPlaces(findings: readonly Finding[], places: Int32Array, key: SortKey): Int32Array {
  if (key === 'harm') return places;
  const order = orders[key];
  return places.slice().sort((a, b) => order(findings[a]!, findings[b]!) || a - b);
}

const listingOf = (places: Int32Array): Listing => ({
  length: places.length,
  at: (row) => (places[row] === undefined ? undefined : { finding: places[row] }),
});

const order = (cause: Cause | null): number => (cause === null ? causes.length : causes.indexOf(cause));

/** Findings under the causes they have; a closed cause shows only its head. */
function grouped(
  findings: readonly Finding[],
  places: Int32Array,
  closed: ReadonlySet<Cause | null>,
): Listing {
  const members = new Map<Cause | null, number[]>();
  for (const at of places) {
    const { cause } = findings[at]!;
    addTo(members, cause, at);
  }
  const entries = [...members]
    .sort(([a], [b]) => order(a) - order(b))
    .flatMap(([cause, own]): Entry[] => {
      const persons = own.reduce((most, at) => Math.max(most, findings[at]!.persons?.count ?? 0), 0);
      const isOpen = !closed.has(cause);
      const group = { cause, findings: own.length, persons, isOpen };
      return [{ group }, ...(isOpen ? own.map((finding) => ({ finding })) : [])];
    });
  return { length: entries.length, at: (row) => entries[row] };
}

/** How a list of findings is arranged. */
export interface Arrangement {
  readonly sort: SortKey;
  readonly grouped: boolean;
  readonly closed: ReadonlySet<Cause | null>;
}

/** Arranges findings; the same listing for the same wish. */
export function createArranger(findings: readonly Finding[]) {
  let last: { places: Int32Array; wish: Arrangement; listing: Listing } | undefined;
  return (places: Int32Array, wish: Arrangement): Listing => {
    const isSame =
      last?.places === places &&
      last.wish.sort === wish.sort &&
      last.wish.grouped === wish.grouped &&
      last.wish.closed === wish.closed;
    if (last === undefined || !isSame) {
      const sorted = sortPlaces(findings, places, wish.sort);
      const listing = wish.grouped ? grouped(findings, sorted, wish.closed) : listingOf(sorted);
      last = { places, wish, listing };
    }
    return last.listing;
  };
}
