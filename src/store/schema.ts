import type { Column, Columns } from '../model/column.js';
import { quoteName, quoteText } from './store.js';

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

/** The type in which many words of a closed vocabulary are written in half the time of text; undefined for other columns. */
export const wordType = ({ kind, values }: Column): string | undefined =>
  kind === 'enum' && values ? `ENUM (${values.map(quoteText).join(', ')})` : undefined;

/** `CREATE TABLE` for columns; `extra` are further column declarations. */
export function createTable(name: string, columns: Columns, extra: readonly string[] = []): string {
  const own = Object.entries(columns).map(([column, spec]) => `${quoteName(column)} ${sqlType(spec)}`);
  return `CREATE TABLE ${quoteName(name)} (${[...own, ...extra].join(', ')})`;
}
