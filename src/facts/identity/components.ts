import type { Query } from '../../store/store.js';

/** Every subject takes the smallest label among the subjects it shares a key with. */
const round = `
  CREATE TABLE work_next AS
  WITH by_key AS (
    SELECT k.key_id, min(l.label) AS label FROM work_keys k JOIN work_labels l ON l.subject_id = k.subject_id
    GROUP BY k.key_id),
  best AS (
    SELECT k.subject_id, min(b.label) AS label FROM work_keys k JOIN by_key b ON b.key_id = k.key_id
    GROUP BY k.subject_id)
  SELECT l.subject_id, least(l.label, coalesce(b.label, l.label)) AS label
  FROM work_labels l LEFT JOIN best b ON b.subject_id = l.subject_id`;

const changed = `
  SELECT count(*) AS n FROM work_next n JOIN work_labels l ON l.subject_id = n.subject_id WHERE n.label <> l.label`;

/**
 * `work_labels(subject_id, label)`: connected components of subjects over shared keys; the label is the smallest
 * subject number of the component. Rounds needed: half the longest chain of keys, a handful in practice.
 */
export async function createComponents(store: Query): Promise<void> {
  await store.run('CREATE TABLE work_labels AS SELECT subject_id, subject_id AS label FROM work_subjects');
  for (let moved = 1; moved > 0; ) {
    await store.run(round);
    moved = Number((await store.all(changed))[0]!.n);
    await store.run('DROP TABLE work_labels; ALTER TABLE work_next RENAME TO work_labels');
  }
}
