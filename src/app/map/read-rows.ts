import type { MapPlace } from '../../map/model.js';
import { findTable } from '../../model/tables/index.js';
import { type Query, quoteName, type Row, type Value } from '../../store/store.js';

/** A row of a canonical table with the columns of the table, and its place. */
export type Cells = Readonly<Record<string, Value>> & { readonly place: MapPlace };

/** Rows of an inventory table, by the columns named and then by place. */
export async function readRows(query: Query, table: string, order: readonly string[]): Promise<Cells[]> {
  const columns = Object.keys(findTable(table)!.columns);
  const names = columns.map((name) => `t.${quoteName(name)}`);
  const rows = await query.all<Row>(
    `SELECT ${names.join(', ')}, s.file AS _file, t._row, p.pointer AS _pointer
     FROM std_${table} t JOIN std_sources s ON s.source = t._source
     LEFT JOIN std_pointers p ON p.source = t._source AND p.table_name = '${table}' AND p.id = t.${quoteName(columns[0]!)}
     ORDER BY ${[...order.map(quoteName), '_file', '_row'].join(', ')}`,
  );
  return rows.map(({ _file, _row, _pointer, ...cells }) => {
    const place = { file: String(_file), row: Number(_row), ...(_pointer && { pointer: String(_pointer) }) };
    return { ...cells, place } as unknown as Cells;
  });
}

/** The first row of each key; a repeated id is a finding of its own. */
export function firstOf(rows: readonly Cells[], key: string): Cells[] {
  const seen = new Set<Value>();
  return rows.filter((row) => !seen.has(row[key] ?? null) && seen.add(row[key] ?? null));
}

/** Rows by the value of a column. */
export function groupBy(rows: readonly Cells[], key: string): ReadonlyMap<Value, Cells[]> {
  const groups = new Map<Value, Cells[]>();
  for (const row of rows) {
    const group = groups.get(row[key] ?? null) ?? [];
    if (group.length === 0) groups.set(row[key] ?? null, group);
    group.push(row);
  }
  return groups;
}
