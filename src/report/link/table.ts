import { displayWidth } from '../parts/width.js';

const padded = (text: string, width: number, right: boolean): string => {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? `${blanks}${text}` : `${text}${blanks}`;
};

/** Rows in columns as wide as their widest cell; those named stand to the right. */
export function alignRows(rows: readonly (readonly string[])[], right: ReadonlySet<number>): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => displayWidth(row[i] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, i) => padded(cell, widths[i]!, right.has(i)))
      .join('  ')
      .trimEnd(),
  );
}
