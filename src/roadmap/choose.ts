import { gainAtBest, pairsAtBest } from './at-best.js';
import { best } from './best.js';
import { coverageBound } from './bound.js';
import { type Choice, isAffordable, others, type Question, type Weigh } from './question.js';
import { binomial, subsets } from './subsets.js';
import { personsFixed, promise } from './weigh.js';

/** Choices weighed one by one, and times how many sets of persons; beyond either the search goes by steps. */
const weighedAtMost = 12_000;
const weighedOnSets = 8_000_000;

/** Every choice of so many or fewer that can be afforded. */
function* everyChoice(question: Question, size: number): Generator<number[]> {
  const affordable = isAffordable(question);
  for (let n = question.budget ? 0 : size; n <= size; n++)
    for (const choice of subsets(question.count, n)) if (affordable(choice)) yield choice;
}

/** The choice that fixes most persons, found among all. */
function bestOfAll(question: Question, size: number, weigh: Weigh): readonly number[] {
  const { sets, satisfies, related = () => null } = question;
  const now = satisfies([]);
  const gain = gainAtBest(sets, related, now);
  const fixed = personsFixed(sets, now);
  return best(everyChoice(question, size), weigh, (choice) => fixed + gain(choice))?.option ?? [];
}

/** Initiatives that are tried in pairs: those that bring most alone. */
const triedInPairs = 24;

interface Step {
  readonly added: readonly number[];
  /** From above, what is promised with them; whatever is promised beside persons is less than one. */
  readonly most: number;
}

/** Two of those that bring most alone. */
function pairsOf(
  { sets, satisfies, related = () => null }: Question,
  chosen: readonly number[],
  ahead: readonly number[],
): Step[] {
  const satisfiedWith = (...added: readonly number[]) => satisfies([...chosen, ...added]);
  const fixed = personsFixed(sets, satisfiedWith());
  const gain = pairsAtBest(sets, ahead, related, satisfiedWith);
  return [...subsets(ahead.length, 2)].map(([one, other]) => ({
    added: [ahead[one!]!, ahead[other!]!],
    most: fixed + gain(one!, other!) + 1,
  }));
}

/** Adds the one or two initiatives that bring most for each, until there are as many as asked for. */
function greedy(question: Question, weigh: Weigh): number[] {
  const affordable = isAffordable(question);
  let chosen: number[] = [];
  while (chosen.length < question.most) {
    const now = weigh(chosen);
    const singles = others(question, chosen)
      .map((one): Step => ({ added: [one], most: weigh([...chosen, one]) }))
      .sort((a, b) => b.most - a.most || a.added[0]! - b.added[0]!);
    const ahead = singles.slice(0, triedInPairs).flatMap(({ added }) => added);
    const pairs = question.most - chosen.length > 1 ? pairsOf(question, chosen, ahead) : [];
    const steps = [...singles, ...pairs].filter(({ added }) => affordable([...chosen, ...added]));
    const step = best(
      steps,
      ({ added }) => (weigh([...chosen, ...added]) - now) / added.length,
      ({ added, most }) => (most - now) / added.length,
    );
    if (step === undefined || step.value <= 0) break;
    chosen = [...chosen, ...step.option.added];
  }
  return chosen;
}

/** Exchanges one initiative for another as long as that fixes more persons. */
function exchange(question: Question, start: readonly number[], weigh: Weigh): number[] {
  let chosen = [...start];
  for (;;) {
    const now = weigh(chosen);
    const affordable = isAffordable(question);
    const swaps = chosen
      .flatMap((_, at) => others(question, chosen).map((other) => ({ at, other })))
      .filter(({ at, other }) => affordable(chosen.with(at, other)));
    // What comes in is weighed last, as little is to be asked anew of a list that was weighed before.
    const better = best(swaps, ({ at, other }) => weigh([...chosen.toSpliced(at, 1), other]));
    if (better === undefined || better.value <= now) return chosen;
    chosen = chosen.with(better.option.at, better.option.other);
  }
}

/** Without those that add nothing to the others. */
const needed = (chosen: readonly number[], weigh: Weigh): readonly number[] => {
  const idle = chosen.findLast((one) => weigh(chosen.filter((other) => other !== one)) >= weigh(chosen));
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
    const next = best(rest, (one) => weigh([...ordered, one]))!.option;
    ordered.push(next);
    rest.splice(rest.indexOf(next), 1);
  }
  return ordered;
}

/**
 * The initiatives, at most so many, that fix most persons together. A person is fixed when everything that is wrong for
 * them is. Fixing persons is not submodular (two flows may be needed together), so pairs are weighed too; where all
 * choices are few enough every one is weighed, and the answer is exact.
 */
export function chooseBest(question: Question): Choice {
  const { count, sets, most, satisfies, supports } = question;
  const weigh: Weigh = (initiatives) => personsFixed(sets, satisfies(initiatives));
  const promising: Weigh = (initiatives) => {
    const satisfied = satisfies(initiatives);
    return personsFixed(sets, satisfied) + promise(sets, satisfied);
  };
  const size = Math.min(most, count);
  const choices = binomial(count, size);
  const exact = choices <= weighedAtMost && choices * sets.length <= weighedOnSets;
  const found = exact
    ? bestOfAll(question, size, weigh)
    : exchange(question, greedy(question, promising), promising);
  const useful = inOrderOfGain(needed(found, weigh), weigh);
  const persons = weigh(useful);
  const bound = exact ? persons : Math.max(persons, coverageBound(sets, size, supports));
  return { initiatives: useful, persons, bound, exact };
}
