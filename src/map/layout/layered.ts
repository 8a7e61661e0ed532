import { addTo } from '../../text/group-by.js';
import { columnsOf } from './columns.js';
import { heightsOf } from './heights.js';
import { type Grid, type Slot, untangle } from './sweep.js';
import type { Arc, Layout, Point } from './types.js';

export interface LayeredOptions {
  readonly width: number;
  /** Of a box with so many lines on its fuller side. */
  height(lines: number): number;
  readonly gap: { readonly x: number; readonly y: number };
  /** Column of every node, where it is settled already. */
  readonly columns?: readonly number[];
}

const passage = 12;
/** Room on the right for lines within the last column. */
const bow = 70;

interface Threads extends Grid {
  /** For every arc the slots it passes, from its left end to its right. */
  readonly threads: readonly (readonly number[])[];
}

/** Gives a line a passage in every column it crosses. */
function threadArcs(arcs: readonly Arc[], column: ArrayLike<number>, heights: readonly number[]): Threads {
  const slots: Slot[] = heights.map((height, node) => ({ column: column[node]!, height, node }));
  const threads = arcs.map(({ from, to }) => {
    const [left, right] = column[from]! <= column[to]! ? [from, to] : [to, from];
    const between: number[] = [];
    for (let at = column[left]! + 1; at < column[right]!; at++)
      between.push(slots.push({ column: at, height: passage, node: -1 }) - 1);
    return [left, ...between, right];
  });
  const before: number[][] = slots.map(() => []);
  const after: number[][] = slots.map(() => []);
  for (const thread of threads)
    for (const [i, slot] of thread.slice(1).entries()) {
      const prior = thread[i]!;
      if (slots[prior]!.column === slots[slot]!.column) continue;
      after[prior]!.push(slot);
      before[slot]!.push(prior);
    }
  const columns: number[][] = Array.from(
    { length: Math.max(0, ...slots.map((slot) => slot.column)) + 1 },
    () => [],
  );
  for (const [i, slot] of slots.entries()) columns[slot.column]!.push(i);
  return { slots, columns, before, after, threads };
}

/** Lines on the fuller side of every box; a line within a column leaves and enters on the right. */
function linesOf(size: number, arcs: readonly Arc[], column: ArrayLike<number>): number[] {
  const left = new Int32Array(size);
  const right = new Int32Array(size);
  for (const { from, to } of arcs) {
    const step = column[to]! - column[from]!;
    (step >= 0 ? right : left)[from]! += 1;
    (step > 0 ? left : right)[to]! += 1;
  }
  return Array.from(left, (lines, node) => Math.max(lines, right[node]!));
}

/** Where on the side of a box each of its lines begins: spread over the side, in the order of where they lead. */
function portsOf(
  grid: Threads,
  middle: Float64Array,
): (thread: number, slot: number, other: number) => number {
  const sides = new Map<string, { thread: number; y: number }[]>();
  const side = (slot: number, other: number): string =>
    `${slot} ${grid.slots[other]!.column < grid.slots[slot]!.column ? 'left' : 'right'}`;
  const join = (thread: number, slot: number, other: number): void => {
    addTo(sides, side(slot, other), { thread, y: middle[other]! });
  };
  for (const [thread, slots] of grid.threads.entries()) {
    join(thread, slots[0]!, slots[1]!);
    join(thread, slots.at(-1)!, slots.at(-2)!);
  }
  for (const ends of sides.values()) ends.sort((a, b) => a.y - b.y || a.thread - b.thread);
  return (thread, slot, other) => {
    const ends = sides.get(side(slot, other))!;
    const place = ends.findIndex((end) => end.thread === thread);
    const { height } = grid.slots[slot]!;
    return middle[slot]! - height / 2 + ((place + 1) * height) / (ends.length + 1);
  };
}

/** Boxes in columns from givers to takers, and lines that go round the boxes. */
export function layered(size: number, arcs: readonly Arc[], options: LayeredOptions): Layout {
  const { width, gap } = options;
  const columns = options.columns ?? columnsOf(size, arcs, Math.max(2, Math.round(Math.sqrt(size * 1.2))));
  const grid = threadArcs(arcs, columns, linesOf(size, arcs, columns).map(options.height));
  untangle(grid);
  const middle = heightsOf(grid, gap.y);
  const left = (column: number): number => column * (width + gap.x);
  const port = portsOf(grid, middle);
  const routes = arcs.map(({ from }, thread): Point[] => {
    const slots = grid.threads[thread]!;
    const [first, last] = [slots[0]!, slots.at(-1)!];
    const same = grid.slots[first]!.column === grid.slots[last]!.column;
    const points: Point[] = [
      { x: left(grid.slots[first]!.column) + width, y: port(thread, first, slots[1]!) },
      ...slots.slice(1, -1).flatMap((slot) => {
        const x = left(grid.slots[slot]!.column);
        return [
          { x, y: middle[slot]! },
          { x: x + width, y: middle[slot]! },
        ];
      }),
      { x: left(grid.slots[last]!.column) + (same ? width : 0), y: port(thread, last, slots.at(-2)!) },
    ];
    return first === from ? points : points.reverse();
  });
  const last = grid.columns.length - 1;
  const bows = arcs.some(({ from, to }) => columns[from] === last && columns[to] === last);
  return {
    width: left(grid.columns.length - 1) + width + (bows ? bow : 0),
    height: Math.max(...grid.slots.map(({ height }, slot) => middle[slot]! + height / 2)),
    boxes: Array.from({ length: size }, (_, node) => ({
      x: left(columns[node]!),
      y: middle[node]! - grid.slots[node]!.height / 2,
      height: grid.slots[node]!.height,
    })),
    routes,
  };
}
