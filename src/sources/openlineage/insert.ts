import { findTable } from '../../model/tables/index.js';
import { createTable } from '../../store/schema.js';
import { quoteName, type Store, type Value } from '../../store/store.js';
import type { Reject } from '../reject.js';
import { type Declared, lineageSilo, type Merged } from './merge.js';

type Cells = Readonly<Record<string, Value>>;

/** Rows for the canonical tables, by table. */
function rowsOf({ lineage }: Merged, declared: Declared): Record<string, Cells[]> {
  const needsSilo = lineage.systems.length > 0 && !declared.silos.has(lineageSilo);
  const first = lineage.systems[0]?.row ?? 1;
  return {
    silos: needsSilo ? [{ silo_id: lineageSilo, name: 'OpenLineage', _row: first }] : [],
    systems: lineage.systems.map(({ row, ...system }) => ({ ...system, silo_id: lineageSilo, _row: row })),
    flows: lineage.flows.map(({ row, fields: _, ...flow }) => ({
      ...flow,
      mechanism: 'batch',
      status: 'active',
      _row: row,
    })),
    flow_fields: lineage.flows.flatMap(({ flow_id, row, fields }) =>
      fields.map((field) => ({ flow_id, ...field, _row: row })),
    ),
  };
}

const problemColumns = ['row', 'column', 'value', 'expected'] as const;

/** Fills a table of a schema by way of one without schema, because `insert` names none. */
async function fill(
  store: Store,
  create: string,
  target: string,
  columns: readonly string[],
  rows: Value[][],
) {
  await store.run(create);
  await store.insert('work_lineage', columns, rows);
  await store.run(`CREATE TABLE ${target} AS FROM work_lineage; DROP TABLE work_lineage`);
}

const fillProblems = (store: Store, target: string, problems: readonly Reject[]): Promise<void> =>
  fill(
    store,
    'CREATE TABLE work_lineage ("row" BIGINT, "column" VARCHAR, "value" VARCHAR, expected VARCHAR)',
    target,
    problemColumns,
    problems.map((problem) => problemColumns.map((name) => problem[name])),
  );

/** Puts a file's lineage into a schema of its own; returns SELECTs of its records by canonical table. */
export async function insertLineage(
  store: Store,
  merged: Merged,
  declared: Declared,
  target: string,
  source: number,
): Promise<Record<string, string[]>> {
  await store.run(`CREATE SCHEMA ${target}`);
  const tables = Object.entries(rowsOf(merged, declared)).filter(([, rows]) => rows.length > 0);
  for (const [name, rows] of tables) {
    const { columns } = findTable(name)!;
    const names = [...Object.keys(columns), '_row'];
    const cells = rows.map((row) => names.map((column) => row[column] ?? null));
    const create = createTable('work_lineage', columns, ['_row BIGINT']);
    await fill(store, create, `${target}.${name}`, names, cells);
  }
  await fillProblems(store, `${target}.rejects`, merged.lineage.rejects);
  await fillProblems(store, `${target}.notes`, [...merged.lineage.notes, ...merged.contradictions]);
  return Object.fromEntries(
    tables.map(([name]) => {
      const columns = Object.keys(findTable(name)!.columns).map(quoteName).join(', ');
      const sql = `SELECT ${columns}, CAST(${source} AS INTEGER) AS _source, _row FROM ${target}.${name}`;
      return [name, [sql]];
    }),
  );
}
