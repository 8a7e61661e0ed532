import type { DuckDBAppender, DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { duckdb } from './engine.js';
import { quoteName, type Value } from './store.js';

/** The engine's vector size: more rows do not fit one chunk. */
const chunkRows = 2048;

const toText = (value: Value | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

type Convert = (value: Value) => DuckDBValue;

/** How values go into a column as they are; undefined for types that are given as text. */
function converterOf(type: DuckDBType): Convert | undefined {
  switch (String(type)) {
    case 'VARCHAR':
      return toText;
    case 'BIGINT':
      return (value) => (value === null ? null : BigInt(value));
    case 'INTEGER':
    case 'BOOLEAN':
      return (value) => value;
    default:
      return undefined;
  }
}

function appendChunks(
  appender: DuckDBAppender,
  types: readonly DuckDBType[],
  rows: Iterable<readonly Value[]>,
  converters: readonly Convert[],
): void {
  for (const batch of batches(rows, chunkRows)) {
    const chunk = duckdb.DuckDBDataChunk.create(types, batch.length);
    for (const [i, convert] of converters.entries()) {
      const column = chunk.getColumnVector(i);
      for (let row = 0; row < batch.length; row++) column.setItem(row, convert(batch[row]![i] ?? null));
      column.flush();
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/**
 * Adds rows that have all columns of the table, in order. False, with nothing done, where a column has a type that is
 * given as text.
 */
export async function appendWhole(
  connection: DuckDBConnection,
  table: string,
  rows: Iterable<readonly Value[]>,
): Promise<boolean> {
  const appender = await connection.createAppender(table);
  const types = Array.from({ length: appender.columnCount }, (_, i) => appender.columnType(i));
  const converters = types.map(converterOf);
  const known = converters.filter((convert) => convert !== undefined);
  if (known.length < types.length) appender.closeSync();
  else appendChunks(appender, types, rows, known);
  return known.length === types.length;
}

/** Rows go as text into a table without types, and from there into the typed one: parsing thousands of literals costs more. */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
): Promise<void> {
  const staged = columns.map((_, i) => `c${i}`);
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE staged (${staged.map((name) => `${name} VARCHAR`).join(', ')})`,
  );
  const appender = await connection.createAppender('staged', 'main', 'temp');
  const types = columns.map(() => duckdb.VARCHAR);
  const converters = columns.map((): Convert => toText);
  appendChunks(appender, types, rows, converters);
  await connection.run(
    `INSERT INTO ${quoteName(table)} (${columns.map(quoteName).join(', ')}) SELECT ${staged.join(', ')} FROM staged`,
  );
  await connection.run('DROP TABLE staged');
}

function* batches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
