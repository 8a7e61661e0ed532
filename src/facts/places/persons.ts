import { bitwiseOr } from '../../store/dialect.js';
import { type Query, quoteText, type Row } from '../../store/store.js';
import type { UsedScope } from './scopes.js';

/** Persons who are written to in the same scopes and known to the same systems. */
export interface Group {
  readonly scopes: ReadonlySet<number>;
  readonly systems: ReadonlySet<string>;
  readonly persons: number;
}

/** Bits of one word; numbers stay whole up to 2⁵³. */
const bits = 50;
const wordsFor = (count: number): number => Math.max(1, Math.ceil(count / bits));
const names = (prefix: string, count: number): string[] =>
  Array.from({ length: wordsFor(count) }, (_, word) => `${prefix}${word}`);

/** Number `n` as words of which one has one bit. */
const wordsOf = (n: number, count: number): number[] =>
  Array.from({ length: wordsFor(count) }, (_, word) => (Math.floor(n / bits) === word ? 2 ** (n % bits) : 0));

/** Numbers of the bits set in columns of a row. */
const numbersIn = (row: Row, columns: readonly string[]): number[] =>
  columns.flatMap((column, word) => {
    const value = Number(row[column] ?? 0);
    return Array.from({ length: bits }, (_, bit) => bit)
      .filter((bit) => Math.floor(value / 2 ** bit) % 2 === 1)
      .map((bit) => word * bits + bit);
  });

/** SQL of the ids with their bits as a relation `b`, spelt out: it is a page at most, and spares a table. */
function bitsOf(key: string, ids: readonly string[], columns: readonly string[]): string {
  const rows = ids.map((id, n) => `(${[id, ...wordsOf(n, ids.length)].join(', ')})`);
  const names = [key, ...columns];
  const typed = columns.map((column) => `CAST(${column} AS BIGINT) AS ${column}`);
  return `(SELECT ${[key, ...typed].join(', ')} FROM (VALUES ${rows.join(', ')}) v (${names.join(', ')})) b`;
}

const merged = (columns: readonly string[]): string =>
  columns.map((column) => `${bitwiseOr(`b.${column}`)} AS ${column}`).join(', ');

/** Everybody who got a message in one of the scopes, by scopes (places in the list given) and systems. */
export async function readGroups(
  store: Query,
  scopes: readonly UsedScope[],
  systems: readonly string[],
): Promise<Group[]> {
  const asked = names('s', scopes.length);
  const known = names('k', systems.length);
  const targets = bitsOf(
    'target_id',
    scopes.map(({ target }) => String(target)),
    asked,
  );
  const places = bitsOf('system_id', systems.map(quoteText), known);
  const all = [...asked, ...known].join(', ');
  const rows = await store.all<Row & { persons: number }>(`
    WITH routes AS (
      SELECT r.route_id, b.* FROM work_send_routes r JOIN ${targets} ON b.target_id = r.target_id),
    needs AS (
      SELECT s.person_id, ${merged(asked)} FROM work_send_rows s JOIN routes b ON b.route_id = s.route_id
      GROUP BY s.person_id),
    reach AS (
      SELECT p.person_id, ${merged(known)} FROM work_presence p JOIN ${places} ON b.system_id = p.system_id
      GROUP BY p.person_id)
    SELECT ${all}, count(*) AS persons FROM needs n LEFT JOIN reach k ON k.person_id = n.person_id
    GROUP BY ${all} ORDER BY ${all}`);
  return rows.map((row) => ({
    scopes: new Set(numbersIn(row, asked)),
    systems: new Set(numbersIn(row, known).map((n) => systems[n]!)),
    persons: Number(row.persons),
  }));
}
