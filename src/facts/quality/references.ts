import { importFormats } from '../../model/enums.js';
import { findTable, tables } from '../../model/tables/index.js';
import { type Query, quoteText } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { type Doubt, finds, thoseThatFind } from './doubt.js';

interface Reference {
  readonly table: string;
  readonly column: string;
  readonly target: string;
  /** Column of the target that holds its id: its first. */
  readonly id: string;
}

/** Every column of the model that names a row of another table. */
const references: readonly Reference[] = tables.flatMap(({ name, columns }) =>
  Object.entries(columns).flatMap(([column, { references: target }]) =>
    target === undefined
      ? []
      : [{ table: name, column, target, id: Object.keys(findTable(target)!.columns)[0]! }],
  ),
);

const unknown = ({ table, column, target, id }: Reference): string => `
  SELECT v.name FROM (SELECT DISTINCT ${column} AS name FROM std_${table}) v
  WHERE v.name IS NOT NULL AND v.name <> 'none'
    AND NOT EXISTS (SELECT 1 FROM std_${target} k WHERE k.${id} = v.name)`;

const detail = (reference: Reference): string => `
  WITH unknown AS (${unknown(reference)}),
  filled AS (SELECT _source, count(${reference.column}) AS n FROM std_${reference.table} GROUP BY _source)
  SELECT 'unknown_reference' AS doubt, s.file, '${reference.table}' AS target, '${reference.column}' AS "column",
         array_to_string(min(DISTINCT u.name, 5), ', ') AS what, count(*) AS "rows", min(f.n) AS rows_of,
         count(DISTINCT u.name) AS "values", NULL AS persons, min(${rowCode('t')}, 10) AS codes
  FROM std_${reference.table} t JOIN unknown u ON u.name = t.${reference.column}
  JOIN filled f ON f._source = t._source JOIN std_sources s ON s.source = t._source
  GROUP BY s.file ORDER BY s.file`;

const imported = `SELECT source FROM std_sources WHERE format IN (${importFormats.map(quoteText).join(', ')})`;

/** A table that was not given says nothing about what exists; nor does one that only holds what an import knows. */
const givenRows = (table: string): string =>
  `SELECT count(*) AS n FROM (SELECT 1 FROM std_${table} WHERE _source NOT IN (${imported}) ORDER BY 1 LIMIT 1) t`;

const targets = [...new Set(references.map(({ target }) => target))];

/** Rows that name a system, communication, flow … which its own table does not have. */
export async function unknownReferences(store: Query): Promise<Doubt[]> {
  const given = new Set(await thoseThatFind(store, targets, givenRows));
  const asked = references.filter(({ target }) => given.has(target));
  const broken = await thoseThatFind(
    store,
    asked,
    (reference) => `SELECT count(*) AS n FROM (${unknown(reference)}) u`,
  );
  const found: Doubt[] = [];
  for (const reference of broken) found.push(...(await store.all<Doubt>(detail(reference))));
  return found;
}

const orphans = `
  WITH orphans AS (
    SELECT e._source, e.message_key, ${rowCode('e')} AS code FROM std_delivery_events e
    WHERE NOT EXISTS (SELECT 1 FROM std_sends s WHERE s.message_key = e.message_key)
      AND NOT EXISTS (SELECT 1 FROM std_delivery_events r
                      WHERE r.message_key = e.message_key AND r.type = 'rejected_pre_send')),
  filled AS (SELECT _source, count(*) AS n FROM std_delivery_events GROUP BY _source)
  SELECT 'event_without_send' AS doubt, s.file, 'delivery_events' AS target, 'message_key' AS "column", NULL AS what,
         count(*) AS "rows", min(f.n) AS rows_of, count(DISTINCT o.message_key) AS "values", NULL AS persons,
         min(o.code, 10) AS codes
  FROM orphans o JOIN filled f ON f._source = o._source JOIN std_sources s ON s.source = o._source
  GROUP BY s.file ORDER BY s.file`;

/** Messages with events, less those found among the sends when outcomes were counted: no join where all were found. */
const unmatched = `
  SELECT CASE WHEN (SELECT count(*) FROM std_sends) = 0 THEN 0
    ELSE (SELECT count(*) FROM work_message_ends) - (SELECT coalesce(sum(messages_with_events), 0) FROM fact_delivery)
  END AS n`;

/** Events about messages that are not among the sends, though nothing says that they were never sent. Needs `fact_delivery`; looks at rows if ids repeat. */
export async function eventsWithoutSend(store: Query, repeated: boolean): Promise<Doubt[]> {
  return repeated || (await finds(store, unmatched)) ? store.all<Doubt>(orphans) : [];
}
