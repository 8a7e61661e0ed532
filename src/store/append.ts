import type { DuckDBConnection } from '@duckdb/node-api';
import { duckdb } from './engine.js';
import { quoteName, type Value } from './store.js';

/** The engine's vector size: more rows do not fit one chunk. */
const chunkRows = 2048;

const toText = (value: Value | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

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
  for (const batch of batches(rows, chunkRows)) {
    const chunk = duckdb.DuckDBDataChunk.create(
      columns.map(() => duckdb.VARCHAR),
      batch.length,
    );
    chunk.setRows(batch.map((row) => columns.map((_, i) => toText(row[i]))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
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
