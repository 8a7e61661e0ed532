import type { Column, Columns } from '../model/column.js';
import { quoteName } from './store.js';

/** The type a column has in the store. Lists stay text with `|`, durations ISO 8601 text, times UTC. */
export function sqlType(column: Column): string {
  switch (column.kind) {
    case 'integer':
      return 'BIGINT';
    case 'decimal':
      return 'DECIMAL(18,4)';
    case 'boolean':
      return 'BOOLEAN';
    case 'instant':
      return 'TIMESTAMP';
    case 'date':
      return 'DATE';
    default:
      return 'VARCHAR';
  }
}

/** `CREATE TABLE` for columns; `extra` are further column declarations. */
export function createTable(name: string, columns: Columns, extra: readonly string[] = []): string {
  const own = Object.entries(columns).map(([column, spec]) => `${quoteName(column)} ${sqlType(spec)}`);
  return `CREATE TABLE ${quoteName(name)} (${[...own, ...extra].join(', ')})`;
}
