export interface DocumentTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numeric: readonly number[];
}

/** One part of a report; what is empty is left out. */
export interface DocumentSection {
  readonly id: string;
  readonly title: string;
  readonly paragraphs?: readonly string[];
  readonly facts?: readonly (readonly [term: string, text: string])[];
  readonly items?: readonly string[];
  readonly tables?: readonly DocumentTable[];
  readonly commands?: readonly string[];
}

/** The table, or nothing when there are no rows. */
export const tableOf = (table: DocumentTable): DocumentTable[] => (table.rows.length === 0 ? [] : [table]);

export const isEmpty = ({
  paragraphs = [],
  facts = [],
  items = [],
  tables = [],
  commands = [],
}: DocumentSection): boolean =>
  [...paragraphs, ...items, ...tables, ...commands].length === 0 && facts.every(([, text]) => text === '');
