import type { Initiative, PersonSet } from '../model/roadmap.js';
import { personsFixed, type Satisfies } from './weigh.js';

/**
 * Places of initiatives by what each adds for its effort to those before it, until none adds anything; two that only
 * help together come together.
 */
export function orderByGain(
  initiatives: readonly Initiative[],
  sets: readonly PersonSet[],
  satisfies: Satisfies,
): number[] {
  const weigh = (chosen: readonly number[]) => personsFixed(sets, satisfies(chosen));
  const chosen: number[] = [];
  for (;;) {
    const now = weigh(chosen);
    const rest = initiatives.map((_, i) => i).filter((i) => !chosen.includes(i));
    const single = bestOf(
      rest.map((one) => [one]),
      initiatives,
      (added) => weigh([...chosen, ...added]) - now,
    );
    const step = single ?? bestOf(pairsOf(rest), initiatives, (added) => weigh([...chosen, ...added]) - now);
    if (!step) break;
    chosen.push(...step);
  }
  return chosen;
}

const pairsOf = (rest: readonly number[]): number[][] =>
  rest.slice(0, 30).flatMap((one, i) => rest.slice(i + 1, 30).map((other) => [one, other]));

function bestOf(
  steps: readonly number[][],
  initiatives: readonly Initiative[],
  gain: (step: readonly number[]) => number,
): number[] | undefined {
  let found: number[] | undefined;
  let most = 0;
  for (const step of steps) {
    const effort = step.reduce((sum, one) => sum + initiatives[one]!.effort, 0);
    const value = gain(step) / effort;
    if (value > most) [found, most] = [step, value];
  }
  return found;
}
