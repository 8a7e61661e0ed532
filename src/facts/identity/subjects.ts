import type { Query } from '../../store/store.js';

const tables = ['customers', 'preferences', 'sends', 'extracts', 'error_reports'];

/** Subject keys that are addresses are the same in any case; other keys are taken as they are. */
export const normaliseKey = (keyType: string, key: string): string =>
  `CASE WHEN ${keyType} = 'email' THEN lower(${key}) ELSE ${key} END`;

/** The key of a row with the usual key columns. */
export const subjectKey = (alias: string): string =>
  normaliseKey(`${alias}.key_type`, `${alias}.subject_key`);

/** Joins the person behind a row with the usual key columns, as `w`; every subject of a record table has one. */
export const joinPerson = (alias: string, join = 'JOIN'): string => `
  ${join} work_persons w ON w.system_id = ${alias}.system_id AND w.key_type = ${alias}.key_type
   AND w.subject_key = ${subjectKey(alias)}`;

/** Data handed out is keyed as the giving system keys it. */
const records = (table: string): string =>
  table === 'extracts'
    ? `(SELECT f.from_system_id AS system_id, e.key_type, e.subject_key
        FROM std_extracts e JOIN std_flows f ON f.flow_id = e.flow_id)`
    : `std_${table}`;

const select = (table: string): string =>
  `SELECT r.system_id, r.key_type, ${subjectKey('r')} AS subject_key
   FROM ${records(table)} r WHERE r.subject_key IS NOT NULL AND r.key_type IS NOT NULL`;

/**
 * `work_subjects(subject_id, system_id, key_type, subject_key)`: every key under which a system knows somebody,
 * numbered in order of the key so that a run repeats.
 */
export async function createSubjects(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE work_subjects AS
    SELECT CAST(row_number() OVER (ORDER BY system_id, key_type, subject_key) AS INTEGER) AS subject_id,
           system_id, key_type, subject_key
    FROM (${tables.map(select).join('\n UNION \n')}) s
    WHERE system_id IS NOT NULL`);
}
