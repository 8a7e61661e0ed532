/** Cases that lasted equally long: how many came to their end then, and of how many no more is known. */
export interface Lasting {
  readonly ms: number;
  readonly ended: number;
  readonly open: number;
}

/** Seconds; `low` and `high` are the ends of the 95 % interval. */
export interface Median {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Quantile of the normal distribution for an interval of 95 %. */
const z = 1.959964;
/** With fewer cases no order of them is so unlikely that it would bound the median. */
const fewest = 6;
const tiny = 1e-12;

interface Step {
  readonly ms: number;
  readonly survival: number;
  /** Half the width of the interval of the survival. */
  readonly half: number;
}

/** Share still open after each end, by Kaplan and Meier, with Greenwood's variance. */
function stepsOf(lasting: readonly Lasting[]): Step[] {
  let atRisk = lasting.reduce((sum, { ended, open }) => sum + ended + open, 0);
  let [survival, spread] = [1, 0];
  const steps: Step[] = [];
  for (const { ms, ended, open } of lasting) {
    if (ended > 0) {
      survival *= 1 - ended / atRisk;
      spread += atRisk > ended ? ended / (atRisk * (atRisk - ended)) : 0;
      steps.push({ ms, survival, half: z * survival * Math.sqrt(spread) });
    }
    atRisk -= ended + open;
  }
  return steps;
}

/**
 * The median when what is still open counts with the time it has lasted; without open cases that of the sample. Its
 * interval by Brookmeyer and Crowley. Undefined where less than half can be said to have ended. `lasting` is in order of
 * time, each time once.
 */
export function survivalMedian(lasting: readonly Lasting[]): Median | undefined {
  const steps = stepsOf(lasting);
  const at = steps.findIndex(({ survival }) => survival <= 0.5 + tiny);
  const step = steps[at];
  if (step === undefined) return undefined;
  const next = steps[at + 1];
  // Where exactly half have ended, any time up to the next end would do: the middle is taken, as of any even sample.
  const value = next && step.survival > 0.5 - tiny ? (step.ms + next.ms) / 2 : step.ms;
  const ended = lasting.reduce((sum, one) => sum + one.ended, 0);
  const end = (sign: 1 | -1): number | null => {
    const found = steps.find(({ survival, half }) => survival + sign * half <= 0.5);
    return found === undefined || ended < fewest ? null : found.ms / 1000;
  };
  return { value: value / 1000, low: end(-1), high: end(1) };
}
