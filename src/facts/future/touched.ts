import { covers } from '../../graph/index.js';
import { type Cells, type Edit, tableOf } from '../../model/edit.js';
import type { Row } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
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
  /** Systems in which they do. */
  readonly holders: ReadonlySet<string>;
  /** Rows are named otherwise than by their flow, so that what other edits add can be among them. */
  readonly wide: boolean;
}

/** Rows of the tables of ways by what edits name them by. */
export interface RowsByName {
  readonly tables: InventoryTables;
  readonly mappings: ReadonlyMap<string, readonly Row[]>;
  readonly flows: ReadonlyMap<string, readonly Row[]>;
}

function grouped(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  return groupBy(rows, (row) => String(row.flow_id));
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

/** Rows that edits are about, by table. */
function rowsByTable(edits: readonly Edit[], index: RowsByName): (...tables: readonly string[]) => Row[] {
  const rows = edits.flatMap((edit) => rowsOf(edit, index).map((row) => ({ table: tableOf(edit), row })));
  return (...tables) => rows.filter(({ table }) => tables.includes(table)).map(({ row }) => row);
}

const isWide = (edit: Edit): boolean => !('add' in edit) && edit.where.flow_id === undefined;

/** What edits touch of the ways of an inventory. */
export function touchedBy(edits: readonly Edit[], index: RowsByName): Touched {
  const { collection_points: points, collection_point_fields: asked } = index.tables;
  const rows = rowsByTable(edits, index);
  const values = (of: readonly Row[], column: string) => of.map((row) => String(row[column]));
  const flows = new Set(values(rows('flows', 'flow_fields'), 'flow_id'));
  const before = [...flows].flatMap((flow) => index.mappings.get(flow) ?? []);
  const moved = new Set(values(rows('collection_points'), 'collection_point_id'));
  const named = new Set([...moved, ...values(rows('collection_point_fields'), 'collection_point_id')]);
  const isOf = (ids: ReadonlySet<string>) => (row: Row) => ids.has(String(row.collection_point_id));
  const fields = moved.size > 0 ? asked.filter(isOf(moved)) : [];
  const places = named.size > 0 ? points.filter(isOf(named)) : [];
  return {
    flows,
    carried: new Set(values([...rows('flow_fields'), ...before], 'source_field')),
    held: new Set(values([...rows('system_fields', 'collection_point_fields'), ...fields], 'field')),
    holders: new Set(values([...rows('system_fields', 'collection_points'), ...places], 'system_id')),
    wide: edits.some(isWide),
  };
}

/** Whether two changes touch different flows and nothing else, so that what each makes of them is the same with the other. */
export const areApart = (one: Touched, other: Touched): boolean =>
  [one, other].every(({ wide, held }) => !wide && held.size === 0) &&
  [...one.flows].every((flow) => !other.flows.has(flow));

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
