import type { Initiative, PersonSet } from '../model/roadmap.js';
import { gainAtBest, pairsAtBest } from './at-best.js';
import { best } from './best.js';
import type { Supports } from './bound.js';
import { subsets } from './subsets.js';
import { personsFixed, type Satisfies } from './weigh.js';

/** Initiatives that are tried in pairs. */
const triedInPairs = 30;

/** What an order is found by. */
interface Scale {
  readonly efforts: readonly number[];
  readonly sets: readonly PersonSet[];
  readonly satisfies: Satisfies;
  readonly related: Supports;
}

/** What adds most for its effort to those chosen: one, or where none adds anything two. */
function nextStep({ efforts, sets, satisfies, related }: Scale, chosen: readonly number[]): number[] {
  const rest = efforts.map((_, i) => i).filter((i) => !chosen.includes(i));
  const satisfiedWith = (...added: readonly number[]) => satisfies([...chosen, ...added]);
  const satisfied = satisfiedWith();
  const now = personsFixed(sets, satisfied);
  const each = (gain: number, added: readonly number[]) =>
    gain / added.reduce((sum, one) => sum + efforts[one]!, 0);
  const gain = (added: readonly number[]) => each(personsFixed(sets, satisfiedWith(...added)) - now, added);
  const atBest = gainAtBest(sets, related, satisfied);
  const single = best(
    rest.map((one) => [one]),
    gain,
    (added) => each(atBest(added), added),
  );
  if (single && single.value > 0) return single.option;
  const tried = rest.slice(0, triedInPairs);
  const most = pairsAtBest(sets, tried, related, satisfiedWith);
  const hopeful = [...subsets(tried.length, 2)]
    .map(([one, other]) => ({ pair: [tried[one!]!, tried[other!]!], most: most(one!, other!) }))
    .filter((one) => one.most > 0);
  const found = best(
    hopeful,
    ({ pair }) => gain(pair),
    (one) => each(one.most, one.pair),
  );
  return found && found.value > 0 ? found.option.pair : [];
}

/**
 * Places of initiatives by what each adds for its effort to those before it, until none adds anything; two that only
 * help together come together. `related` says what can matter to which want, and spares weighing pairs.
 */
export function orderByGain(
  initiatives: readonly Initiative[],
  sets: readonly PersonSet[],
  satisfies: Satisfies,
  related: Supports = () => null,
): number[] {
  const scale = { efforts: initiatives.map(({ effort }) => effort), sets, satisfies, related };
  const chosen: number[] = [];
  for (;;) {
    const step = nextStep(scale, chosen);
    if (step.length === 0) return chosen;
    chosen.push(...step);
  }
}
