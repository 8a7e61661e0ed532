import { findTable } from '../../model/tables/index.js';
import { createTable } from '../../store/schema.js';
import { quoteName, type Store, type Value } from '../../store/store.js';
import type { Reject } from '../reject.js';
import type { NewRow } from './merge.js';
import type { ImportedTable } from './types.js';

/** What the model demands and most documents do not say. */
const defaults: Readonly<Partial<Record<ImportedTable, Readonly<Record<string, Value>>>>> = {
  flows: { mechanism: 'api', status: 'active' },
};

/** Fills a table of a schema by way of one without schema, because `insert` names none. */
async function fill(
  store: Store,
  create: string,
  target: string,
  columns: readonly string[],
  rows: Value[][],
): Promise<void> {
  await store.run(create);
  await store.insert('work_import', columns, rows);
  await store.run(`CREATE TABLE ${target} AS FROM work_import; DROP TABLE work_import`);
}

function fillRows(
  store: Store,
  target: string,
  table: ImportedTable,
  rows: readonly NewRow[],
): Promise<void> {
  const { columns } = findTable(table)!;
  const names = [...Object.keys(columns), '_row'];
  const cells = rows.map(({ cells, assumed, at }) => {
    const all: Readonly<Record<string, Value>> = { ...cells, _row: at.row };
    return names.map((column) => all[column] ?? assumed?.[column] ?? defaults[table]?.[column] ?? null);
  });
  return fill(
    store,
    createTable('work_import', columns, ['_row BIGINT']),
    `${target}.${table}`,
    names,
    cells,
  );
}

function fillRejects(store: Store, target: string, rejects: readonly Reject[]): Promise<void> {
  const names = ['row', 'column', 'value', 'expected'] as const;
  const create =
    'CREATE TABLE work_import ("row" BIGINT, "column" VARCHAR, "value" VARCHAR, expected VARCHAR)';
  const rows = rejects.map((reject) => names.map((name) => reject[name]));
  return fill(store, create, `${target}.rejects`, names, rows);
}

/** Puts what a file adds into a schema of its own; returns SELECTs of its records by canonical table. */
export async function insertImport(
  store: Store,
  target: string,
  source: number,
  rows: readonly NewRow[],
  rejects: readonly Reject[],
): Promise<Record<string, string[]>> {
  await store.run(`CREATE SCHEMA ${target}`);
  const selects: Record<string, string[]> = {};
  for (const table of [...new Set(rows.map((row) => row.table))].sort()) {
    const own = rows.filter((row) => row.table === table);
    await fillRows(store, target, table, own);
    const columns = Object.keys(findTable(table)!.columns).map(quoteName).join(', ');
    selects[table] = [
      `SELECT ${columns}, CAST(${source} AS INTEGER) AS _source, _row FROM ${target}.${table}`,
    ];
  }
  await fillRejects(store, target, rejects);
  return selects;
}
