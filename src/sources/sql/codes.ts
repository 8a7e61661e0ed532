import { quoteText } from '../../store/store.js';
import type { Reading } from '../mapping/plan.js';
import { bind, clean, latinDigits, trimmed } from './text.js';
import { inverted, invertedFlag, opposite } from './words.js';

const casesOf = (codes: ReadonlyMap<string, string>): string =>
  [...codes].map(([from, to]) => `WHEN ${quoteText(from)} THEN ${quoteText(to)}`).join(' ');

/** A code whatever its case and the script of its digits. */
const folded = (x: string): string => `lower(${latinDigits(trimmed(x))})`;

/** The codes without case, as far as none then means two things. */
function likeness(codes: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const [from, to] of codes) {
    const plain = from.toLowerCase();
    found.set(plain, (found.get(plain) ?? new Set()).add(to));
  }
  return new Map([...found].filter(([, to]) => to.size === 1).map(([from, to]) => [from, [...to][0]!]));
}

/** A text by the code it is; NULL for one that is none. Most are written as the code is, and need no more than a look. */
function coded(codes: ReadonlyMap<string, string>, raw: string): string {
  if (codes.size === 0) return 'NULL';
  const alike = likeness(codes);
  const isPlain = alike.size === new Set([...codes.keys()].map((code) => code.toLowerCase())).size;
  const other = `CASE WHEN ${raw} IS NOT NULL THEN ${bind('k', folded(raw), `CASE k ${casesOf(alike)} END`)} END`;
  return `CASE ${isPlain ? raw : clean(raw)} ${casesOf(codes)} ${alike.size > 0 ? `ELSE ${other}` : ''} END`;
}

/** SQL of a text by the first of `raws` that is a code; without codes the text itself, inverted where it shall be. */
export function translated({ values, otherwise, invert, spec }: Reading, raws: readonly string[]): string {
  const [raw] = raws as [string];
  if (values !== undefined) {
    const codes = new Map(
      Object.entries(values).map(([from, to]) => [from.trim(), invert ? opposite(to) : to] as const),
    );
    const found = raws.map((one) => coded(codes, one));
    const other =
      otherwise === undefined
        ? []
        : [`CASE WHEN ${trimmed(raw)} IS NOT NULL THEN ${quoteText(otherwise)} END`];
    return found.length + other.length === 1 ? found[0]! : `coalesce(${[...found, ...other].join(', ')})`;
  }
  if (!invert) return raw;
  return spec.kind === 'boolean' ? invertedFlag(raw) : inverted(raw);
}
