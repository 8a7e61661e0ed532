import { quoteName, type Row, type Store } from '../store/store.js';
import { assertFormats } from './assert-formats.js';
import { countRows, createRejects, keepBroken } from './broken-rows.js';
import { rejectTables, relationOf } from './relation.js';
import { closer, type Look } from './sql/look.js';
import { typedRows } from './sql/typed-rows.js';
import type { PlannedFile } from './types.js';

/** What a loaded file holds. */
export interface Counts {
  readonly rows_in: number;
  readonly rows_set_aside: number;
  /** The rows carry their number; else it follows from their position. */
  readonly numbered: boolean;
  /** How closely the rows were looked at: as a whole where some have problems. */
  readonly look: Look;
}

export interface Built extends Counts {
  /** Rows that never became cells. */
  readonly broken: number;
}

const raw = 'work_source_text';

/** Puts rows that were read here into an all-text table, so that one mapping serves all formats. */
async function insertRaw(store: Store, file: PlannedFile): Promise<void> {
  const columns = file.header.map((_, i) => `r${i}`);
  const declared = [...columns.map((column) => `${column} VARCHAR`), '_row BIGINT'];
  await store.run(`CREATE OR REPLACE TEMP TABLE ${raw} (${declared.join(', ')})`);
  const rows = (file.rows?.good ?? []).map(({ row, cells }) => [...cells, row]);
  await store.append(raw, [...columns, '_row'], rows);
}

/**
 * Gives rows their number. The engine keeps the order but leaves out broken and blank lines, each of which moves the
 * rows behind it by one.
 */
async function numberRows(
  store: Store,
  firstRow: number,
  target: string,
  broken: number,
  blanks: readonly number[],
): Promise<void> {
  const lines = blanks.map((line) => [line]);
  await store.run('CREATE OR REPLACE TEMP TABLE work_gaps (line BIGINT)');
  await store.insert('work_gaps', ['line'], lines);
  if (broken > 0) await store.run(`INSERT INTO work_gaps SELECT "row" FROM ${target}.rejects`);
  await store.run(`ALTER TABLE ${target}.rows RENAME TO loaded;
    CREATE TABLE ${target}.rows AS
    WITH gaps AS (SELECT line, row_number() OVER (ORDER BY line) AS shift FROM work_gaps),
    steps AS (SELECT line - ${firstRow} - (shift - 1) AS after, max(shift) AS shift FROM gaps GROUP BY line - ${firstRow} - (shift - 1)),
    placed AS (SELECT rowid AS place, * FROM ${target}.loaded)
    SELECT placed.* EXCLUDE (place), place + ${firstRow} + coalesce(shift, 0) AS _row
    FROM placed ASOF LEFT JOIN steps ON placed.place >= steps.after ORDER BY place;
    DROP TABLE ${target}.loaded`);
}

/** SQL of a row's number in its file. */
export const numberOf = (numbered: boolean, firstRow: number): string =>
  numbered ? '_row' : `rowid + ${firstRow}`;

/** Lists the problems of the typed rows. */
const keepProblems = (store: Store, target: string, problems: string, row: string): Promise<void> =>
  store.run(`${createRejects(target)};
    INSERT INTO ${target}.rejects
    SELECT DISTINCT "row", problem."column", problem."value", problem.expected
    FROM (SELECT ${row} AS "row", unnest(${problems}) AS problem FROM ${target}.rows WHERE ${problems} IS NOT NULL)
    ORDER BY ALL`);

/** Where a file is read from, and how. */
export interface Reading {
  /** The file, or a copy the engine can read. */
  readonly path: string;
  /** Line numbers of blank lines, which the engine leaves out. */
  readonly blanks: readonly number[];
  /** How to look at first; a second, closer look follows where rows may have problems. */
  readonly look: Look;
}

/** Loads one file into `<target>.rows`, and its problems, if there are any, into `<target>.rejects`. */
export async function buildRows(
  store: Store,
  file: PlannedFile,
  target: string,
  reading: Reading,
): Promise<Built> {
  const { path, blanks, look } = reading;
  const own = file.rows !== undefined;
  if (own) await insertRaw(store, file);
  const carried = own || file.documents !== undefined || file.found !== undefined;
  const options = { carry: carried ? ['_row'] : [], look };
  const typed = typedRows(file.plan, own ? raw : relationOf(file, path), options);
  await store.run(`CREATE TABLE ${target}.rows AS ${typed.select}`);
  const { rows, bad, broken } = await countRows(store, file, target, typed.problems);
  if (look !== 'whole' && bad > 0) {
    await dropRows(store, target);
    return buildRows(store, file, target, { ...reading, look: closer(look, { rows, bad }) });
  }
  await keepBroken(store, file, target, broken);
  const moved = !own && broken + blanks.length > 0;
  if (moved) await numberRows(store, file.firstRow, target, broken, blanks);
  const numbered = carried || moved;
  if (bad > 0) {
    await keepProblems(store, target, typed.problems, numberOf(numbered, file.firstRow));
    await assertFormats(store, file, target, typed);
  }
  return { rows_in: rows + broken, rows_set_aside: bad + broken, numbered, look, broken };
}

/** Keeps the counts beside rows that stay. */
export async function writeCounts(store: Store, target: string, counts: Counts): Promise<void> {
  const { rows_in, rows_set_aside, numbered } = counts;
  await store.run(`CREATE TABLE ${target}.counts AS
    SELECT ${rows_in} AS rows_in, ${rows_set_aside} AS rows_set_aside, ${numbered} AS numbered`);
}

/** The counts of rows loaded by an earlier run. */
export async function readCounts(store: Store, target: string): Promise<Counts> {
  const [counts] = await store.all<Row>(`SELECT * FROM ${target}.counts`);
  return { ...(counts as unknown as Counts), look: 'whole' };
}

/** Removes what a failed build left behind. */
export async function dropRows(store: Store, target: string): Promise<void> {
  const tables = ['loaded', 'rows', 'rejects'].map((name) => `${target}.${name}`);
  for (const table of [...tables, ...Object.values(rejectTables)])
    await store.run(`DROP TABLE IF EXISTS ${table}`);
}

/** SELECTs of the records of a loaded file, one for each record of a wide row. */
export function recordSelects(
  file: PlannedFile,
  target: string,
  source: number,
  { numbered, look }: Pick<Counts, 'numbered' | 'look'>,
): string[] {
  const typed = typedRows(file.plan, raw, { look });
  return typed.records.map(({ columns, used }) => {
    const list = [...columns].map(([column, sql]) => `${sql} AS ${quoteName(column)}`);
    const place = [
      `CAST(${source} AS INTEGER) AS _source`,
      `CAST(${numberOf(numbered, file.firstRow)} AS BIGINT) AS _row`,
    ];
    return `SELECT ${[...list, ...place].join(', ')} FROM ${target}.rows WHERE ${used}`;
  });
}
