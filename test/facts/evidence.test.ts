import { expect, test } from 'vitest';
import { parseCodes, readFiles, renderEvidence, rowCode, toCode } from '../../src/facts/evidence.js';
import { storeWith } from './store.js';

const files = new Map([
  [1, 'z.csv'],
  [2, 'a.csv'],
]);

test('evidence names each place once, in order of file and row', () => {
  const codes = [toCode(1, 9), toCode(2, 30), toCode(1, 2), toCode(1, 9)];
  expect(JSON.parse(renderEvidence(codes, files, 'email'))).toEqual([
    { file: 'a.csv', row: 30, column: 'email' },
    { file: 'z.csv', row: 2, column: 'email' },
    { file: 'z.csv', row: 9, column: 'email' },
  ]);
});

test('evidence is a sample of ten places', () => {
  const codes = Array.from({ length: 25 }, (_, i) => toCode(1, 30 - i));
  const places: { row: number }[] = JSON.parse(renderEvidence(codes, files));
  expect(places.map((place) => place.row)).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
});

test('the store makes the same codes, and no list is no evidence', async () => {
  const store = await storeWith({
    systems: ['a', 'b'].map((id) => ({ system_id: id, name: id, silo_id: 's' })),
  });
  const [row] = await store.all<{ codes: string }>(
    `SELECT min(${rowCode('s')}, 10) AS codes FROM std_systems s ORDER BY 1`,
  );
  const known = await readFiles(store);
  expect(JSON.parse(renderEvidence(parseCodes(row!.codes), known))).toEqual([
    { file: 'systems.csv', row: 2 },
    { file: 'systems.csv', row: 3 },
  ]);
  expect(parseCodes(null)).toEqual([]);
  store.close();
});
