import type { Column } from '../../model/column.js';
import { decimal, integer, must, text } from '../../model/column.js';
import { type Problem, SourceError } from '../../model/errors.js';
import { small } from '../../model/table.js';
import type { Store } from '../../store/store.js';
import { recordSelects } from '../build-rows.js';
import { Loader } from '../load-file.js';
import { planRows } from '../mapping/plan.js';
import type { OpenFile } from '../types.js';

/** A file's column and the name it gets; a record without a needed value cannot be used. */
export interface WantedColumn {
  readonly header: string;
  readonly column: string;
  readonly needed: boolean;
  /** A whole number instead of text. */
  readonly counts?: boolean;
  /** A decimal number instead of text. */
  readonly amounts?: boolean;
}

/** Why a row could not be used. */
export interface SetAside {
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly expected: string;
}

/** Rows in = rows used + rows set aside. */
export interface LoadedRecords {
  /** SELECT of the wanted columns as trimmed text, and `_source`, `_row` as a spreadsheet counts. */
  readonly select: string;
  readonly rowsIn: number;
  readonly rowsSetAside: number;
  /** In order of rows, at most as many as asked for. */
  readonly setAside: readonly SetAside[];
}

/** Throws a SourceError where a wanted column is not there, or more than once. */
export function assertColumns({ file, header, firstRow }: OpenFile, wanted: readonly WantedColumn[]): void {
  const problems = [...new Set(wanted.map((one) => one.header))].flatMap((name): Problem[] => {
    const times = header.filter((one) => one === name).length;
    const place = { file, row: firstRow - 1, column: name };
    const message = `column '${name}' occurs ${times} times`;
    return times === 1 ? [] : [{ place, message, value: name, expected: 'each column name once' }];
  });
  if (problems.length > 0) throw new SourceError(problems, 'linked');
}

async function readSetAside(store: Store, target: string, most: number): Promise<SetAside[]> {
  return store.all<{ row: number; column: string | null; value: string | null; expected: string }>(
    `SELECT "row", "column", "value", expected FROM ${target}.rejects ORDER BY ALL LIMIT ${most}`,
  );
}

/** Loads the wanted columns of a file into a schema of the store; copies of odd texts are made in `folder` and removed. */
export async function loadRecords(
  store: Store,
  file: OpenFile,
  wanted: readonly WantedColumn[],
  options: { readonly source: number; readonly folder: string; readonly most: number },
): Promise<LoadedRecords> {
  assertColumns(file, wanted);
  const spec = ({ header, needed, counts, amounts }: WantedColumn): Column => {
    const column = counts ? integer(header) : amounts ? decimal(header) : text(header);
    return needed ? must(column) : column;
  };
  const table = small('records', 'records', Object.fromEntries(wanted.map((one) => [one.column, spec(one)])));
  const columns = Object.fromEntries(wanted.map(({ column, header }) => [column, header]));
  const source = { ...file.source, columns };
  const plan = planRows(table, source, file.header, { zone: undefined, format: file.format });
  await store.run(`CREATE SCHEMA src_${options.source}`);
  const planned = { ...file, source, plan };
  const { target, ...counts } = await new Loader(options.folder).load(store, planned, options.source);
  const [select = ''] = recordSelects(planned, target, options.source, counts);
  const { rows_in: rowsIn, rows_set_aside: rowsSetAside } = counts;
  const setAside = rowsSetAside > 0 ? await readSetAside(store, target, options.most) : [];
  return { select, rowsIn, rowsSetAside, setAside };
}
