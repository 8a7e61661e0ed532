import { aliasesOf } from '../../localisation/aliases.js';
import { sum } from '../../localisation/counts.js';
import { type Localisation, localise } from '../../localisation/localise.js';
import { rivalsOf } from '../../localisation/rivals.js';
import { describePatterns, renderChance, type Statistics } from '../../localisation/statistics.js';
import type { LeafTable, Pattern } from '../../localisation/types.js';
import { originOf, type RankOf, renderName, sortNames } from './naming.js';

/** What is printed of a cause; decimals as text with fixed places. */
export type Figures = Readonly<
  Record<'expected' | 'ratio' | 'ratio_low' | 'ratio_high' | 'explained' | 'p_adjusted', string>
>;

/** A cause of errors of one kind, with its name. */
export interface Cause {
  readonly origin: string;
  readonly verdict: 'localised' | 'tie';
  readonly pattern: string;
  readonly sameRowsAs: readonly string[];
  readonly rivals: readonly string[];
  readonly leaves: readonly number[];
  readonly messages: number;
  readonly figures: Figures;
}

export interface Located {
  readonly causes: readonly Cause[];
  /** What is to be said of errors outside the causes. */
  readonly restVerdict: 'external_cause' | 'listed_only';
}

/** One of these is reported from the first case on. */
const severe = new Set(['wrong_recipient', 'other_customer_data']);
const enoughErrors = 2;
const enoughExplained = 0.65;
const layers = 3;
/** Reports are few: what chance does in one table of thirty is worth a look. */
const leastGain = 3;
/** Names beyond these say nothing more. */
const mostNames = 10;

const decimal = (value: number): string => Math.min(value, 99_999_999).toFixed(4);

const figuresOf = (pattern: Pattern, one: Statistics): Figures => ({
  expected: decimal(pattern.expected),
  ratio: decimal(one.ratio),
  ratio_low: decimal(one.ratioLow),
  ratio_high: decimal(one.ratioHigh),
  explained: decimal(one.explained),
  p_adjusted: renderChance(one.lnChance),
});

function toCause(
  table: LeafTable,
  found: Localisation,
  place: number,
  rankOf: RankOf,
  taken: ReadonlySet<string>,
): Omit<Cause, 'figures'> {
  const pattern = found.patterns[place]!;
  const aliases = aliasesOf(table, found.slices, pattern.conditions);
  const [name, ...others] = sortNames(table, [pattern.conditions, ...aliases], rankOf);
  const rivals = sortNames(table, rivalsOf(table, found.slices, pattern), rankOf);
  const render = (one: (typeof rivals)[number]) => renderName(table, one);
  return {
    origin: originOf(table, name!, taken),
    verdict: rivals.length > 0 ? 'tie' : 'localised',
    pattern: render(name!),
    sameRowsAs: others.slice(0, mostNames).map(render),
    rivals: rivals.slice(0, mostNames).map(render),
    leaves: pattern.leaves,
    messages: pattern.totals,
  };
}

/** Finds the causes of the errors of one class. */
export function locateErrors(table: LeafTable, errorClass: string, rankOf: RankOf): Located {
  const total = sum(table.now.errors);
  const found = localise(table, {
    layers,
    leastGain,
    leastErrors: severe.has(errorClass) ? 1 : enoughErrors,
  });
  const statistics = describePatterns(table, found);
  const taken = new Set<string>();
  const causes = found.patterns.map((pattern, i): Cause => {
    const cause = toCause(table, found, i, rankOf, taken);
    taken.add(cause.origin);
    return { ...cause, figures: figuresOf(pattern, statistics[i]!) };
  });
  const explained = statistics.reduce((share, one) => share + one.explained, 0);
  const isOpen = total >= enoughErrors && explained < enoughExplained;
  return { causes, restVerdict: isOpen ? 'external_cause' : 'listed_only' };
}
