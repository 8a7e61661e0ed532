/** How a cell looks; what it is follows from its value. */
export type CellStyle =
  | 'plain'
  | 'text'
  | 'date'
  | 'number'
  | 'title'
  | 'help'
  | 'wrapped'
  | 'link'
  | 'required'
  | 'optional'
  | 'technical'
  | 'missing';

/** A cell: numbers stay numbers, `date` is a day such as 2027-12-31, `link` leads to a place such as 'Systems'!A5. */
export interface Cell {
  readonly value: string | number;
  readonly style: CellStyle;
  readonly link?: string;
  /** Computes the value anew when something changes. */
  readonly formula?: string;
}

/** What may be entered below the header of a column. */
export type Entry =
  | { readonly kind: 'list'; readonly source: string; readonly strict: boolean }
  | { readonly kind: 'number'; readonly least: number; readonly most?: number; readonly whole: boolean };

export interface SheetColumn {
  /** In characters. */
  readonly width: number;
  readonly style: CellStyle;
  readonly entry?: Entry;
  /** A row with anything in it needs a value here. */
  readonly required?: boolean;
}

export interface BookSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Rows from 1; null is an empty cell. */
  readonly rows: readonly (readonly (Cell | null)[])[];
  readonly heights?: Readonly<Record<number, number>>;
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Last row of the header: below it people enter, filter and sort. */
  readonly header?: number;
  /** Last row that is prepared for entry. */
  readonly lastRow?: number;
}

/** A workbook, before it is put into a file format. */
export interface Book {
  readonly title: string;
  readonly rightToLeft: boolean;
  readonly sheets: readonly BookSheet[];
  /** Named places, for drop-downs. */
  readonly names: Readonly<Record<string, string>>;
  readonly refused: { readonly title: string; readonly list: string; readonly number: string };
}

/** The letters of a column, from 0. */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** The name of a sheet inside a formula. */
export const sheetName = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** Points that wrapped texts need, each in a column of so many characters; not every program finds that out itself. */
export const heightOf = (texts: readonly (readonly [text: string, width: number])[], line = 15): number =>
  line * Math.max(1, ...texts.map(([text, width]) => Math.ceil((text.length * 1.1) / width)));
