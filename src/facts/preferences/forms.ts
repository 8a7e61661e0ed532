import type { Query } from '../../store/store.js';

/** What a record says besides who, when and where; thousands of records share one form. */
const stated = [
  'system_id',
  'kind',
  'lob',
  'comm_type',
  'channel',
  'value',
  'strength',
  'time_quality',
  'actor_type',
  'origin_system',
  'jurisdiction',
];
const undated = 'valid_from IS NULL';

const sent = ['system_id', 'communication_id', 'lob', 'comm_type', 'channel'];

const sameIn = (a: string, b: string, columns: readonly string[]): string =>
  columns.map((column) => `${a}.${column} IS NOT DISTINCT FROM ${b}.${column}`).join(' AND ');

/** Joins the form of a row of `std_preferences` as `f`. */
export const joinForm = (alias: string, forms: string): string =>
  `JOIN ${forms} f ON ${sameIn('f', alias, stated)} AND f.undated = (${alias}.${undated})`;

/** Joins the route of a row of `std_sends` as `r`. */
export const joinRoute = (alias: string, routes: string): string =>
  `JOIN ${routes} r ON ${sameIn('r', alias, sent)}`;

/**
 * `work_forms(form_id, system_id, kind, lob, …, undated)`: what preference records say, once each; and
 * `work_routes(route_id, system_id, communication_id, lob, comm_type, channel, messages)`: the ways messages take. Rows
 * of large tables then carry one number instead of a dozen texts.
 */
export async function createForms(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE work_forms AS
    SELECT CAST(row_number() OVER (ORDER BY ${stated.join(', ')}, undated) AS INTEGER) AS form_id, *
    FROM (SELECT DISTINCT ${stated.join(', ')}, ${undated} AS undated FROM std_preferences) p;
    CREATE TABLE work_routes AS
    SELECT CAST(row_number() OVER (ORDER BY ${sent.join(', ')}) AS INTEGER) AS route_id, *
    FROM (SELECT ${sent.join(', ')}, count(*) AS messages FROM std_sends GROUP BY ${sent.join(', ')}) s`);
}
