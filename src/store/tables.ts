import { type Query, quoteName } from './store.js';

/** Names of the tables of one database, sorted. */
export async function tablesOf(store: Query, database: string): Promise<string[]> {
  const rows = await store.all<{ name: string }>(
    `SELECT table_name AS name FROM duckdb_tables()
     WHERE database_name = $database AND schema_name = 'main' AND NOT temporary ORDER BY name`,
    { database },
  );
  return rows.map(({ name }) => name);
}

/** Drops the store's own tables that `isSpent` says are. */
export async function dropTables(store: Query, isSpent: (name: string) => boolean): Promise<void> {
  const spent = (await tablesOf(store, 'memory')).filter(isSpent);
  if (spent.length > 0) await store.run(spent.map((name) => `DROP TABLE ${quoteName(name)};`).join('\n'));
}
