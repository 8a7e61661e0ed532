import type { Cell, Row, Sheet } from 'write-excel-file/universal';
import type { DocumentTable } from '../../document/section.js';
import { displayWidth } from '../../parts/width.js';

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

const widthOf = (texts: readonly string[]): number =>
  Math.min(widest, Math.max(9, ...texts.map((text) => displayWidth(text) + 3)));

/** A sheet with a head that stays in sight. */
export function sheetOf({ name, heads, rows, numeric }: SheetTable): Sheet<Blob> {
  const data: Row[] = [
    heads.map((value): Cell => ({ value, type: String, ...headStyle })),
    ...rows.map((cells) => cells.map((cell, column) => cellOf(cell, numeric.includes(column)))),
  ];
  return {
    sheet: name,
    data,
    stickyRowsCount: 1,
    columns: heads.map((head, column) => ({
      width: widthOf([head, ...rows.map((cells) => cells[column] ?? '')]),
    })),
    orientation: 'landscape',
  };
}
