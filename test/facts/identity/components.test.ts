import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createComponents } from '../../../src/facts/identity/components.js';
import { createSubjects } from '../../../src/facts/identity/subjects.js';
import { openStore } from '../../../src/store/duckdb.js';
import { storeWith } from '../store.js';

/** The smallest subject each one is tied to, step by step over shared keys. */
function smallest(keys: readonly (readonly [subject: number, key: number])[]): Map<number, number> {
  const label = new Map(keys.map(([subject]) => [subject, subject]));
  for (let moved = true; moved; ) {
    moved = false;
    for (const [a, key] of keys)
      for (const [b, other] of keys) {
        if (key !== other || label.get(a)! <= label.get(b)!) continue;
        label.set(a, label.get(b)!);
        moved = true;
      }
  }
  return label;
}

const tie = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 9 }));

it('subjects tied by any chain of keys get the smallest number among them', async () => {
  const store = await openStore();
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(tie, { minLength: 1, maxLength: 20, selector: String }), async (ties) => {
      const keyId = (key: number) => Math.min(...ties.flatMap(([subject, k]) => (k === key ? subject : [])));
      await store.run('CREATE OR REPLACE TABLE work_keys (subject_id INTEGER, key_id INTEGER)');
      const rows = ties.map(([subject, key]) => [subject, keyId(key)]);
      await store.insert('work_keys', ['subject_id', 'key_id'], rows);
      await createComponents(store);
      const labels = await store.all<{ subject_id: number; label: number }>(
        'SELECT subject_id, label FROM work_labels ORDER BY subject_id',
      );
      await store.run('DROP TABLE work_labels');
      const expected = smallest(ties);
      expect(labels).toEqual(
        [...expected].sort(([a], [b]) => a - b).map(([subject_id, label]) => ({ subject_id, label })),
      );
    }),
    { numRuns: 60 },
  );
  store.close();
});

it('subjects whose hashes meet are hashed anew until none do', async () => {
  const customers = ['1', '2', '3'].map((key) => ({
    system_id: 'core',
    key_type: 'customer_no',
    subject_key: key,
  }));
  const store = await storeWith({ customers });
  const salts: number[] = [];
  await createSubjects(store, (columns, salt) => {
    salts.push(salt);
    return salt < 2 ? `length(${columns[2]})` : `CAST(${columns[2]} AS BIGINT)`;
  });
  expect(salts).toEqual([0, 1, 2]);
  expect(
    await store.all('SELECT subject_code, subject_key FROM work_subjects ORDER BY subject_code'),
  ).toEqual(['1', '2', '3'].map((key) => ({ subject_code: Number(key), subject_key: key })));
  store.close();
});
