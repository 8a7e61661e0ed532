import { isExhausted } from '../../store/limits.js';
import { assertGoing } from '../../store/stopping.js';
import { quoteName, type Store } from '../../store/store.js';
import { rejectTables, relationOf } from '../relation.js';
import { integer } from '../sql/numbers.js';
import { cleaned } from '../sql/text.js';
import type { OpenFile } from '../types.js';
import type { WantedColumn } from './load-records.js';

/** Rows of a file, to be summed up as they are read. */
export interface RecordsToSum {
  readonly file: OpenFile;
  /** Columns whose values tell rows apart. */
  readonly values: readonly WantedColumn[];
  /** Columns of whole numbers. */
  readonly counts: readonly WantedColumn[];
  /** SQL over names of counts: rows that cannot be. */
  readonly impossible: string;
}

/** What was found of each column in the first rows. */
export interface FirstRecords {
  readonly rows: number;
  /** By column: how many values. */
  readonly distinct: Readonly<Record<string, number>>;
}

/** Whether the engine reads the file as it stands: a text in UTF-8, or Parquet. */
const isPlain = ({ format, facts, rows, found, documents }: OpenFile): boolean => {
  if (rows !== undefined || found !== undefined || documents !== undefined) return false;
  return format === 'parquet' || (format === 'csv' && facts.encoding === 'utf-8' && !facts.hasZeros);
};

const rawOf = ({ header }: OpenFile, column: WantedColumn): string => `r${header.indexOf(column.header)}`;

/** Nearly every count of single messages is 0 or 1, which need not be looked at closely. */
const countSql = (raw: string): string =>
  `CASE ${raw} WHEN '0' THEN 0 WHEN '1' THEN 1 ELSE ${integer(raw, 'quick')} END`;

/** Rows as text with their counts, of which those marked want a closer look. */
function rowsSql({ file, values, counts, impossible }: RecordsToSum): string {
  const cells = values.map((one) => `${rawOf(file, one)} AS ${quoteName(one.column)}`);
  const numbers = counts.map((one) => `${countSql(rawOf(file, one))} AS ${quoteName(one.column)}`);
  const unread = counts.map(({ column }) => `${quoteName(column)} IS NULL`);
  return `(SELECT *, ${[...unread, impossible].join(' OR ')} AS _odd
    FROM (SELECT ${[...cells, ...numbers].join(', ')} FROM ${relationOf(file, file.path)}))`;
}

/** Asks a question that reads the file; undefined where rows could not be split into cells, or the engine gave up. */
async function ask<T>(
  store: Store,
  { format }: OpenFile,
  question: () => Promise<T>,
): Promise<T | undefined> {
  try {
    const answer = await question();
    if (format !== 'csv') return answer;
    const [broken] = await store.all<{ n: number }>(`SELECT count(*) AS n FROM ${rejectTables.errors}`);
    return broken!.n > 0 ? undefined : answer;
  } catch (error) {
    assertGoing();
    if (isExhausted(error)) throw error;
    return undefined;
  } finally {
    for (const table of Object.values(rejectTables)) await store.run(`DROP TABLE IF EXISTS ${table}`);
  }
}

/** Looks at the first rows of a file; undefined where one wants a closer look than `sumRecords` takes. */
export async function readFirst(
  store: Store,
  records: RecordsToSum,
  most: number,
): Promise<FirstRecords | undefined> {
  const { file, values } = records;
  if (!isPlain(file)) return undefined;
  const distinct = values.map(({ column }) => {
    const name = quoteName(column);
    return `count(DISTINCT ${cleaned(name, 'quick')}) AS ${name}`;
  });
  const sql = `SELECT ${['count(*) AS _rows', 'count(*) FILTER (WHERE _odd) AS _odd', ...distinct].join(', ')}
    FROM (FROM ${rowsSql(records)} LIMIT ${most})`;
  const [found] = (await ask(store, file, () => store.all<Record<string, number>>(sql))) ?? [];
  if (found === undefined || found._odd! > 0) return undefined;
  const { _rows: rows, _odd: _, ...counted } = found;
  return { rows: rows!, distinct: counted };
}

/**
 * Creates `table(<values>, <counts>, rows)`: the rows of a file summed up by their values in one scan, nothing else of
 * them kept. How many rows there were; undefined, and no table, where one of them wants a closer look.
 */
export async function sumRecords(
  store: Store,
  records: RecordsToSum,
  table: string,
): Promise<number | undefined> {
  const names = records.values.map(({ column }) => quoteName(column));
  const sums = records.counts.map(({ column }) => `sum(${quoteName(column)}) AS ${quoteName(column)}`);
  const raw = `${table}_as_read`;
  const summed = await ask(store, records.file, async () => {
    await store.run(`CREATE TABLE ${raw} AS
      SELECT ${[...names, ...sums, 'count(*) AS "rows"', 'count(*) FILTER (WHERE _odd) AS _odd'].join(', ')}
      FROM ${rowsSql(records)} GROUP BY ${names.join(', ')}`);
    return store.all<{ rows: number; odd: number }>(
      `SELECT coalesce(sum("rows"), 0) AS "rows", coalesce(sum(_odd), 0) AS odd FROM ${raw}`,
    );
  });
  if (summed === undefined || Number(summed[0]!.odd) > 0) {
    await store.run(`DROP TABLE IF EXISTS ${raw}`);
    return undefined;
  }
  const values = names.map((name) => `${cleaned(name, 'quick')} AS ${name}`);
  const counts = records.counts.map(({ column }) => quoteName(column));
  await store.run(
    `CREATE VIEW ${table} AS SELECT ${[...values, ...counts, '"rows"'].join(', ')} FROM ${raw}`,
  );
  return Number(summed[0]!.rows);
}
