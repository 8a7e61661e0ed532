import { expect, test } from 'vitest';
import { computeRejects } from '../../src/facts/rejects.js';
import { openStdStore } from './store.js';

test('rows set aside are counted by file, column and what was expected, each row once', async () => {
  const store = await openStdStore();
  await store.run(`INSERT INTO std_sources (source, file, table_name, rows_in) VALUES
    (1, 'sends.csv', 'sends', 100), (2, 'events.csv', 'delivery_events', 50)`);
  await store.run(`INSERT INTO std_rejects VALUES
    (1, 7, 'sent_at', 'soon', 'a time'), (1, 3, 'sent_at', '', 'a time'), (1, 3, 'sent_at', '', 'a time'),
    (1, 3, 'channel', 'fax', 'a channel'), (2, 5, NULL, NULL, '9 columns')`);
  await computeRejects(store);
  expect(await store.all('SELECT * FROM fact_rejects ORDER BY file, "column"')).toEqual([
    {
      file: 'events.csv',
      target: 'delivery_events',
      column: null,
      reason: '9 columns',
      rows: 1,
      rows_in: 50,
      evidence: '[{"file":"events.csv","row":5}]',
    },
    {
      file: 'sends.csv',
      target: 'sends',
      column: 'channel',
      reason: 'a channel',
      rows: 1,
      rows_in: 100,
      evidence: '[{"file":"sends.csv","row":3,"column":"channel"}]',
    },
    {
      file: 'sends.csv',
      target: 'sends',
      column: 'sent_at',
      reason: 'a time',
      rows: 2,
      rows_in: 100,
      evidence:
        '[{"file":"sends.csv","row":3,"column":"sent_at"},{"file":"sends.csv","row":7,"column":"sent_at"}]',
    },
  ]);
  store.close();
});
