import { parse } from 'csv-parse/sync';
import type { Edit } from '../../../src/model/edit.js';
import type { Files } from '../../generator/write/files.js';

type Row = Record<string, string>;

const keys: Readonly<Record<string, readonly string[]>> = {
  flows: ['flow_id'],
  flow_fields: ['flow_id', 'source_field', 'target_field'],
  system_fields: ['system_id', 'field', 'role'],
  collection_points: ['collection_point_id'],
  collection_point_fields: ['collection_point_id', 'field'],
};

const rowsOf = (files: Files, table: string): Row[] => {
  const text = files.get(`inventory/${table}.csv`);
  return text === undefined ? [] : parse(text as Buffer, { columns: true, bom: true });
};

const typed = (value: string): string | boolean =>
  value === 'true' ? true : value === 'false' ? false : value;

const cells = (row: Row) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, typed(value)]),
  );

/** The edits that make the inventory of one world that of another. */
export function between(before: Files, after: Files): Edit[] {
  return Object.entries(keys).flatMap(([table, names]): Edit[] => {
    const keyOf = (row: Row) => JSON.stringify(names.map((name) => row[name]));
    const [old, next] = [rowsOf(before, table), rowsOf(after, table)];
    const [known, wanted] = [new Map(old.map((row) => [keyOf(row), row])), new Set(next.map(keyOf))];
    const where = (row: Row) => Object.fromEntries(names.map((name) => [name, row[name]!]));
    return [
      ...old.filter((row) => !wanted.has(keyOf(row))).map((row) => ({ remove: table, where: where(row) })),
      ...next.flatMap((row): Edit[] => {
        const was = known.get(keyOf(row));
        if (!was) return [{ add: table, row: cells(row) as Extract<Edit, { add: string }>['row'] }];
        const changed = Object.entries(row).filter(([name, value]) => value !== was[name]);
        const to = Object.fromEntries(
          changed.map(([name, value]) => [name, value === '' ? null : typed(value)]),
        );
        return changed.length === 0 ? [] : [{ set: table, where: where(row), to }];
      }),
    ];
  });
}
