import { quoteText, type Store } from '../store/store.js';
import { expectedText } from './declared-encoding.js';
import type { Reject } from './reject.js';
import { rejectTables } from './relation.js';
import type { FileFacts, PlannedFile } from './types.js';

const expectedOf = (facts: FileFacts): string => `CASE error_type
  WHEN 'MISSING COLUMNS' THEN coalesce(regexp_extract(error_message, 'Columns: (\\d+)', 1) || ' values', 'more values')
  WHEN 'TOO MANY COLUMNS' THEN coalesce(regexp_extract(error_message, 'Columns: (\\d+)', 1) || ' values', 'fewer values')
  WHEN 'INVALID ENCODING' THEN ${quoteText(expectedText(facts))}
  WHEN 'LINE SIZE OVER MAXIMUM' THEN 'a row shorter than 2 MB'
  ELSE 'quotes closed, and doubled inside quoted values' END`;
const foundOf = `CASE WHEN error_type IN ('MISSING COLUMNS', 'TOO MANY COLUMNS')
  THEN regexp_extract(error_message, 'Found: (\\d+)', 1) || ' values' END`;

/** The table of a file's problems, made where there is a first one. */
export const createRejects = (target: string): string =>
  `CREATE TABLE IF NOT EXISTS ${target}.rejects ("row" BIGINT, "column" VARCHAR, "value" VARCHAR, expected VARCHAR)`;

/** Typed rows, those of them with problems, and rows that never became cells. */
type RowCounts = { readonly rows: number; readonly bad: number; readonly broken: number };

const isSplitByEngine = ({ rows, format }: PlannedFile): boolean => rows === undefined && format === 'csv';

export async function countRows(
  store: Store,
  file: PlannedFile,
  target: string,
  problems: string,
): Promise<RowCounts> {
  const broken = isSplitByEngine(file)
    ? `(SELECT count(DISTINCT line) FROM ${rejectTables.errors})`
    : (file.rows?.bad.length ?? 0);
  const [counts] = await store.all<RowCounts>(
    `SELECT count(*) AS "rows", count(${problems}) AS bad, ${broken} AS broken FROM ${target}.rows`,
  );
  return counts!;
}

/** Lists the rows that never became cells, as problems of the file. */
export async function keepBroken(
  store: Store,
  file: PlannedFile,
  target: string,
  broken: number,
): Promise<void> {
  if (broken > 0 && file.rows) await insertRejects(store, target, file.rows.bad);
  else if (broken > 0)
    await store.run(`${createRejects(target)};
      INSERT INTO ${target}.rejects SELECT line, NULL, min(${foundOf}), min(${expectedOf(file.facts)}) FROM ${rejectTables.errors}
      GROUP BY line ORDER BY line`);
  if (isSplitByEngine(file))
    await store.run(`DROP TABLE ${rejectTables.errors}; DROP TABLE ${rejectTables.scans}`);
}

/** Adds problems to those of a file; by way of a table of the store's own, because `insert` names no schema. */
export async function insertRejects(store: Store, target: string, rejects: readonly Reject[]): Promise<void> {
  const columns = ['row', 'column', 'value', 'expected'];
  await store.run(`${createRejects(target)};
    CREATE OR REPLACE TEMP TABLE work_broken AS FROM ${target}.rejects LIMIT 0`);
  const rows = rejects.map(({ row, column, value, expected }) => [row, column, value, expected]);
  await store.insert('work_broken', columns, rows);
  await store.run(`INSERT INTO ${target}.rejects FROM work_broken`);
}
