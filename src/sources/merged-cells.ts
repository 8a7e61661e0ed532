/** A column of cells that a merged area joins: the value stands in its first row. Rows and columns from 0. */
export interface MergedRun {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const area = /<(?:\w+:)?mergeCell\b[^>]*?\bref="\$?([A-Z]+)\$?(\d+):\$?[A-Z]+\$?(\d+)"/g;

/** The merged areas of a sheet's XML that reach over several rows. A title over several columns is one cell. */
export const mergedRuns = (xml: string): MergedRun[] =>
  [...xml.matchAll(area)]
    .map(([, letters = '', from, to]) => ({
      column: columnOf(letters),
      from: Number(from) - 1,
      to: Number(to) - 1,
    }))
    .filter(({ from, to }) => to > from);

/** Rows with the value of each merged area in all its rows; rows of which every cell is empty stay empty. */
export function fillMerged(
  rows: readonly (readonly (string | null)[])[],
  runs: readonly MergedRun[],
): (string | null)[][] {
  const filled = rows.map((cells) => [...cells]);
  for (const { column, from, to } of runs)
    for (let row = from + 1; row <= to && row < filled.length; row++)
      if (rows[row]!.some((cell) => cell !== null)) filled[row]![column] ??= rows[from]?.[column] ?? null;
  return filled;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/** Paths of a workbook's sheets inside the package, in the workbook's order, from its XML and that of its relations. */
export function sheetPaths(workbook: string, relations: string): string[] {
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target') ?? '',
    ]),
  );
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => {
    const target = targets.get(/\b\w+:id="([^"]*)"/.exec(tag)?.[1]) ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
}
