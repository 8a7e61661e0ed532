import { basename, join } from 'node:path';
import { quoteName, quoteText, type Store } from './store.js';
import { tablesOf } from './tables.js';

interface Kept {
  /** Databases of sources beside this one: name in SQL, file. */
  readonly databases: readonly { readonly name: string; readonly file: string }[];
  /** Views over them. */
  readonly views: readonly string[];
}

const viewsOf = (store: Store): Promise<{ name: string; sql: string }[]> =>
  store.all(`SELECT view_name AS name, sql FROM duckdb_views()
    WHERE database_name = 'memory' AND view_name LIKE 'std_%' AND NOT internal ORDER BY name`);

const databasesOf = (store: Store): Promise<{ name: string; path: string }[]> =>
  store.all(`SELECT database_name AS name, path FROM duckdb_databases()
    WHERE NOT internal AND path IS NOT NULL AND database_name NOT LIKE 'work_%' ORDER BY name`);

const schemasOf = async (store: Store): Promise<string[]> => {
  const rows = await store.all<{ name: string }>(
    `SELECT schema_name AS name FROM duckdb_schemas() WHERE database_name = 'memory' AND NOT internal ORDER BY name`,
  );
  return rows.map(({ name }) => name);
};

const mentions = (sql: string, schema: string): boolean => new RegExp(`\\b${schema}\\.`).test(sql);

/**
 * Writes everything the store's relations hold into a new database file: tables as they are, views over databases of
 * sources as text, so that their rows are not copied; other views as the rows they give.
 */
export async function keepRelations(store: Store, path: string): Promise<void> {
  const attached = await databasesOf(store);
  const local = await schemasOf(store);
  const all = await viewsOf(store);
  const isLocal = ({ sql }: { sql: string }): boolean => local.some((schema) => mentions(sql, schema));
  const copied = [...(await tablesOf(store, 'memory')), ...all.filter(isLocal).map(({ name }) => name)];
  const kept: Kept = {
    databases: attached.map(({ name, path: file }) => ({ name, file: basename(file) })),
    views: all.filter((view) => !isLocal(view)).map(({ sql }) => sql),
  };
  const statements = [
    ...copied.map((name) => `CREATE TABLE work_keeping.${quoteName(name)} AS FROM ${quoteName(name)}`),
    `CREATE TABLE work_keeping.work_kept_from AS SELECT ${quoteText(JSON.stringify(kept))} AS text`,
  ];
  // A file that is not whole is thrown away, so nothing need be written twice.
  await store.run(`ATTACH ${quoteText(path)} AS work_keeping (RECOVERY_MODE NO_WAL_WRITES)`);
  try {
    await store.run(statements.join(';\n'));
  } finally {
    await store.run('DETACH work_keeping');
  }
}

const attach = (store: Store, path: string, name: string): Promise<void> =>
  store.run(`ATTACH ${quoteText(path)} AS ${quoteName(name)} (READ_ONLY)`);

/** What a kept file says of itself; undefined where the file is damaged. */
async function openBaseFile(store: Store, path: string): Promise<Kept | undefined> {
  try {
    await attach(store, path, 'work_kept');
    const [row] = await store.all<{ text: string }>('SELECT text FROM work_kept.work_kept_from');
    return JSON.parse(row!.text) as Kept;
  } catch {
    await store.run('DETACH DATABASE IF EXISTS work_kept');
    return undefined;
  }
}

/**
 * Makes the relations of a kept file that are wanted, and all of the databases it stands on, known under their own names;
 * they cannot be changed. Returns the files it took, or undefined, with nothing done, where one of them is gone or damaged.
 */
export async function openKept(
  store: Store,
  path: string,
  isThere: (path: string) => Promise<boolean>,
  isWanted: (name: string) => boolean = () => true,
): Promise<string[] | undefined> {
  const kept = await openBaseFile(store, path);
  if (kept === undefined) return undefined;
  const { databases, views } = kept;
  const files = databases.map(({ name, file }) => ({ name, file: join(path, '..', file) }));
  if (!(await Promise.all(files.map(({ file }) => isThere(file)))).every(Boolean)) {
    await store.run('DETACH work_kept');
    return undefined;
  }
  for (const { name, file } of files) await attach(store, file, name);
  const own = (await tablesOf(store, 'work_kept'))
    .filter(isWanted)
    .map((name) => `CREATE VIEW ${quoteName(name)} AS FROM work_kept.${quoteName(name)}`);
  await store.run([...own, ...views.map((view) => view.replace(/;\s*$/, ''))].join(';\n'));
  return [path, ...files.map(({ file }) => file)];
}

/** The engine and its version: what another one wrote need not be readable, nor computed alike. */
export async function engineVersion(store: Store): Promise<string> {
  const [row] = await store.all<{ version: string }>('SELECT version() AS version');
  return `duckdb ${row!.version}`;
}
