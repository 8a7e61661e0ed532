import type { Grid } from './sweep.js';

interface Block {
  sum: number;
  weight: number;
  count: number;
}

/** The values nearest to those wanted that never fall (pool adjacent violators). */
export function rising(wanted: readonly number[], weights: readonly number[]): number[] {
  const blocks: Block[] = [];
  for (const [i, value] of wanted.entries()) {
    blocks.push({ sum: value * weights[i]!, weight: weights[i]!, count: 1 });
    for (
      let last = blocks.at(-1)!, prior = blocks.at(-2);
      prior;
      last = blocks.at(-1)!, prior = blocks.at(-2)
    ) {
      if (prior.sum / prior.weight <= last.sum / last.weight) break;
      blocks.splice(-2, 2, {
        sum: prior.sum + last.sum,
        weight: prior.weight + last.weight,
        count: prior.count + last.count,
      });
    }
  }
  return blocks.flatMap(({ sum, weight, count }) => Array<number>(count).fill(sum / weight));
}

/** Moves one column to where its neighbours are, keeping order and distances. */
function settle(
  grid: Grid,
  column: readonly number[],
  middle: Float64Array,
  gap: number,
  beside: readonly Grid['before'][],
): void {
  const offsets: number[] = [];
  for (const [i, slot] of column.entries()) {
    const above = column[i - 1];
    offsets.push(
      above === undefined
        ? 0
        : offsets[i - 1]! + (grid.slots[above]!.height + grid.slots[slot]!.height) / 2 + gap,
    );
  }
  const wanted = column.map((slot, i) => {
    const near = beside.flatMap((side) => side[slot]!);
    const at =
      near.length === 0 ? middle[slot]! : near.reduce((sum, other) => sum + middle[other]!, 0) / near.length;
    return at - offsets[i]!;
  });
  const weights = column.map((slot) => (grid.slots[slot]!.node < 0 ? 3 : 1));
  for (const [i, at] of rising(wanted, weights).entries()) middle[column[i]!] = at + offsets[i]!;
}

/** Middle of every slot from the top: near what it is joined with, in the order of its column, never overlapping. */
export function heightsOf(grid: Grid, gap: number): Float64Array {
  const middle = new Float64Array(grid.slots.length);
  for (const column of grid.columns) {
    let y = 0;
    const total = column.reduce((sum, slot) => sum + grid.slots[slot]!.height + gap, 0);
    for (const slot of column) {
      middle[slot] = y + grid.slots[slot]!.height / 2 - total / 2;
      y += grid.slots[slot]!.height + gap;
    }
  }
  for (let round = 0; round < 8; round++) {
    const order = round % 2 === 0 ? grid.columns : [...grid.columns].reverse();
    const beside = round >= 4 ? [grid.before, grid.after] : [round % 2 === 0 ? grid.before : grid.after];
    for (const column of order) settle(grid, column, middle, gap, beside);
  }
  const top = Math.min(...grid.slots.map(({ height }, slot) => middle[slot]! - height / 2));
  return middle.map((y) => y - top);
}
