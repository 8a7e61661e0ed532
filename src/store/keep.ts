import { quoteName, quoteText, type Store } from './store.js';

/** Names of the tables of one attached database, sorted. */
async function tablesOf(store: Store, database: string): Promise<string[]> {
  const rows = await store.all<{ name: string }>(
    `SELECT table_name AS name FROM duckdb_tables()
     WHERE database_name = $database AND schema_name = 'main' AND NOT temporary ORDER BY name`,
    { database },
  );
  return rows.map(({ name }) => name);
}

/** Writes the store's tables whose names `wanted` accepts into a new database file. */
export async function keepTables(
  store: Store,
  path: string,
  wanted: (name: string) => boolean,
): Promise<void> {
  const names = (await tablesOf(store, 'memory')).filter(wanted);
  await store.run(`ATTACH ${quoteText(path)} AS work_keeping`);
  try {
    for (const name of names)
      await store.run(`CREATE TABLE work_keeping.${quoteName(name)} AS FROM ${quoteName(name)}`);
  } finally {
    await store.run('DETACH work_keeping');
  }
}

/** Makes the tables of a database file known under their own names; they cannot be changed. */
export async function openKept(store: Store, path: string): Promise<void> {
  await store.run(`ATTACH ${quoteText(path)} AS work_kept (READ_ONLY)`);
  for (const name of await tablesOf(store, 'work_kept'))
    await store.run(`CREATE VIEW ${quoteName(name)} AS FROM work_kept.${quoteName(name)}`);
}

/** The engine and its version: what another one wrote need not be readable, nor computed alike. */
export async function engineVersion(store: Store): Promise<string> {
  const [row] = await store.all<{ version: string }>('SELECT version() AS version');
  return `duckdb ${row!.version}`;
}
