import { describe, expect, it } from 'vitest';
import { oneSource, withLoaded } from './ecosystem.js';

const mapping = `columns:
  system_id: { constant: card }
  subject_key: CUST
  key_type: { constant: customer_no }
  kind: { constant: consent }
  lob: { constant: card }
  comm_type: { constant: marketing }
  valid_from: { from: CHANGED, format: "%d.%m.%Y" }
records:
  - { channel: { constant: email }, value: { from: DNE, values: { Y: opt_in, N: opt_out }, invert: true } }
  - { channel: { constant: post }, value: { from: DNM, values: { Y: opt_out, N: opt_in }, absent: skip } }
  - { kind: { constant: delivery }, channel: { constant: "*" }, comm_type: { constant: statement }, value: { from: PAPERLESS, values: { Y: electronic, N: paper }, absent: paper } }`;
const rows = `CUST,DNE,DNM,PAPERLESS,CHANGED,ZIP
1,Y,N,Y,31.12.2024,1
2,N,,,,2
3,?,Y,N,01.01.2025,3
4,Y,N,N,2025-01-01,4
`;
const files = { 'unsilo.yaml': oneSource('preferences', 'wide.csv', mapping), 'wide.csv': rows };

describe('wide rows', () => {
  it('make one record per entry; a bad cell takes its record out, not its neighbours', async () => {
    await withLoaded(files, async (store) => {
      const records = await store.all<Record<string, string>>(
        `SELECT subject_key AS k, channel AS c, value AS v, time_quality AS q, _row AS "row" FROM std_preferences ORDER BY k, c DESC`,
      );
      expect(records.map(({ k, c, v, q, row }) => [k, c, v, q, row].join(' '))).toEqual([
        '1 post opt_in day 2',
        '1 email opt_out day 2',
        '1 * electronic day 2',
        '2 email opt_in export_only 3',
        '2 * paper export_only 3',
        '3 post opt_out day 4',
        '3 * paper day 4',
      ]);
    });
  });

  it('count as set aside when any record is bad, and tell each fault once', async () => {
    await withLoaded(files, async (store, { inputs }) => {
      expect(inputs[0]).toMatchObject({ rows_in: 4, rows_used: 2, rows_set_aside: 2 });
      expect(await store.all('SELECT * FROM std_rejects ORDER BY "row"')).toEqual([
        { source: 1, row: 4, column: 'DNE', value: '?', expected: 'one of Y, N' },
        { source: 1, row: 5, column: 'CHANGED', value: '2025-01-01', expected: "a date as '%d.%m.%Y'" },
      ]);
      expect(await store.all('SELECT * FROM std_unused_columns')).toEqual([
        { file: 'wide.csv', column: 'ZIP' },
      ]);
    });
  });
});

describe('preferences', () => {
  const header = 'system_id,subject_key,key_type,kind,lob,comm_type,channel,value,valid_from,recorded_at';
  const line = (kind: string, value: string, times = ',') =>
    `crm,1,customer_no,${kind},*,*,email,${value},${times}`;
  const load = (lines: string[], sql: string) =>
    withLoaded(
      {
        'unsilo.yaml': oneSource('preferences', 'p.csv'),
        'p.csv': `${[header, ...lines].join('\n')}\n`,
      },
      (store) => store.all<{ out: string }>(sql),
    );

  it.each([
    ['2025-01-01T00:00:00Z,', 'exact'],
    ['2025-01-01,2025-01-02T10:00:00Z', 'day'],
    [',2025-01-02T10:00:00Z', 'recorded_only'],
    [',', 'export_only'],
  ])('with times %s have time quality %s', async (times, quality) => {
    const sql = 'SELECT time_quality AS out FROM std_preferences';
    expect(await load([line('consent', 'Opt_Out', times)], sql)).toEqual([{ out: quality }]);
  });

  it('have values that fit their kind', async () => {
    const lines = [
      line('consent', 'Opt_Out'),
      line('consent', 'paper'),
      line('delivery', 'paper'),
      line('suppression', 'opt_out'),
      line('suppression', 'blocked'),
    ];
    const sql = `SELECT concat("row", ': ', value, ' is not ', expected) AS out FROM std_rejects ORDER BY "row"`;
    expect((await load(lines, sql)).map(({ out }) => out)).toEqual([
      '3: paper is not one of opt_in, opt_out, pending, unknown, not_required',
      '5: opt_out is not one of blocked, clear',
    ]);
  });
});
