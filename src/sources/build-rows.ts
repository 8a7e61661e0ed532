import { quoteName, type Store } from '../store/store.js';
import type { Reject } from './reject.js';
import { rejectTables, relationOf } from './relation.js';
import { typedRows } from './sql/typed-rows.js';
import type { PlannedFile } from './types.js';

/** Counts of a file's rows. */
export interface Counts {
  readonly rows_in: number;
  readonly rows_set_aside: number;
}

const raw = 'work_source_text';

/** Puts rows that were read here into an all-text table, so that one mapping serves all formats. */
async function insertRaw(store: Store, file: PlannedFile): Promise<void> {
  const columns = file.header.map((_, i) => `r${i}`);
  const declared = [...columns.map((column) => `${column} VARCHAR`), '_row BIGINT'];
  await store.run(`CREATE OR REPLACE TEMP TABLE ${raw} (${declared.join(', ')})`);
  const rows = (file.rows?.good ?? []).map(({ row, cells }) => [...cells, row]);
  await store.insert(raw, [...columns, '_row'], rows);
}

const expectedOf = `CASE error_type
  WHEN 'MISSING COLUMNS' THEN coalesce(regexp_extract(error_message, 'Columns: (\\d+)', 1) || ' values', 'more values')
  WHEN 'TOO MANY COLUMNS' THEN coalesce(regexp_extract(error_message, 'Columns: (\\d+)', 1) || ' values', 'fewer values')
  WHEN 'INVALID ENCODING' THEN 'text in the declared encoding'
  WHEN 'LINE SIZE OVER MAXIMUM' THEN 'a row shorter than 2 MB'
  ELSE 'quotes closed, and doubled inside quoted values' END`;
const foundOf = `CASE WHEN error_type IN ('MISSING COLUMNS', 'TOO MANY COLUMNS')
  THEN regexp_extract(error_message, 'Found: (\\d+)', 1) || ' values' END`;

/** Lists the rows that never became cells, as problems of the file. */
async function keepBroken(store: Store, file: PlannedFile, target: string): Promise<void> {
  const rejects = `${target}.rejects`;
  await store.run(
    `CREATE TABLE ${rejects} ("row" BIGINT, "column" VARCHAR, "value" VARCHAR, expected VARCHAR)`,
  );
  if (file.rows) {
    await insertRejects(store, rejects, file.rows.bad);
  } else if (file.format === 'csv') {
    await store.run(
      `INSERT INTO ${rejects} SELECT line, NULL, min(${foundOf}), min(${expectedOf}) FROM ${rejectTables.errors} GROUP BY line ORDER BY line;
      DROP TABLE ${rejectTables.errors}; DROP TABLE ${rejectTables.scans}`,
    );
  }
}

/** Goes through a table of the store's own, because `insert` names no schema. */
async function insertRejects(store: Store, table: string, rejects: readonly Reject[]): Promise<void> {
  const columns = ['row', 'column', 'value', 'expected'];
  await store.run(`CREATE OR REPLACE TEMP TABLE work_broken AS FROM ${table} LIMIT 0`);
  const rows = rejects.map(({ row, column, value, expected }) => [row, column, value, expected]);
  await store.insert('work_broken', columns, rows);
  await store.run(`INSERT INTO ${table} FROM work_broken`);
}

/**
 * Gives rows their number. The engine keeps the order but leaves out broken and blank lines, each of which moves the
 * rows behind it by one.
 */
async function numberRows(
  store: Store,
  firstRow: number,
  target: string,
  blanks: readonly number[],
): Promise<void> {
  await store.run('CREATE OR REPLACE TEMP TABLE work_gaps (line BIGINT)');
  await store.insert(
    'work_gaps',
    ['line'],
    blanks.map((line) => [line]),
  );
  await store.run(`INSERT INTO work_gaps SELECT "row" FROM ${target}.rejects`);
  const [gaps] = await store.all<{ count: number }>('SELECT count(*) AS count FROM work_gaps');
  if (gaps?.count === 0) {
    await store.run(`ALTER TABLE ${target}.loaded RENAME TO rows`);
    return;
  }
  await store.run(`CREATE TABLE ${target}.rows AS
    WITH gaps AS (SELECT line, row_number() OVER (ORDER BY line) AS shift FROM work_gaps),
    steps AS (SELECT line - ${firstRow} - (shift - 1) AS after, max(shift) AS shift FROM gaps GROUP BY line - ${firstRow} - (shift - 1)),
    placed AS (SELECT rowid AS place, * FROM ${target}.loaded)
    SELECT placed.* EXCLUDE (place), place + ${firstRow} + coalesce(shift, 0) AS _row
    FROM placed ASOF LEFT JOIN steps ON placed.place >= steps.after ORDER BY place;
    DROP TABLE ${target}.loaded`);
}

async function hasNumbers(store: Store, target: string): Promise<boolean> {
  const rows = await store.all<{ name: string }>(`SELECT column_name AS name FROM (DESCRIBE ${target}.rows)`);
  return rows.some(({ name }) => name === '_row');
}

/** SQL of a row's number in its file. */
export const numberOf = (numbered: boolean, firstRow: number): string =>
  numbered ? '_row' : `rowid + ${firstRow}`;

/** Loads one file into `<target>.rows`, its problems into `<target>.rejects`, its counts into `<target>.counts`. */
export async function buildRows(
  store: Store,
  file: PlannedFile,
  target: string,
  path: string,
  blanks: readonly number[],
): Promise<void> {
  const own = file.rows !== undefined;
  if (own) await insertRaw(store, file);
  const typed = typedRows(file.plan, own ? raw : relationOf(file, path), own ? ['_row'] : []);
  await store.run(`CREATE TABLE ${target}.loaded AS ${typed.select}`);
  await keepBroken(store, file, target);
  const [broken] = await store.all<{ count: number }>(`SELECT count(*) AS count FROM ${target}.rejects`);
  if (own) await store.run(`ALTER TABLE ${target}.loaded RENAME TO rows`);
  else await numberRows(store, file.firstRow, target, blanks);
  const row = numberOf(await hasNumbers(store, target), file.firstRow);
  if (typed.problems !== 'NULL')
    await store.run(`INSERT INTO ${target}.rejects
      SELECT DISTINCT "row", problem."column", problem."value", problem.expected
      FROM (SELECT ${row} AS "row", unnest(${typed.problems}) AS problem FROM ${target}.rows WHERE ${typed.problems} IS NOT NULL)
      ORDER BY ALL`);
  await store.run(`CREATE TABLE ${target}.counts AS SELECT count(*) + ${broken?.count ?? 0} AS rows_in,
    count(*) FILTER (${typed.problems} IS NOT NULL) + ${broken?.count ?? 0} AS rows_set_aside FROM ${target}.rows`);
}

/** Removes what a failed build left behind. */
export async function dropRows(store: Store, target: string): Promise<void> {
  const tables = ['loaded', 'rows', 'rejects', 'counts'].map((name) => `${target}.${name}`);
  for (const table of [...tables, ...Object.values(rejectTables)])
    await store.run(`DROP TABLE IF EXISTS ${table}`);
}

/** What a loaded file holds. */
export async function readLoaded(store: Store, target: string): Promise<Counts & { numbered: boolean }> {
  const [counts] = await store.all<{ rows_in: number; rows_set_aside: number }>(
    `SELECT * FROM ${target}.counts`,
  );
  return { ...counts!, numbered: await hasNumbers(store, target) };
}

/** SELECTs of the records of a loaded file, one for each record of a wide row. */
export function recordSelects(
  file: PlannedFile,
  target: string,
  source: number,
  numbered: boolean,
): string[] {
  const typed = typedRows(file.plan, raw);
  return typed.records.map(({ columns, used }) => {
    const list = [...columns].map(([column, sql]) => `${sql} AS ${quoteName(column)}`);
    const place = [
      `CAST(${source} AS INTEGER) AS _source`,
      `CAST(${numberOf(numbered, file.firstRow)} AS BIGINT) AS _row`,
    ];
    return `SELECT ${[...list, ...place].join(', ')} FROM ${target}.rows WHERE ${used}`;
  });
}
