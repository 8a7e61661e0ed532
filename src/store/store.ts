/** A value as it goes into or comes out of the store. Integers above 2^53 do not occur. Times are RFC 3339 text in UTC. */
export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** The port to the engine. Nothing outside `src/store` knows which engine it is. */
export interface Store {
  /** Runs one or several statements without a result. */
  run(sql: string): Promise<void>;
  /** All rows of a query. `$name` parameters are bound, never pasted. Not for large results. */
  all<T extends Row = Row>(sql: string, parameters?: Readonly<Record<string, Value>>): Promise<T[]>;
  /** Rows of a large result, in chunks, in the query's order. */
  stream<T extends Row = Row>(sql: string, parameters?: Readonly<Record<string, Value>>): AsyncIterable<T[]>;
  /** Adds rows to an existing table; every row has the table's columns, as text, number, boolean or null. */
  insert(table: string, columns: readonly string[], rows: Iterable<readonly Value[]>): Promise<void>;
  /** The same for rows that have all columns of the table, in its order; quicker where none is a time or a decimal. */
  append(table: string, columns: readonly string[], rows: Iterable<readonly Value[]>): Promise<void>;
  /** Another connection to the same data, for work side by side; it has temporary tables and macros of its own. */
  fork(): Promise<Store>;
  /** How far the statement this connection is at is, from 0 to 1; 0 too where nobody can say. */
  headway(): number;
  /** Ends the statement this connection is at; it fails. */
  interrupt(): void;
  /** Locks the engine for good: no file, extension or setting is within reach of any statement. Attached databases stay. */
  seal(): Promise<void>;
  close(): void;
}

/** What facts and rules may do. */
export type Query = Pick<Store, 'all' | 'run' | 'stream' | 'insert' | 'append'>;

/** A name as SQL identifier. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** Text as SQL literal. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
