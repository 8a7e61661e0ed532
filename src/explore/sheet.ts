import { type Line, labelled } from './line.js';

/** What a row leads to: `finding:4f1d…`, `system:crm`, `customer:p-…`. */
export type Address = string;

/** A list or text in lines, asked for by the line, so that a long one costs no more than what is shown. */
export interface Sheet {
  readonly title: string;
  readonly length: number;
  /** A line for so many columns. */
  line(at: number, width: number): Line;
  /** Where Enter leads from a line. */
  target(at: number): Address | undefined;
}

export interface Row {
  readonly line: Line;
  readonly target?: Address | undefined;
}

/** A sheet of rows that are there already. */
export const sheetOf = (title: string, rows: readonly Row[]): Sheet => ({
  title,
  length: rows.length,
  line: (at) => rows[at]?.line ?? [],
  target: (at) => rows[at]?.target,
});

export const row = (line: Line, target?: Address): Row => ({ line, target });

export const rowsOf = (lines: readonly Line[], target?: Address): Row[] =>
  lines.map((line) => ({ line, target }));

export const gap: Row = { line: [] };

/** A heading, and what stands under it; nothing where nothing does. */
export const section = (title: string, rows: readonly Row[]): Row[] =>
  rows.length === 0 ? [] : [gap, { line: [{ text: title, tone: 'strong' }] }, ...rows];

/** The kind and the id of an address. */
export function readAddress(address: Address): { readonly kind: string; readonly id: string } {
  const colon = address.indexOf(':');
  return colon < 0
    ? { kind: address, id: '' }
    : { kind: address.slice(0, colon), id: address.slice(colon + 1) };
}

/** Columns that every terminal has. */
const narrow = 76;

/** A sheet that only says something. */
export const message = (title: string, ...texts: readonly string[]): Sheet =>
  sheetOf(
    title,
    texts.flatMap((text) => rowsOf(labelled('', 0, text, narrow))),
  );
