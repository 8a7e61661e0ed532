import { missingCost, pairCost, type Scripts } from './costs.js';
import type { Unit } from './units.js';

/** Costs of pairs by script of both sides and number of both units, worked out when first met. */
const tables: number[][][] = [[], [], [], []];
const tableOf = (arabic: Scripts): number[][] => tables[(arabic.a ? 2 : 0) + (arabic.b ? 1 : 0)]!;

function costOf(a: Unit, b: Unit, arabic: Scripts, table: number[][]): number {
  table[a.id] ??= [];
  const row = table[a.id]!;
  row[b.id] ??= pairCost(a, b, arabic);
  return row[b.id]!;
}

const hasAlef = (units: readonly Unit[]): boolean =>
  units.some(({ sounds }) => sounds === 'α' || sounds === 'ʿ');

/** Costs of leaving out each unit. */
function gapsOf(
  units: readonly Unit[],
  other: readonly Unit[],
  scripts: { own: boolean; other: boolean },
): number[] {
  const alef = scripts.other && hasAlef(other);
  return units.map((unit, index) =>
    missingCost(unit, { before: units[index - 1], after: units[index + 1], alef, ...scripts }),
  );
}

/**
 * The least cost at which two names are one pronunciation: 0 for sure, from 2 on surely not. Nothing over `most` is
 * worked out exactly; it is more than that.
 */
export function soundDistance(
  a: readonly Unit[],
  b: readonly Unit[],
  arabic: Scripts,
  most = Number.POSITIVE_INFINITY,
): number {
  const table = tableOf(arabic);
  const gaps = gapsOf(b, a, { own: arabic.b, other: arabic.a });
  const row = new Float64Array(b.length + 1);
  gaps.forEach((gap, j) => {
    row[j + 1] = row[j]! + gap;
  });
  for (const [i, gap] of gapsOf(a, b, { own: arabic.a, other: arabic.b }).entries()) {
    let diagonal = row[0]!;
    let least = diagonal + gap;
    row[0] = least;
    for (let j = 0; j < b.length; j++) {
      const both = diagonal + costOf(a[i]!, b[j]!, arabic, table);
      diagonal = row[j + 1]!;
      row[j + 1] = Math.min(both, diagonal + gap, row[j]! + gaps[j]!);
      least = Math.min(least, row[j + 1]!);
    }
    if (least > most) return least;
  }
  return row[b.length]!;
}
