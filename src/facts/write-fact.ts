import { findFact } from '../model/facts.js';
import { createTable } from '../store/schema.js';
import type { Query, Row, Value } from '../store/store.js';

/** Columns of a fact table. Throws when the model has no such fact. */
function columnsOf(name: string) {
  const fact = findFact(name);
  if (!fact) throw new Error(`unknown fact ${name}`);
  return fact.columns;
}

/** Values in the order of the columns, made when they are asked for: nobody needs all of them at once. */
function* valuesOf(rows: Iterable<Row>, names: readonly string[]): Generator<Value[]> {
  for (const row of rows) yield names.map((name) => row[name] ?? null);
}

/**
 * Creates a fact table with the columns of the model and fills it; a column left out of a row is empty. Of many rows, an
 * iterable that makes each when it is asked for spares keeping all of them.
 */
export async function writeFact(store: Query, name: string, rows: Iterable<Row>): Promise<void> {
  const columns = columnsOf(name);
  const names = Object.keys(columns);
  await store.run(createTable(name, columns));
  if (!Array.isArray(rows) || rows.length > 0) await store.append(name, names, valuesOf(rows, names));
}
