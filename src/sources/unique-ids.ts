import { type Problem, SourceError } from '../model/errors.js';
import type { Query } from '../store/store.js';

/** Inventory tables and the column that says which thing a row is about. */
const ids = {
  silos: 'silo_id',
  systems: 'system_id',
  channels: 'channel_id',
  communications: 'communication_id',
  collection_points: 'collection_point_id',
  flows: 'flow_id',
  owners: 'owner_id',
} as const;

type Repeated = { id: string; file: string; row: number; first_file: string; first_row: number };

const repeated = (table: string, id: string): string => `
  WITH placed AS (
    SELECT t.${id} AS id, s.file, t._row AS "row",
           row_number() OVER (PARTITION BY t.${id} ORDER BY s.file, t._row) AS place
    FROM std_${table} t JOIN std_sources s ON s.source = t._source WHERE t.${id} IS NOT NULL)
  SELECT p.id, p.file, p."row", f.file AS first_file, f."row" AS first_row
  FROM placed p JOIN placed f ON f.id = p.id AND f.place = 1
  WHERE p.place > 1 ORDER BY p.file, p."row"`;

/** Tables of which some id stands in two rows, by one question for all. */
const doubled = `SELECT name FROM (${Object.entries(ids)
  .map(
    ([table, id]) =>
      `SELECT '${table}' AS name, count(${id}) > count(DISTINCT ${id}) AS twice FROM std_${table}`,
  )
  .join(' UNION ALL ')}) t WHERE twice ORDER BY name`;

const toProblem = (column: string, { id, file, row, first_file, first_row }: Repeated): Problem => ({
  place: { file, row, column },
  message: `the id stands in ${first_file}, row ${first_row}, already`,
  value: id,
  expected: 'one row for each id, since nobody can tell which of two is meant',
});

/** Throws a SourceError naming every second row about one thing of the inventory. */
export async function assertUniqueIds(store: Query): Promise<void> {
  const problems: Problem[] = [];
  const wrong = new Set((await store.all<{ name: string }>(doubled)).map(({ name }) => name));
  for (const [table, id] of Object.entries(ids).filter(([table]) => wrong.has(table))) {
    const rows = await store.all<Repeated>(repeated(table, id));
    problems.push(...rows.map((row) => toProblem(id, row)));
  }
  if (problems.length > 0) throw new SourceError(problems);
}
