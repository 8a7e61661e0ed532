export interface DocumentTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numeric: readonly number[];
}

/** Something that has a head of its own inside a part; what is empty is left out. */
export interface DocumentArticle {
  readonly title: string;
  /** A line below the title. */
  readonly kicker: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly (readonly [term: string, text: string])[];
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
  readonly articles?: readonly DocumentArticle[];
}

/** The table, or nothing when there are no rows. */
export const tableOf = (table: DocumentTable): DocumentTable[] => (table.rows.length === 0 ? [] : [table]);

export const isEmpty = ({
  paragraphs = [],
  facts = [],
  items = [],
  tables = [],
  commands = [],
  articles = [],
}: DocumentSection): boolean =>
  [...paragraphs, ...items, ...tables, ...commands, ...articles].length === 0 &&
  facts.every(([, text]) => text === '');
