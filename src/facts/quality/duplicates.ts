import { rowHash } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { type Doubt, thoseThatFind } from './doubt.js';

interface Key {
  readonly table: string;
  readonly columns: readonly string[];
  /** Several exports of one system repeat their rows; within one file nothing may. */
  readonly perFile: boolean;
}

const keys: readonly Key[] = [
  { table: 'sends', columns: ['message_key'], perFile: false },
  { table: 'delivery_events', columns: ['event_id'], perFile: false },
  { table: 'error_reports', columns: ['error_id'], perFile: false },
  { table: 'customers', columns: ['system_id', 'key_type', 'subject_key', 'product'], perFile: true },
];

const groupOf = ({ columns, perFile }: Key): string[] => [...columns, ...(perFile ? ['_source'] : [])];

/** By a hash: numbers are counted quicker than texts, and as many hashes as rows prove as many keys. */
const repeats = (key: Key): string => `
  SELECT count(h) - count(DISTINCT h) AS n FROM (
    SELECT CASE WHEN ${key.columns[0]} IS NOT NULL THEN ${rowHash(groupOf(key), 0)} END AS h FROM std_${key.table}) t`;

function detail(key: Key): string {
  const group = groupOf(key);
  const same = group.map((column) => `r.${column} IS NOT DISTINCT FROM t.${column}`).join(' AND ');
  return `
  WITH repeated AS (
    SELECT ${group.join(', ')}, row_number() OVER (ORDER BY ${group.join(', ')}) AS id FROM std_${key.table}
    WHERE ${key.columns[0]} IS NOT NULL GROUP BY ${group.join(', ')} HAVING count(*) > 1),
  filled AS (SELECT _source, count(${key.columns[0]}) AS n FROM std_${key.table} GROUP BY _source)
  SELECT 'duplicate_id' AS doubt, s.file, '${key.table}' AS target, '${key.columns.join('|')}' AS "column",
         NULL AS what, count(*) AS "rows", min(f.n) AS rows_of, count(DISTINCT r.id) AS "values", NULL AS persons,
         min(${rowCode('t')}, 10) AS codes
  FROM std_${key.table} t JOIN repeated r ON ${same}
  JOIN filled f ON f._source = t._source JOIN std_sources s ON s.source = t._source
  GROUP BY s.file ORDER BY s.file`;
}

/** Rows that share an id meant for one row. */
export async function duplicateIds(store: Query): Promise<Doubt[]> {
  const found: Doubt[] = [];
  for (const key of await thoseThatFind(store, keys, repeats))
    found.push(...(await store.all<Doubt>(detail(key))));
  return found;
}
