import type { Cell, Row, Sheet } from 'write-excel-file/universal';
import type { DocumentTable } from '../../document/section.js';
import { displayWidth, wrap } from '../../parts/width.js';

/** A table and the name of its sheet. */
export interface SheetTable extends DocumentTable {
  readonly name: string;
}

/** Excel takes names of 31 characters without `: \ / ? * [ ]`. */
export const sheetName = (title: string, place: number): string => {
  const end = place > 0 ? ` ${place}` : '';
  return `${title.replaceAll(/[:\\/?*[\]]/gu, ' ').slice(0, 31 - end.length)}${end}`;
};

const widest = 70;
const headStyle = {
  fontWeight: 'bold',
  backgroundColor: '#E4EAF0',
  wrap: true,
  alignVertical: 'top',
} as const;

/** A number where the whole cell is one, grouped or not; else text, which is never a formula. */
export function cellOf(text: string, isNumeric: boolean): Cell {
  const plain = text.replaceAll('\u202f', '');
  if (isNumeric && /^-?\d+(\.\d+)?$/u.test(plain))
    return { value: Number(plain), type: Number, format: '#,##0', alignVertical: 'top' };
  return { value: text, type: String, wrap: true, alignVertical: 'top' };
}

/** Points of a line of text. */
const line = 15;

/** A row as high as its highest cell, for programs that do not find that out by themselves. */
export function heightened(cells: readonly Cell[], widths: readonly number[]): Row {
  const lines = cells.map((cell, i) => {
    const text = cell && typeof cell === 'object' && 'value' in cell ? String(cell.value) : '';
    return wrap(text, Math.max(4, Math.floor(widths[i]! * 0.95))).length;
  });
  const height = Math.max(1, ...lines) * line;
  return cells.map((cell) => (cell && typeof cell === 'object' ? { ...cell, height } : cell));
}

const widthOf = (texts: readonly string[]): number =>
  Math.min(widest, Math.max(9, ...texts.map((text) => displayWidth(text) + 3)));

/** A sheet with a head that stays in sight. */
export function sheetOf({ name, heads, rows, numeric }: SheetTable): Sheet<Blob> {
  const widths = heads.map((head, column) => widthOf([head, ...rows.map((cells) => cells[column] ?? '')]));
  const data: Row[] = [
    heads.map((value): Cell => ({ value, type: String, ...headStyle })),
    ...rows.map((cells) =>
      heightened(
        cells.map((cell, column) => cellOf(cell, numeric.includes(column))),
        widths,
      ),
    ),
  ];
  return {
    sheet: name,
    data,
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape',
  };
}
