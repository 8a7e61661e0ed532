import type { Part } from '../../model/template.js';
import { isSameFact } from '../../templates/facts/index.js';
import { similarity } from '../../templates/facts/negation.js';
import type { FactKind } from '../../templates/facts/types.js';
import { factsOf, type PlacedFact } from './facts.js';
import { type PlacedStatement, statementsOf } from './statements.js';

/** Two texts that say something else of the same. */
export interface Clash {
  readonly kind: FactKind;
  readonly one: PlacedFact;
  readonly other: PlacedFact;
  /** The sentences are alike, so both speak of the same thing. */
  readonly isSameSentence: boolean;
}

export const comparable: readonly FactKind[] = [
  'duration',
  'amount',
  'percent',
  'volume',
  'date',
  'time',
  'weekday',
  'phone',
];

const without = (facts: readonly PlacedFact[], others: readonly PlacedFact[]): PlacedFact[] =>
  facts.filter((fact) => !others.some((other) => isSameFact(fact, other)));

const saysOne = ([first, ...rest]: readonly PlacedFact[]): boolean =>
  first !== undefined && rest.every((one) => isSameFact(one, first));

const sentenceOf = ({ part, start }: PlacedFact): PlacedStatement | undefined =>
  statementsOf(part).find(({ at }) => start >= at.start && start < at.end);

function alikeness(one: PlacedFact, other: PlacedFact): number {
  const [a, b] = [sentenceOf(one), sentenceOf(other)];
  return a && b ? similarity(a, b) : 0;
}

const alike = 0.5;

/** Facts of one kind that only one of two texts has, paired by how alike their sentences are. */
export function clashes(ones: readonly Part[], others: readonly Part[]): Clash[] {
  const mine = ones.flatMap(factsOf);
  const theirs = others.flatMap(factsOf);
  return comparable.flatMap((kind): Clash[] => {
    const own = mine.filter((fact) => fact.kind === kind);
    const rest = theirs.filter((fact) => fact.kind === kind);
    const only = without(own, rest);
    const missing = without(rest, own);
    if (only.length === 0 || missing.length === 0 || only.length * missing.length > 400) return [];
    const isSingle =
      own.length === only.length && rest.length === missing.length && saysOne(own) && saysOne(rest);
    return only.flatMap((one): Clash[] => {
      const best = missing
        .map((other) => [alikeness(one, other), other] as const)
        .sort((a, b) => b[0] - a[0])[0]!;
      if (best[0] >= alike) return [{ kind, one, other: best[1], isSameSentence: true }];
      return isSingle ? [{ kind, one, other: best[1], isSameSentence: false }] : [];
    });
  });
}

const enough = 4;
const same = 0.72;

/** Sentences of one text that another has with the opposite sense, and nowhere as they are. */
export function reversals(
  ones: readonly Part[],
  others: readonly Part[],
): [PlacedStatement, PlacedStatement][] {
  const theirs = others.flatMap(statementsOf);
  if (theirs.length > 500) return [];
  const said = new Set(theirs.map(({ text }) => text));
  return ones.flatMap(statementsOf).flatMap((one): [PlacedStatement, PlacedStatement][] => {
    if (said.has(one.text) || one.stems.size < enough) return [];
    const near = theirs.filter((other) => similarity(one, other) >= same);
    const isSaid = near.some(({ negations }) => negations > 0 === one.negations > 0);
    return isSaid || near.length === 0 ? [] : [[one, near[0]!]];
  });
}
