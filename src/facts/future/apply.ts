import { type Columns, rowSchema } from '../../model/column.js';
import { type Cells, type Edit, type FutureEdits, spellCell, tableOf } from '../../model/edit.js';
import { type Problem, SourceError } from '../../model/errors.js';
import { findTable } from '../../model/tables/index.js';
import { type Query, quoteName, quoteText, type Value } from '../../store/store.js';
import { didYouMean } from '../../text/nearest.js';

type Mistake = Omit<Problem, 'place'>;

const columnsOf = (table: string): Columns => findTable(table)!.columns;

/** Cells as their columns are read; lists and numbers may be written as in a CSV file. */
const read = (cells: Cells, columns: Columns): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      const { kind } = columns[name]!;
      if (kind === 'list') return [name, value.split('|')];
      return [name, kind === 'integer' && /^-?\d+$/.test(value) ? Number(value) : value];
    }),
  );

/** What is wrong with an edit before any row is looked at. */
function mistakesOf(edit: Edit): Mistake[] {
  const table = tableOf(edit);
  const columns = columnsOf(table);
  const named = 'add' in edit ? [edit.row] : 'set' in edit ? [edit.where, edit.to] : [edit.where];
  const unknown = named.flatMap(Object.keys).filter((name) => !Object.hasOwn(columns, name));
  const misnamed = unknown.map(
    (name): Mistake => ({
      message: `${table} has no column '${name}'`,
      value: name,
      expected: Object.keys(columns).join(', '),
      tips: didYouMean(name, Object.keys(columns)),
    }),
  );
  if (misnamed.length > 0) return misnamed;
  const row = read('add' in edit ? edit.row : 'set' in edit ? edit.to : {}, columns);
  const schema = 'add' in edit ? rowSchema(columns) : rowSchema(columns).partial();
  const result = schema.safeParse(row);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => ({
    message: `${table}.${path.join('.')}: ${message}`,
  }));
}

const literal = (value: Value): string =>
  value === null ? 'NULL' : typeof value === 'string' ? quoteText(value) : String(value);

const conditions = (where: Cells): string =>
  Object.entries(where)
    .map(
      ([name, value]) =>
        `CAST(${quoteName(name)} AS VARCHAR) IS NOT DISTINCT FROM CAST(${literal(spellCell(value))} AS VARCHAR)`,
    )
    .join(' AND ') || 'true';

/** The relation as a table of this run: what is kept between runs stays as it is. */
async function makeOwn(store: Query, table: string): Promise<void> {
  const name = `std_${table}`;
  await store.run(`CREATE TABLE work_edited AS FROM ${name}`);
  const [view] = await store.all(
    `SELECT view_name FROM duckdb_views() WHERE view_name = ${quoteText(name)} AND NOT internal ORDER BY 1`,
  );
  await store.run(`DROP ${view ? 'VIEW' : 'TABLE'} ${name}; ALTER TABLE work_edited RENAME TO ${name}`);
}

async function registerSource(store: Query, file: string): Promise<number> {
  const [last] = await store.all<{ n: number }>(
    'SELECT coalesce(max(source), -1) + 1 AS n FROM std_sources ORDER BY n',
  );
  const source = Number(last!.n);
  await store.run(`INSERT INTO std_sources (source, file, table_name, format, sha256, bytes, rows_in, rows_used, rows_set_aside)
    VALUES (${source}, ${quoteText(file)}, 'future', 'yaml', '', 0, 0, 0, 0)`);
  return source;
}

/** Rows an edit changed. */
async function applyOne(store: Query, edit: Edit, source: number, row: number): Promise<number> {
  const name = `std_${tableOf(edit)}`;
  const count = async (where: Cells): Promise<number> => {
    const [found] = await store.all<{ n: number }>(
      `SELECT count(*) AS n FROM ${name} WHERE ${conditions(where)}`,
    );
    return Number(found!.n);
  };
  if ('add' in edit) {
    const names = [...Object.keys(edit.row).map(quoteName), '_source', '_row'];
    const values = [...Object.values(edit.row).map((value) => literal(spellCell(value))), source, row];
    await store.run(`INSERT INTO ${name} (${names.join(', ')}) VALUES (${values.join(', ')})`);
    return 1;
  }
  const changed = await count(edit.where);
  if ('remove' in edit) await store.run(`DELETE FROM ${name} WHERE ${conditions(edit.where)}`);
  else {
    const to = Object.entries(edit.to).map(
      ([column, value]) => `${quoteName(column)} = ${literal(spellCell(value))}`,
    );
    await store.run(`UPDATE ${name} SET ${to.join(', ')} WHERE ${conditions(edit.where)}`);
  }
  return changed;
}

/**
 * Changes the inventory in the store, edit by edit in order; added rows have the place of their edit, counted from 1.
 * Throws a SourceError with every edit that does not fit its table, or else with every one that changes nothing.
 */
export async function applyEdits(store: Query, { file, edits }: FutureEdits): Promise<void> {
  const problem =
    (i: number) =>
    (mistake: Mistake): Problem => ({
      ...mistake,
      place: { file, row: i + 1 },
      message: `change ${i + 1}: ${mistake.message}`,
    });
  const mistakes = edits.flatMap((edit, i) => mistakesOf(edit).map(problem(i)));
  if (mistakes.length > 0) throw new SourceError(mistakes);
  for (const table of new Set(['sources', ...edits.map(tableOf)])) await makeOwn(store, table);
  const source = await registerSource(store, file);
  const idle: Problem[] = [];
  for (const [i, edit] of edits.entries())
    if ((await applyOne(store, edit, source, i + 1)) === 0)
      idle.push(
        problem(i)({
          message: `no row of ${tableOf(edit)} is so`,
          value: JSON.stringify('where' in edit ? edit.where : {}),
        }),
      );
  if (idle.length > 0) throw new SourceError(idle);
}
