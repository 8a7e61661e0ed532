import { describe, expect, it } from 'vitest';
import { oneSource, withLoaded } from './ecosystem.js';

const header = 'error_id,reported_at,error_class,system_id\n';
const line = (id: string, system = 'crm') => `${id},2026-03-01T10:00:00Z,late,${system}\n`;

describe('a row that says in every column what an earlier one says', () => {
  it('is set aside with the place of the first, in the same file and in another', async () => {
    const files = {
      'unsilo.yaml': oneSource('error_reports', '"e*.csv"'),
      'e1.csv': `${header}${line('a')}${line('b')}${line('a')}${line('b', 'app')}`,
      'e2.csv': `${header}${line('c')}${line('b')}broken\n`,
    };
    await withLoaded(files, async (store, { inputs }) => {
      expect(
        await store.all('SELECT error_id AS id, _source AS source, _row AS "row" FROM std_error_reports'),
      ).toEqual([
        { id: 'a', source: 1, row: 2 },
        { id: 'b', source: 1, row: 3 },
        { id: 'b', source: 1, row: 5 },
        { id: 'c', source: 2, row: 2 },
      ]);
      expect(await store.all('SELECT * FROM std_rejects ORDER BY ALL')).toEqual([
        { source: 1, row: 4, column: null, value: 'e1.csv:2', expected: 'a row that is not there already' },
        { source: 2, row: 3, column: null, value: 'e1.csv:3', expected: 'a row that is not there already' },
        { source: 2, row: 4, column: null, value: '1 values', expected: '4 values' },
      ]);
      expect(
        inputs.map(({ rows_in, rows_used, rows_set_aside }) => [rows_in, rows_used, rows_set_aside]),
      ).toEqual([
        [4, 3, 1],
        [3, 1, 2],
      ]);
      expect(await store.all('SELECT rows_used AS used FROM std_sources ORDER BY source')).toEqual([
        { used: 3 },
        { used: 1 },
      ]);
    });
  });

  it('is told of events only where they have an id: two alike may both have happened', async () => {
    const event = (id: string) => `${id},m1,esp,opened,2026-03-01T10:00:00Z,email\n`;
    const files = {
      'unsilo.yaml': oneSource('delivery_events', 'x.csv'),
      'x.csv': `event_id,message_key,system_id,type,time,channel\n${event('')}${event('')}${event('e')}${event('e')}`,
    };
    await withLoaded(files, async (_, { inputs }) => {
      expect(inputs[0]).toMatchObject({ rows_in: 4, rows_used: 3, rows_set_aside: 1 });
    });
  });
});
