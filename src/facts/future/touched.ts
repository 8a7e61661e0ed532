import { covers } from '../../graph/index.js';
import { type Cells, type Edit, tableOf } from '../../model/edit.js';
import type { Row } from '../../store/store.js';
import type { InventoryTables } from '../inventory.js';
import { isSo, rowOf } from './edit-tables.js';

/** What edits may change of ways. */
export interface Touched {
  /** Ids of flows. */
  readonly flows: ReadonlySet<string>;
  /** Field paths that these flows carry, before and after. */
  readonly carried: ReadonlySet<string>;
  /** Field paths whose place in a system changes, `key.…` among them. */
  readonly held: ReadonlySet<string>;
}

/** Rows of the tables of ways by what edits name them by. */
export interface RowsByName {
  readonly tables: InventoryTables;
  readonly mappings: ReadonlyMap<string, readonly Row[]>;
  readonly flows: ReadonlyMap<string, readonly Row[]>;
}

function grouped(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(String(row.flow_id));
    if (group) group.push(row);
    else groups.set(String(row.flow_id), [row]);
  }
  return groups;
}

export const rowsByName = (tables: InventoryTables): RowsByName => ({
  tables,
  mappings: grouped(tables.flow_fields),
  flows: grouped(tables.flows),
});

/** Rows an edit is about: the one it adds, or those it names and what it makes of them. */
function rowsOf(edit: Edit, { tables, mappings, flows }: RowsByName): Row[] {
  if ('add' in edit) return [rowOf(edit.row)];
  const table = tableOf(edit);
  const id = edit.where.flow_id;
  const byId = table === 'flows' ? flows : mappings;
  const among: readonly Row[] =
    id !== undefined && (table === 'flows' || table === 'flow_fields')
      ? (byId.get(String(id)) ?? [])
      : (tables[table as keyof InventoryTables] ?? []);
  const named = among.filter((row) => isSo(row, edit.where as Cells));
  return 'set' in edit ? named.flatMap((row) => [row, { ...row, ...rowOf(edit.to) }]) : named;
}

/** What edits touch of the ways of an inventory. */
export function touchedBy(edits: readonly Edit[], index: RowsByName): Touched {
  const [flows, carried, held] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const points = new Set<string>();
  for (const edit of edits)
    for (const row of rowsOf(edit, index)) {
      const table = tableOf(edit);
      if (table === 'flows' || table === 'flow_fields') flows.add(String(row.flow_id));
      if (table === 'flow_fields') carried.add(String(row.source_field));
      if (table === 'system_fields' || table === 'collection_point_fields') held.add(String(row.field));
      if (table === 'collection_points') points.add(String(row.collection_point_id));
    }
  for (const flow of flows)
    for (const { source_field: field } of index.mappings.get(flow) ?? []) carried.add(String(field));
  for (const row of points.size > 0 ? index.tables.collection_point_fields : [])
    if (points.has(String(row.collection_point_id))) held.add(String(row.field));
  return { flows, carried, held };
}

const isAbout = ({ carried, held }: Touched, field: string): boolean =>
  [...carried].some((path) => covers(path, field)) ||
  [...held].some((path) => covers(path, field) || covers('key', path));

/** Asks each thing once whether it can change the ways of a field, or what its receivers do with it. */
export function touchingField(field: string): <T extends { touched: Touched }>(some: readonly T[]) => T[] {
  const known = new Map<Touched, boolean>();
  const isDirect = (touched: Touched): boolean => {
    const answer = known.get(touched) ?? isAbout(touched, field);
    known.set(touched, answer);
    return answer;
  };
  return (some) => {
    const direct = some.filter(({ touched }) => isDirect(touched));
    // What one does to a flow matters to another that lets it carry the field.
    const shares = ({ flows }: Touched) =>
      direct.some(({ touched }) => [...flows].some((flow) => touched.flows.has(flow)));
    return direct.length === 0 ? [] : some.filter(({ touched }) => isDirect(touched) || shares(touched));
  };
}
