import type { Initiative, PersonSet } from '../model/roadmap.js';
import { personsFixed, type Satisfies } from './weigh.js';

/** An initiative at its place in the plan. */
export interface Step {
  /** Place of the initiative. */
  readonly initiative: number;
  /** Persons fixed by it and all before it. */
  readonly persons: number;
  readonly wave: number;
}

/** Effort of a wave, in the units of initiatives. */
const waveEffort = 12;
const mostWaves = 4;

/**
 * Initiatives by what each adds for its effort to those before it, until none adds anything; two that only help together
 * come together. Steps are put into waves of equal effort in that order, so every wave stands on those before.
 */
export function orderByGain(
  initiatives: readonly Initiative[],
  sets: readonly PersonSet[],
  satisfies: Satisfies,
): Step[] {
  const weigh = (chosen: readonly number[]) => personsFixed(sets, satisfies(chosen));
  const chosen: number[] = [];
  const persons: number[] = [];
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
    for (const one of step) {
      chosen.push(one);
      persons.push(weigh(chosen));
    }
  }
  return inWaves(chosen, persons, initiatives);
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

function inWaves(
  chosen: readonly number[],
  persons: readonly number[],
  initiatives: readonly Initiative[],
): Step[] {
  const total = chosen.reduce((sum, one) => sum + initiatives[one]!.effort, 0);
  const each = Math.max(waveEffort, total / mostWaves);
  let effort = 0;
  return chosen.map((initiative, i) => {
    const wave = Math.min(mostWaves, 1 + Math.floor(effort / each));
    effort += initiatives[initiative]!.effort;
    return { initiative, persons: persons[i]!, wave };
  });
}
