import { rowHash } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';

const tables = ['customers', 'preferences', 'sends', 'extracts', 'error_reports'];

/** Subject keys that are addresses are the same in any case; other keys are taken as they are. */
export const normaliseKey = (keyType: string, key: string): string =>
  `CASE WHEN ${keyType} = 'email' THEN lower(${key}) ELSE ${key} END`;

/** The key of a row with the usual key columns. */
export const subjectKey = (alias: string): string =>
  normaliseKey(`${alias}.key_type`, `${alias}.subject_key`);

/** The number of a row's subject, NULL without one; comparing one number is quicker than comparing three texts. */
export const subjectCode = (alias: string): string =>
  `work_subject_code(${alias}.system_id, ${alias}.key_type, ${subjectKey(alias)})`;

/** Joins the person behind a row with the usual key columns, as `w`; every subject of a record table has one. */
export const joinPerson = (alias: string, join = 'JOIN'): string =>
  `${join} work_persons w ON w.subject_code = ${subjectCode(alias)}`;

/** The same for look-ups, which may run on facts kept by an earlier run: the numbers are not theirs to compute. */
export const findPerson = (alias: string): string => `
  JOIN work_persons w ON w.system_id = ${alias}.system_id AND w.key_type = ${alias}.key_type
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

const subjects = `
  CREATE OR REPLACE TABLE work_subjects AS
  SELECT CAST(row_number() OVER (ORDER BY system_id, key_type, subject_key) AS INTEGER) AS subject_id,
         work_subject_code(system_id, key_type, subject_key) AS subject_code, system_id, key_type, subject_key
  FROM (${tables.map(select).join('\n UNION \n')}) s
  WHERE system_id IS NOT NULL`;

const code = (hashOf: typeof rowHash, salt: number): string => `
  CREATE OR REPLACE MACRO work_subject_code(system_id, key_type, subject_key) AS
  CASE WHEN system_id IS NOT NULL AND key_type IS NOT NULL AND subject_key IS NOT NULL
       THEN ${hashOf(['system_id', 'key_type', 'subject_key'], salt)} END`;

const twins = 'SELECT count(*) - count(DISTINCT subject_code) AS n FROM work_subjects';

/**
 * `work_subjects(subject_id, subject_code, system_id, key_type, subject_key)`: every key under which a system knows
 * somebody, numbered in order of the key so that a run repeats. `subject_code` is a hash that no two of them share:
 * should two ever meet, all are hashed anew with another salt.
 */
export async function createSubjects(store: Query, hashOf = rowHash): Promise<void> {
  for (let salt = 0, same = 1; same > 0; salt += 1) {
    await store.run(`${code(hashOf, salt)}; ${subjects}`);
    same = Number((await store.all(twins))[0]!.n);
  }
}

const others = `
  SELECT count(*) AS n FROM work_persons
  WHERE subject_code <> work_subject_code(system_id, key_type, subject_key)`;

/** Finds how the subjects of `work_persons`, kept by an earlier run of the same engine, were numbered. */
export async function recallSubjects(store: Query): Promise<void> {
  for (let salt = 0, other = 1; other > 0; salt += 1) {
    await store.run(code(rowHash, salt));
    other = Number((await store.all(others))[0]!.n);
  }
}
