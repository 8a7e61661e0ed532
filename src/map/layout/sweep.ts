/** A place in a column: a box, or the passage of a line that goes further. */
export interface Slot {
  readonly column: number;
  readonly height: number;
  /** Number of the box; -1 for a passage. */
  readonly node: number;
}

/** Slots by column, and for every slot those it is joined with on either side. */
export interface Grid {
  readonly slots: readonly Slot[];
  readonly columns: number[][];
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
}

const placesOf = (columns: readonly (readonly number[])[]): Map<number, number> =>
  new Map(columns.flatMap((column) => column.map((slot, place) => [slot, place] as const)));

/** Pairs of lines between neighbouring columns that cross. */
function crossings({ columns, after }: Grid): number {
  const place = placesOf(columns);
  let sum = 0;
  for (const column of columns) {
    const ends = column.flatMap((slot) => after[slot]!.map((next) => place.get(next)!).sort((a, b) => a - b));
    for (let i = 0; i < ends.length; i++)
      for (let j = i + 1; j < ends.length; j++) if (ends[i]! > ends[j]!) sum += 1;
  }
  return sum;
}

/** Puts every slot of a column where its neighbours on one side are on average. */
function sortColumn(column: number[], place: Map<number, number>, beside: Grid['before']): void {
  const middle = (slot: number): number => {
    const near = beside[slot]!;
    return near.length === 0
      ? place.get(slot)!
      : near.reduce((sum, other) => sum + place.get(other)!, 0) / near.length;
  };
  const at = new Map(column.map((slot) => [slot, middle(slot)]));
  column.sort((a, b) => at.get(a)! - at.get(b)! || place.get(a)! - place.get(b)!);
}

/** Orders the columns so that few lines cross: sweeps to and fro, and keeps the best order met (Sugiyama). */
export function untangle(grid: Grid, sweeps = 24): void {
  let best = grid.columns.map((column) => [...column]);
  let least = crossings(grid);
  for (let sweep = 0; sweep < sweeps && least > 0; sweep++) {
    const forward = sweep % 2 === 0;
    const order = forward ? grid.columns : [...grid.columns].reverse();
    for (const column of order)
      sortColumn(column, placesOf(grid.columns), forward ? grid.before : grid.after);
    const now = crossings(grid);
    if (now >= least) continue;
    least = now;
    best = grid.columns.map((column) => [...column]);
  }
  for (const [i, column] of best.entries()) grid.columns[i] = column;
}
