import { type Query, quoteText } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { type Doubt, thoseThatFind } from './doubt.js';

const day = 86_400_000;

/**
 * Times that must have passed when the sources were drawn, and how many days they may lie ahead: one for time zones; a
 * choice may begin later, within reason. Deadlines and ends of validity may lie anywhere.
 */
const clocks: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  customers: { date_of_birth: 1, opened_at: 1, updated_at: 1 },
  preferences: { valid_from: 366, recorded_at: 1, observed_at: 1 },
  sends: { sent_at: 1 },
  delivery_events: { time: 1 },
  master_values: { valid_from: 366 },
  extracts: { shared_at: 1 },
  error_reports: { reported_at: 1, occurred_at: 1, corrected_at: 1 },
};

/** Days that programs write where they know none; midnight of them in any zone. */
const fillers = ['1900-01-01', '1970-01-01'];
const beforeRecords = '1971-01-01';

const literal = (ms: number): string => `TIMESTAMP ${quoteText(new Date(ms).toISOString().slice(0, 19))}`;

function isFiller(x: string, filler: string): string {
  const midnight = Date.parse(filler);
  return `${x} BETWEEN ${literal(midnight - 0.6 * day)} AND ${literal(midnight + 0.5 * day)}`;
}

/** What is wrong with a time, as a word; NULL when nothing is. */
function wrong(column: string, lead: number, asOf: string): string {
  const x = `CAST(t."${column}" AS TIMESTAMP)`;
  const known = fillers.map((filler) => `WHEN ${isFiller(x, filler)} THEN '${filler}'`);
  const old = `WHEN ${x} < ${literal(Date.parse(asOf) - 120 * 365.25 * day)} THEN 'over_120_years'`;
  return `CASE WHEN ${x} > ${literal(Date.parse(asOf) + lead * day)} THEN 'future' ${known.join(' ')} ${old} END`;
}

const detail = (table: string, column: string, lead: number, asOf: string): string => `
  WITH judged AS (
    SELECT t._source, ${wrong(column, lead, asOf)} AS what, ${rowCode('t')} AS code
    FROM std_${table} t WHERE t."${column}" IS NOT NULL),
  filled AS (SELECT _source, count(*) AS n FROM judged GROUP BY _source)
  SELECT 'impossible_time' AS doubt, s.file, '${table}' AS target, '${column}' AS "column", j.what, count(*) AS "rows",
         min(f.n) AS rows_of, NULL AS "values", NULL AS persons, min(j.code, 10) AS codes
  FROM judged j JOIN filled f ON f._source = j._source JOIN std_sources s ON s.source = j._source
  WHERE j.what IS NOT NULL GROUP BY s.file, j.what ORDER BY s.file, j.what`;

/** Whether any time of the column lies where times are looked at one by one. */
const outside = (table: string, column: string, lead: number, asOf: string): string => `
  SELECT CASE WHEN min("${column}") < TIMESTAMP '${beforeRecords}'
    OR max("${column}") > ${literal(Date.parse(asOf) + lead * day)} THEN 1 ELSE 0 END AS n FROM std_${table}`;

const columnsWithLead = Object.entries(clocks).flatMap(([table, columns]) =>
  Object.entries(columns).map(([column, lead]) => ({ table, column, lead })),
);

/** Times that cannot be, column by column; the extremes of a column say whether to look at its rows at all. */
export async function impossibleTimes(store: Query, asOf: string): Promise<Doubt[]> {
  const doubtful = await thoseThatFind(store, columnsWithLead, ({ table, column, lead }) =>
    outside(table, column, lead, asOf),
  );
  const found: Doubt[] = [];
  for (const { table, column, lead } of doubtful)
    found.push(...(await store.all<Doubt>(detail(table, column, lead, asOf))));
  return found;
}
