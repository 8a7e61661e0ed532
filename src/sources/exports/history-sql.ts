import type { Table } from '../../model/table.js';
import { sqlType } from '../../store/schema.js';
import { quoteName, quoteText } from '../../store/store.js';
import type { Observed } from '../types.js';

/** One complete export: the SELECTs of its records, and when it was drawn. */
export interface Export {
  readonly selects: readonly string[];
  readonly observed: Observed;
}

/** Columns that say when an export was drawn or follow from that, and so differ though nothing changed. */
const ofTheExport = ['observed_at', 'changed_after'];
/** What says which record is meant; another value under the same key is a change. */
const keys: Readonly<Record<string, readonly string[]>> = {
  customers: ['system_id', 'key_type', 'subject_key'],
  identity_keys: ['system_id', 'key_type', 'subject_key', 'value_norm'],
  preferences: [
    'system_id',
    'key_type',
    'subject_key',
    'kind',
    'lob',
    'comm_type',
    'channel',
    'contact_point',
    'record_id',
  ],
};

const time = (text: string): string => `TIMESTAMP ${quoteText(text.slice(0, 19).replace('T', ' '))}`;
const hashOf = (columns: readonly string[]): string =>
  `md5_number(CAST(to_json([${columns.map((name) => `CAST(${quoteName(name)} AS VARCHAR)`).join(', ')}]) AS VARCHAR))`;

/** All records of all exports: `export` from 1, `print` of the content, `same` of the key. */
export function placedSql(table: Table, exports: readonly Export[]): string {
  const content = Object.keys(table.columns).filter((name) => !ofTheExport.includes(name));
  const parts = exports.flatMap(({ selects }, i) =>
    selects.map((select) => `SELECT CAST(${i + 1} AS INTEGER) AS export, * FROM (${select})`),
  );
  return `SELECT ${hashOf(content)} AS print, ${hashOf(keys[table.name]!)} AS same, * FROM (${parts.join(' UNION ALL ')})`;
}

/** Place of each content in each export that has it; a row twice in one export is one record. */
export const firstsSql = (placed: string): string => `
  SELECT print, same, export, min(_source) AS _source, min(_row) AS _row FROM ${placed} GROUP BY print, same, export`;

/** Each content's times of being held without a break: exports `since` to `until`, with its places in both. */
export const runsSql = (firsts: string): string => `
  SELECT r.*, a._source, a._row, z._source AS last_source, z._row AS last_row
  FROM (SELECT print, same, min(export) AS since, max(export) AS until
        FROM (SELECT *, export - row_number() OVER (PARTITION BY print ORDER BY export) AS island FROM ${firsts})
        GROUP BY print, same, island) r
  JOIN ${firsts} a ON a.print = r.print AND a.export = r.since
  JOIN ${firsts} z ON z.print = r.print AND z.export = r.until`;

/** SQL of the time at one end of an export, by its number; NULL outside. */
export const timeOf = (exports: readonly Export[], end: keyof Observed, number: string): string =>
  `CASE ${number} ${exports.map(({ observed }, i) => `WHEN ${i + 1} THEN ${time(observed[end])}`).join(' ')} END`;

/** Values that follow from when a record appeared or went, by table. */
const derived: Readonly<Record<string, (exports: readonly Export[]) => Readonly<Record<string, string>>>> = {
  preferences: (exports) => ({
    recorded_at: `coalesce(p.recorded_at, CASE WHEN r.since > 1 THEN ${timeOf(exports, 'to', 'r.since')} END)`,
    changed_after: timeOf(exports, 'from', '(r.since - 1)'),
    time_quality: `CASE WHEN r.since > 1 AND p.time_quality = 'export_only' THEN 'recorded_only' ELSE p.time_quality END`,
  }),
  customers: (exports) => ({
    updated_at: `coalesce(p.updated_at, CASE WHEN r.since > 1 THEN ${timeOf(exports, 'to', 'r.since')} END)`,
    closed_at: `coalesce(p.closed_at, ${timeOf(exports, 'from', '(r.until + 1)')})`,
  }),
  identity_keys: () => ({}),
};

/** Which runs are records today. Choices that are gone are not held; customers that are gone are known to have been. */
const kept: Readonly<Record<string, (last: number) => string>> = {
  preferences: (last) => `r.until = ${last}`,
  customers: () => 'r.until = (SELECT max(o.until) FROM work_runs o WHERE o.same = r.same)',
  identity_keys: () => 'r.since = (SELECT min(o.since) FROM work_runs o WHERE o.print = r.print)',
};

/** Records as of the last export, each with the place where its present content was first seen. */
export function recordsSql(table: Table, exports: readonly Export[]): string {
  const own = derived[table.name]!(exports);
  const columns = Object.entries(table.columns).map(([name, spec]) => {
    const sql = own[name] ?? `p.${quoteName(name)}`;
    return `CAST(${sql} AS ${sqlType(spec)}) AS ${quoteName(name)}`;
  });
  return `
    SELECT ${columns.join(', ')}, p._source, p._row FROM work_placed p
    JOIN work_runs r ON r.print = p.print AND r._source = p._source AND r._row = p._row
    WHERE ${kept[table.name]!(exports.length)}`;
}

const changeColumns = ['system_id', 'subject_key', 'key_type', 'kind', 'lob', 'comm_type', 'channel'];

/** Parts of a customer record whose changes are told one by one, by the field they are about. */
const ofCustomers: readonly { field: string; value(alias: string): string }[] = [
  { field: 'contact.email', value: (alias) => `${alias}.email` },
  { field: 'contact.phone', value: (alias) => `${alias}.phone` },
  {
    field: 'contact.postal_address',
    value: (alias) =>
      `CASE WHEN ${alias}.address IS NOT NULL THEN concat_ws(' ', ${alias}.address, ${alias}.city) END`,
  },
  { field: 'person.language', value: (alias) => `${alias}.language` },
  {
    field: 'person.name',
    value: (alias) =>
      `coalesce(${alias}.full_name, nullif(concat_ws(' ', ${alias}.given_name, ${alias}.family_name), ''))`,
  },
];

/**
 * What differs between exports that follow each other, with the time between which it changed. Of customers each part
 * that was one thing and became another stands by itself, too, its field as `kind`, with when the record before says
 * that it was written.
 */
export function changesSql(table: Table, exports: readonly Export[]): string {
  const own = (alias: string, name: string) =>
    table.columns[name] ? `${alias}.${quoteName(name)}` : 'CAST(NULL AS VARCHAR)';
  const columns = changeColumns.map((name) =>
    table.columns[name] ? `coalesce(${own('n', name)}, ${own('o', name)}) AS ${name}` : `NULL AS ${name}`,
  );
  const side = (alias: string, end: 'since' | 'until', place: string) => `
    (SELECT r.same, r.${end}, p.* EXCLUDE (print, same, export, _source, _row),
            r.${place}_source AS _source, r.${place}_row AS _row
     FROM work_runs r
     JOIN work_placed p ON p.print = r.print AND p._source = r._source AND p._row = r._row
     WHERE r.${end} ${end === 'since' ? '> 1' : `< ${exports.length}`}) ${alias}`;
  const pairs = `${side('o', 'until', 'last')} JOIN ${side('n', 'since', '')} ON n.same = o.same AND n.since = o.until + 1`;
  const times = `${timeOf(exports, 'from', 'o.until')}, ${timeOf(exports, 'to', 'n.since')}, n._source, n._row`;
  const parts = (table.name === 'customers' ? ofCustomers : []).map(
    ({ field, value }) => `
    UNION ALL
    SELECT 'customers', 'changed', n.system_id, n.subject_key, n.key_type, '${field}', NULL, NULL, NULL, ${value('o')},
           ${value('n')}, ${times}, o.updated_at
    FROM ${pairs} WHERE ${value('o')} <> ${value('n')}`,
  );
  return `
    SELECT '${table.name}' AS table_name,
           CASE WHEN o.same IS NULL THEN 'added' WHEN n.same IS NULL THEN 'removed' ELSE 'changed' END AS change,
           ${columns.join(', ')}, ${own('o', 'value')} AS "before", ${own('n', 'value')} AS "after",
           ${timeOf(exports, 'from', 'coalesce(n.since - 1, o.until)')} AS changed_after,
           ${timeOf(exports, 'to', 'coalesce(n.since, o.until + 1)')} AS changed_before,
           coalesce(n._source, o._source) AS _source, coalesce(n._row, o._row) AS _row,
           CAST(NULL AS TIMESTAMP) AS before_at
    FROM ${side('o', 'until', 'last')} FULL JOIN ${side('n', 'since', '')} ON n.same = o.same AND n.since = o.until + 1
    ${parts.join('')}`;
}
