import type { Query } from '../../store/store.js';

/** One combination of everything a send says that errors may have in common; empty where it says nothing. */
export type Leaf = {
  leaf: number;
  system: string;
  communication: string;
  channel: string;
  vendor: string;
  lob: string;
  locale: string;
  template: string;
  version: string;
  sends: number;
  /** Those of which the delivery log knows something. */
  observed: number;
};

/** Columns of sends by the names they have in a leaf. */
const columns = {
  system: 'system_id',
  communication: 'communication_id',
  channel: 'channel',
  vendor: 'vendor',
  lob: 'lob',
  locale: 'locale',
  template: 'template_id',
  version: 'template_version',
} as const;
const names = Object.keys(columns).join(', ');

/** Joins a relation of sends with their leaves, as `l`. */
export const joinLeaf = (alias: string): string =>
  `JOIN work_error_leaves l ON ${Object.entries(columns)
    .map(([name, column]) => `l.${name} = coalesce(${alias}.${column}, '')`)
    .join(' AND ')}`;

/** Creates `work_error_leaves` from `work_sent` and reads it: every leaf with its messages. */
export async function createLeaves(store: Query): Promise<Leaf[]> {
  const renamed = Object.entries(columns).map(([name, column]) => `${column} AS ${name}`);
  await store.run(`
    CREATE TABLE work_error_leaves AS
    WITH counted AS (
      SELECT ${renamed.join(', ')}, CAST(sum(messages) AS BIGINT) AS sends,
             CAST(sum(messages_with_events) AS BIGINT) AS observed
      FROM work_sent GROUP BY ${Object.values(columns).join(', ')})
    SELECT row_number() OVER (ORDER BY ${names}) - 1 AS leaf, * FROM counted`);
  return store.all<Leaf>(`SELECT leaf, ${names}, sends, observed FROM work_error_leaves ORDER BY leaf`);
}
