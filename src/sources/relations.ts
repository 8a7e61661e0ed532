import { tables } from '../model/tables/index.js';
import { createTable } from '../store/schema.js';
import { quoteName, type Store } from '../store/store.js';
import type { LoadedFile } from './loaded-file.js';
import { setRepeatedAside } from './repeated-rows.js';

const provenance = ['_source INTEGER', '_row BIGINT'];

/** All in one turn: most of them are empty. */
async function createStandard(store: Store, files: readonly LoadedFile[]): Promise<void> {
  const statements = tables.map((table) => {
    const name = `std_${table.name}`;
    const feeding = files.filter((file) => file.selects[table.name] !== undefined);
    const selects = feeding.flatMap((file) => file.selects[table.name] ?? []);
    // A view over many small relations costs every query more to plan than the rows cost to copy.
    const kind = feeding.some(({ kept }) => kept) ? 'VIEW' : 'TABLE';
    return selects.length === 0
      ? createTable(name, table.columns, provenance)
      : `CREATE ${kind} ${quoteName(name)} AS ${selects.join('\nUNION ALL\n')}`;
  });
  await store.run(statements.join(';\n'));
}

const inputColumns = [
  'file',
  'table',
  'format',
  'sha256',
  'bytes',
  'rows_in',
  'rows_used',
  'rows_set_aside',
] as const;

async function createSources(store: Store, files: readonly LoadedFile[]): Promise<void> {
  await store.run(`CREATE TABLE std_sources (source INTEGER, file VARCHAR, table_name VARCHAR, format VARCHAR,
    sha256 VARCHAR, bytes BIGINT, rows_in BIGINT, rows_used BIGINT, rows_set_aside BIGINT, found_header VARCHAR, found_mapping VARCHAR,
    time_zone VARCHAR)`);
  const columns = [
    'source',
    ...inputColumns.map((name) => (name === 'table' ? 'table_name' : name)),
    'found_header',
    'found_mapping',
    'time_zone',
  ];
  const rows = files.map(({ source, input, foundHeader = null, foundMapping = null, zone = null }) => [
    source,
    ...inputColumns.map((name) => input[name]),
    foundHeader,
    foundMapping,
    zone,
  ]);
  await store.insert('std_sources', columns, rows);
}

const noProblems = `SELECT CAST(NULL AS INTEGER) AS source, CAST(NULL AS BIGINT) AS "row", CAST(NULL AS VARCHAR) AS "column",
  CAST(NULL AS VARCHAR) AS value, CAST(NULL AS VARCHAR) AS expected WHERE false`;

async function createRejects(store: Store, files: readonly LoadedFile[]): Promise<void> {
  const parts = files.map(
    ({ source, target }) => `SELECT ${source}, "row", "column", "value", expected FROM ${target}.rejects`,
  );
  await store.run(`CREATE VIEW std_rejects AS ${[noProblems, ...parts].join(' UNION ALL ')}`);
}

async function createUnused(store: Store, files: readonly LoadedFile[]): Promise<void> {
  await store.run('CREATE TABLE std_unused_columns (file VARCHAR, "column" VARCHAR)');
  const rows = files.flatMap(({ input, unused }) => unused.map((column) => [input.file, column]));
  await store.insert('std_unused_columns', ['file', 'column'], rows);
}

/** Creates every `std_` relation over the loaded files. Returns them with their final counts. */
export async function createRelations(store: Store, loaded: readonly LoadedFile[]): Promise<LoadedFile[]> {
  await createStandard(store, loaded);
  const files = await setRepeatedAside(store, loaded);
  await createSources(store, files);
  const withRejects = files.filter(({ input }) => input.rows_set_aside > 0);
  await createRejects(store, withRejects);
  await createUnused(store, files);
  return files;
}
