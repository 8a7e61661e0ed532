import type { Json } from '@duckdb/node-api';
import type { Row, Value } from './store.js';

const integerTypes = /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT)$/;
const timeTypes = /^TIMESTAMP/;

/** `2026-01-31 10:00:00.5` → `2026-01-31T10:00:00.500Z` */
function toRfc3339(text: string): string {
  const [day, clock = '00:00:00'] = text.replace(/\+00$/, '').split(' ');
  const [seconds, fraction = ''] = clock.split('.');
  return `${day}T${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
}

type Convert = (value: Json) => Value;
function converterOf(type: string): Convert {
  if (integerTypes.test(type)) return (value) => (value === null ? null : Number(value));
  if (timeTypes.test(type)) return (value) => (value === null ? null : toRfc3339(String(value)));
  if (type === 'BOOLEAN') return (value) => value as boolean | null;
  if (type === 'DOUBLE' || type === 'FLOAT') return (value) => (value === null ? null : Number(value));
  return (value) =>
    value === null ? null : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Rows of the engine's JSON as records by name, values converted by their columns' types. */
export function toRows<T extends Row>(names: string[], types: string[], rows: Json[][]): T[] {
  const converters = types.map(converterOf);
  return rows.map((values) => {
    const row: Record<string, Value> = {};
    for (let i = 0; i < names.length; i++) row[names[i]!] = converters[i]!(values[i] ?? null);
    return row as unknown as T;
  });
}
