import { type Query, quoteName } from '../../store/store.js';
import { nameTable } from './name-table.js';

/** Letters beyond Latin; where there are none, comparing letters is enough. */
const otherScript = '[\\x{0370}-\\x{1DFF}\\x{2C00}-\\x{10FFFF}]';

const valuesOf = (table: string, columns: readonly string[]): string =>
  columns
    .map((column) => `SELECT ${column} AS name FROM ${table} WHERE ${column} IS NOT NULL`)
    .join(' UNION ');

const soundColumn = (column: string): string => `${column}s`;

/**
 * Adds to a table, for each of these columns of names, a column `<name>s INTEGER`: names that are spellings of each
 * other, across scripts, have one number, also between the columns; NULL where there is no name. Gives how many names sound
 * like too many others to be compared with all; does nothing and gives nothing where all are written in Latin letters.
 */
export async function addSounds(
  store: Query,
  table: string,
  columns: readonly string[],
): Promise<number | undefined> {
  if (columns.length === 0) return undefined;
  const names = await store.all<{ name: string }>(
    `WITH names AS (${valuesOf(table, columns)})
     SELECT name FROM names WHERE (SELECT count(*) FROM names WHERE regexp_matches(name, '${otherScript}')) > 0 ORDER BY name`,
  );
  if (names.length === 0) return undefined;
  const { rows, crowded } = nameTable(names.map(({ name }) => name));
  await store.run('CREATE OR REPLACE TABLE work_name_sounds (name VARCHAR, sound INTEGER)');
  await store.append(
    'work_name_sounds',
    ['name', 'sound'],
    rows.map(({ block }, i) => [names[i]!.name, block]),
  );
  const sounds = columns.map((column, i) => `s${i}.sound AS ${soundColumn(column)}`);
  const joins = columns.map((column, i) => `LEFT JOIN work_name_sounds s${i} ON s${i}.name = t.${column}`);
  await store.run(`
    CREATE OR REPLACE TABLE work_sounding AS SELECT t.*, ${sounds.join(', ')} FROM ${table} t ${joins.join(' ')};
    DROP TABLE ${table}; ALTER TABLE work_sounding RENAME TO ${quoteName(table)}; DROP TABLE work_name_sounds`);
  return crowded;
}
