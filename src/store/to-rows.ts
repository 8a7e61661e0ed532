import type { DuckDBResultReader, DuckDBValue, Json } from '@duckdb/node-api';
import type { Row, Value } from './store.js';

const integerTypes = /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT)$/;
const timeTypes = /^TIMESTAMP/;

/** `2026-01-31 10:00:00.5` → `2026-01-31T10:00:00.500Z` */
function toRfc3339(text: string): string {
  const [day, clock = '00:00:00'] = text.replace(/\+00$/, '').split(' ');
  const [seconds, fraction = ''] = clock.split('.');
  return `${day}T${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
}

type Cell = Json | DuckDBValue;
type Convert = (value: Cell) => Value;
function converterOf(type: string): Convert {
  if (integerTypes.test(type)) return (value) => (value === null ? null : Number(value));
  if (timeTypes.test(type)) return (value) => (value === null ? null : toRfc3339(String(value)));
  if (type === 'BOOLEAN') return (value) => value as boolean | null;
  if (type === 'DOUBLE' || type === 'FLOAT') return (value) => (value === null ? null : Number(value));
  return (value) =>
    value === null ? null : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Values of the engine, given column by column, as records by name, converted by their columns' types. */
export function toRows<T extends Row>(names: string[], types: string[], columns: Cell[][]): T[] {
  const rows = Array.from({ length: columns[0]?.length ?? 0 }, (): Record<string, Value> => ({}));
  for (const [i, name] of names.entries()) {
    const convert = converterOf(types[i]!);
    const column = columns[i]!;
    for (let row = 0; row < rows.length; row++) rows[row]![name] = convert(column[row] ?? null);
  }
  return rows as unknown as T[];
}

/** Types whose values need no detour by the engine's JSON, which asks for the type of each. */
const isPlain = (type: string): boolean =>
  type === 'VARCHAR' || type === 'BOOLEAN' || type === 'DOUBLE' || integerTypes.test(type);

/** All rows of a result. */
export function readRows<T extends Row>(reader: DuckDBResultReader): T[] {
  const types = reader.columnTypes().map(String);
  const columns = types.every(isPlain) ? reader.getColumns() : reader.getColumnsJson();
  return toRows<T>(reader.deduplicatedColumnNames(), types, columns);
}
