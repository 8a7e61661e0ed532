import type { Linkage } from '../../linkage/index.js';
import type { Measured } from '../../model/link.js';
import type { Answer, Answers } from './answers.js';

/** Quantile of the normal distribution for an interval of 95 %. */
const z = 1.959964;

/** A share with the interval of Wilson, which holds for few cases and for shares near 0 and 1. */
export function shareOf(same: number, of: number): Measured['links'] {
  if (of === 0) return { same, of, share: null, low: 0, high: 1 };
  const share = same / of;
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const [middle, scale] = [share + (z * z) / (2 * of), 1 + (z * z) / of];
  const low = same === 0 ? 0 : Math.max(0, (middle - spread) / scale);
  const high = same === of ? 1 : Math.min(1, (middle + spread) / scale);
  return { same, of, share, low, high };
}

const count = (answers: readonly Answer[]): Measured['links'] =>
  shareOf(answers.filter(({ same }) => same).length, answers.length);

/** Holds what people judged against what the model alone says of the same pairs. */
export async function measure({ answers, open }: Answers, linkage: Linkage): Promise<Measured> {
  const { threshold } = linkage.summary;
  const links: Answer[] = [];
  const others: Answer[] = [];
  for (const answer of answers) {
    const { probability } = await linkage.explainPair(answer.a, answer.b);
    (probability >= threshold ? links : others).push(answer);
  }
  return { judged: answers.length, open, links: count(links), others: count(others) };
}
