import type { PersonSet } from '../model/roadmap.js';
import { personsFixed, promise, remembering, type Satisfies } from './weigh.js';

/** The initiatives that fix most persons together. */
export interface Choice {
  /** Places of the initiatives, in the order in which each next one adds most. */
  readonly initiatives: readonly number[];
  readonly persons: number;
  /** No choice of so many initiatives can fix more persons. */
  readonly bound: number;
  /** Every choice was weighed: `persons` is the most there is among these initiatives. */
  readonly exact: boolean;
}

export interface Question {
  /** Number of initiatives to choose from. */
  readonly count: number;
  readonly sets: readonly PersonSet[];
  readonly satisfies: Satisfies;
  /** How many to choose at most. */
  readonly most: number;
}

/** Choices weighed one by one; beyond it the search goes by steps. */
const weighedAtMost = 20_000;

const choose = (n: number, k: number): number =>
  Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((product, factor) => product * factor, 1);

function* subsets(n: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let first = from; first <= n - size; first++)
      for (const rest of subsets(n, size - 1, first + 1)) yield [first, ...rest];
}

type Weigh = (initiatives: readonly number[]) => number;

/** The first of the best, so that the same question has the same answer. */
function best<T>(options: Iterable<T>, weigh: (option: T) => number): T | undefined {
  let found: T | undefined;
  let most = -1;
  for (const option of options) {
    const value = weigh(option);
    if (value > most) [found, most] = [option, value];
  }
  return found;
}

/**
 * What a set of initiatives satisfies together, put together from what its pairs do: a way over three new flows at once
 * is not seen, and the answer is then too low, never too high.
 */
function pairwise(satisfies: Satisfies): Satisfies {
  return remembering((initiatives) => {
    if (initiatives.length <= 2) return satisfies(initiatives);
    const together = new Set<number>();
    for (const [i, one] of initiatives.entries())
      for (const other of initiatives.slice(i + 1))
        for (const want of satisfies([one, other])) together.add(want);
    return together;
  });
}

/** Adds the one or two initiatives that bring most for each, until there are as many as asked for. */
function greedy({ count, most }: Question, weigh: Weigh): number[] {
  let chosen: number[] = [];
  const others = () => Array.from({ length: count }, (_, i) => i).filter((i) => !chosen.includes(i));
  while (chosen.length < most) {
    const now = weigh(chosen);
    const gain = (added: readonly number[]) => (weigh([...chosen, ...added]) - now) / added.length;
    const rest = others();
    const ahead = [...rest].sort((a, b) => gain([b]) - gain([a]) || a - b).slice(0, 24);
    const steps = [
      ...rest.map((one) => [one]),
      ...(most - chosen.length > 1
        ? [...subsets(ahead.length, 2)].map((at) => at.map((i) => ahead[i]!))
        : []),
    ];
    const step = best(steps, gain);
    if (step === undefined || gain(step) <= 0) break;
    chosen = [...chosen, ...step];
  }
  return chosen;
}

/** Exchanges one initiative for another as long as that fixes more persons. */
function exchange({ count }: Question, start: readonly number[], weigh: Weigh): number[] {
  let chosen = [...start];
  for (;;) {
    const now = weigh(chosen);
    const swaps = chosen.flatMap((_, at) =>
      Array.from({ length: count }, (_, other) => other)
        .filter((other) => !chosen.includes(other))
        .map((other) => chosen.with(at, other)),
    );
    const better = best(swaps, weigh);
    if (better === undefined || weigh(better) <= now) return chosen;
    chosen = better;
  }
}

/** Without those that add nothing to the others. */
const needed = (chosen: readonly number[], weigh: Weigh): readonly number[] => {
  const idle = chosen.findLast((one) => weigh(chosen.filter((other) => other !== one)) === weigh(chosen));
  return idle === undefined
    ? chosen
    : needed(
        chosen.filter((other) => other !== idle),
        weigh,
      );
};

/** Each next one is the one that adds most to those before it. */
function inOrderOfGain(chosen: readonly number[], weigh: Weigh): number[] {
  const ordered: number[] = [];
  const rest = [...chosen].sort((a, b) => a - b);
  while (rest.length > 0) {
    const next = best(rest, (one) => weigh([...ordered, one]))!;
    ordered.push(next);
    rest.splice(rest.indexOf(next), 1);
  }
  return ordered;
}

const everyOne = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/**
 * The initiatives, at most so many, that fix most persons together. A person is fixed when everything that is wrong for
 * them is. Fixing persons is not submodular (two flows may be needed together), so pairs are weighed too; where all
 * choices are few enough every one is, and the answer is exact but for ways over three new flows at once.
 */
export function chooseBest(question: Question): Choice {
  const { count, sets, most, satisfies } = question;
  const together = pairwise(satisfies);
  const weigh: Weigh = (initiatives) => personsFixed(sets, together(initiatives));
  const promising: Weigh = (initiatives) => weigh(initiatives) + promise(sets, together(initiatives));
  const size = Math.min(most, count);
  const exact = choose(count, size) <= weighedAtMost;
  const found = exact
    ? (best(subsets(count, size), weigh) ?? [])
    : exchange(question, greedy(question, promising), promising);
  const useful = inOrderOfGain(needed(found, weigh), weigh);
  const persons = personsFixed(sets, satisfies(useful));
  const all = personsFixed(sets, satisfies(everyOne(count)));
  return { initiatives: useful, persons, bound: exact ? Math.max(persons, weigh(found)) : all, exact };
}
