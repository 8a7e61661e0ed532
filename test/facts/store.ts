import { tables } from '../../src/model/tables/index.js';
import { openStore, type StoreOptions } from '../../src/store/duckdb.js';
import { createTable } from '../../src/store/schema.js';
import type { Row, Store } from '../../src/store/store.js';

/** As the program opens a store for files this small. */
export const forLittle: StoreOptions = { threads: 1, unpacked: true, planning: 'brief' };

const place = ['_source INTEGER', '_row BIGINT'];

/** A store as it is after normalising: every `std_` table, empty, and the tables of sources and rejects. */
export async function openStdStore(): Promise<Store> {
  const store = await openStore(forLittle);
  for (const table of tables) await store.run(createTable(`std_${table.name}`, table.columns, place));
  await store.run(`CREATE TABLE std_sources (source INTEGER, file VARCHAR, table_name VARCHAR, format VARCHAR,
    sha256 VARCHAR, bytes BIGINT, rows_in BIGINT, rows_used BIGINT, rows_set_aside BIGINT, time_zone VARCHAR)`);
  await store.run(
    'CREATE TABLE std_rejects (source INTEGER, "row" BIGINT, "column" VARCHAR, value VARCHAR, expected VARCHAR)',
  );
  await store.run(`CREATE TABLE std_contradictions (source INTEGER, "row" BIGINT, pointer VARCHAR, table_name VARCHAR,
    "column" VARCHAR, id VARCHAR, value VARCHAR, believed VARCHAR, believed_source INTEGER, believed_row BIGINT)`);
  await store.run(`CREATE TABLE std_changes (table_name VARCHAR, change VARCHAR, system_id VARCHAR,
    subject_key VARCHAR, key_type VARCHAR, kind VARCHAR, lob VARCHAR, comm_type VARCHAR, channel VARCHAR,
    "before" VARCHAR, "after" VARCHAR, changed_after TIMESTAMP, changed_before TIMESTAMP, _source INTEGER, _row BIGINT,
    before_at TIMESTAMP)`);
  return store;
}

/**
 * Adds partial rows to std_<table> as if they came from `<table>.csv`: missing columns are empty, rows count from 2.
 * Call it once a table, or state `_source` and `_row` in the rows.
 */
export async function fill(store: Store, table: string, rows: readonly Row[]): Promise<void> {
  const source = tables.findIndex(({ name }) => name === table) + 1;
  await store.insert(
    'std_sources',
    ['source', 'file', 'table_name', 'format', 'sha256', 'bytes', 'rows_in', 'rows_used', 'rows_set_aside'],
    [[source, `${table}.csv`, table, 'csv', '', 0, rows.length, rows.length, 0]],
  );
  const alike = new Map<string, Row[]>();
  for (const [i, row] of rows.entries()) {
    const full: Row = { _source: source, _row: i + 2, ...row };
    const columns = Object.keys(full).join();
    alike.set(columns, [...(alike.get(columns) ?? []), full]);
  }
  for (const group of alike.values()) {
    const columns = Object.keys(group[0]!);
    await store.insert(
      `std_${table}`,
      columns,
      group.map((row) => Object.values(row)),
    );
  }
}

/** A store with these rows in its std_ tables. */
export async function storeWith(rows: Readonly<Record<string, readonly Row[]>>): Promise<Store> {
  const store = await openStdStore();
  for (const [table, list] of Object.entries(rows)) await fill(store, table, list);
  return store;
}
