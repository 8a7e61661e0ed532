import type { Query } from '../../store/store.js';

const start = `
  CREATE TABLE work_labels AS SELECT subject_id, min(key_id) AS label FROM work_keys GROUP BY subject_id`;

/** Keys whose subjects have different labels. */
const torn = `
  CREATE OR REPLACE TABLE work_torn AS
  SELECT k.key_id, min(l.label) AS label FROM work_keys k JOIN work_labels l ON l.subject_id = k.subject_id
  GROUP BY k.key_id HAVING min(l.label) <> max(l.label)`;

/** The subjects of these keys take the smallest label. */
const round = `
  CREATE TABLE work_next AS
  WITH best AS (
    SELECT k.subject_id, min(t.label) AS label FROM work_keys k JOIN work_torn t ON t.key_id = k.key_id
    GROUP BY k.subject_id)
  SELECT l.subject_id, least(l.label, coalesce(b.label, l.label)) AS label
  FROM work_labels l LEFT JOIN best b ON b.subject_id = l.subject_id;
  DROP TABLE work_labels;
  ALTER TABLE work_next RENAME TO work_labels`;

/**
 * `work_labels(subject_id, label)`: connected components of subjects over shared keys; the label is the smallest
 * subject number of the component. Subjects that share no key are left out. Rounds needed: half the longest chain of
 * keys, a handful in practice.
 */
export async function createComponents(store: Query): Promise<void> {
  await store.run(`${start}; ${torn}`);
  const isTorn = async () => Number((await store.all('SELECT count(*) AS n FROM work_torn'))[0]!.n) > 0;
  while (await isTorn()) await store.run(`${round}; ${torn}`);
  await store.run('DROP TABLE work_torn');
}
