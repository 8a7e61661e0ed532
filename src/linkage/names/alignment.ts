import { missingCost, pairCost, type Scripts } from './costs.js';
import type { Unit } from './units.js';

/** Costs of leaving out each unit in turn, added up. */
const running = (units: readonly Unit[], own: boolean, other: boolean): number[] => {
  const sums = [0];
  units.forEach((unit, index) => {
    sums.push(sums[index]! + missingCost(unit, units[index + 1], own, other));
  });
  return sums;
};

/** The least cost at which two names are one pronunciation: 0 for sure, from 2 on surely not. */
export function soundDistance(a: readonly Unit[], b: readonly Unit[], arabic: Scripts): number {
  const left = running(a, arabic.a, arabic.b);
  let row = running(b, arabic.b, arabic.a);
  const gaps = row.slice(1).map((sum, index) => sum - row[index]!);
  for (let i = 0; i < a.length; i++) {
    const gap = left[i + 1]! - left[i]!;
    const next = [row[0]! + gap];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(row[j]! + pairCost(a[i]!, b[j]!, arabic), row[j + 1]! + gap, next[j]! + gaps[j]!));
    row = next;
  }
  return row.at(-1)!;
}
