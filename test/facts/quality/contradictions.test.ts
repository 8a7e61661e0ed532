import { describe, expect, it } from 'vitest';
import { contradictions } from '../../../src/facts/quality/contradictions.js';
import type { Row } from '../../../src/store/store.js';
import { storeWith } from '../store.js';

const said = (id: string, row: number, more: Row = {}): Row => ({
  source: 2,
  row,
  pointer: '/spec/owner',
  table_name: 'systems',
  column: 'owner',
  id,
  value: 'marketing',
  believed: 'sales',
  believed_source: 1,
  believed_row: row + 10,
  ...more,
});

async function doubts(rows: readonly Row[]): Promise<Row[]> {
  const store = await storeWith({});
  const sources = ['source', 'file', 'rows_used'];
  await store.insert('std_sources', sources, [
    [1, 'systems.csv', 40],
    [2, 'catalog.yaml', 30],
  ]);
  for (const row of rows) await store.insert('std_contradictions', Object.keys(row), [Object.values(row)]);
  const found = await contradictions(store);
  store.close();
  return found;
}

describe('contradictions between inventories', () => {
  it('are none where all agree', async () => {
    expect(await doubts([])).toEqual([]);
  });

  it('are told by file and column, with both places of each and the first in words', async () => {
    const rows = [
      said('d', 9),
      said('a', 3),
      said('b', 5),
      said('c', 7),
      said('a', 3, { column: 'vendor', value: 'X' }),
    ];
    const found = await doubts(rows);
    expect(found.map(({ evidence: _, ...row }) => row)).toEqual([
      {
        doubt: 'contradiction',
        file: 'catalog.yaml',
        target: 'systems',
        column: 'owner',
        what: 'a is sales, here marketing; b is sales, here marketing; c is sales, here marketing …',
        rows: 4,
        rows_of: 30,
        values: 4,
      },
      {
        doubt: 'contradiction',
        file: 'catalog.yaml',
        target: 'systems',
        column: 'vendor',
        what: 'a is sales, here X',
        rows: 1,
        rows_of: 30,
        values: 1,
      },
    ]);
    expect(JSON.parse(found[1]!.evidence as string)).toEqual([
      { file: 'catalog.yaml', row: 3, column: '/spec/owner' },
      { file: 'systems.csv', row: 13, column: 'vendor' },
    ]);
  });

  it('show ten places at most', async () => {
    const [one] = await doubts(Array.from({ length: 30 }, (_, i) => said(`s${i}`, i + 1)));
    expect(JSON.parse(one!.evidence as string)).toHaveLength(10);
  });
});
