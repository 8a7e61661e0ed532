import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceError } from '../../src/model/errors.js';
import type { Store } from '../../src/store/store.js';
import { type Files, failure, oneSource, withLoaded } from './ecosystem.js';

const columns = `columns:
  system_id: { constant: crm }
  key_type: { constant: customer_no }
  kind: { constant: consent }
  lob: { constant: "*" }
  comm_type: { constant: marketing }
  subject_key: key
  channel: channel
  value: value`;
const complete = (observed: string, rest = '') =>
  `observed_at: "${observed}"\nexports: complete\n${rest}${columns}`;

const text = (rows: readonly string[]): string =>
  `key,channel,value\n${rows.map((row) => `${row}\n`).join('')}`;
const prefs = (days: Readonly<Record<string, readonly string[]>>): Files =>
  Object.fromEntries(Object.entries(days).map(([day, rows]) => [`prefs-${day}.csv`, text(rows)]));

const records = async (store: Store): Promise<unknown[]> =>
  (
    await store.all<Record<string, string>>(`
      SELECT concat_ws(' ', subject_key, channel, value, time_quality, coalesce(strftime(changed_after, '%m-%dT%H:%M'), '-'),
             coalesce(strftime(recorded_at, '%m-%dT%H:%M'), '-'), s.file, _row) AS text
      FROM std_preferences p JOIN std_sources s ON s.source = p._source ORDER BY ALL`)
  ).map(({ text }) => text);
const changes = async (store: Store): Promise<unknown[]> =>
  (
    await store.all<Record<string, string>>(`
      SELECT concat_ws(' ', change, subject_key, channel, coalesce("before", '-'), coalesce("after", '-'),
             strftime(changed_after, '%m-%d'), strftime(changed_before, '%m-%d'), s.file, _row) AS text
      FROM std_changes c JOIN std_sources s ON s.source = c._source ORDER BY ALL`)
  ).map(({ text }) => text);

describe('complete exports of one system at different days', () => {
  const days = {
    '2026-03-01': ['1,email,opt_in', '2,email,opt_in', '3,email,opt_out', '4,sms,opt_in'],
    '2026-03-08': ['1,email,opt_in', '2,email,opt_out', '4,sms,opt_in', '5,email,opt_in'],
    '2026-03-15': ['5,email,opt_in', '4,sms,opt_in', '2,email,opt_out'],
  };
  const files = {
    'unsilo.yaml': oneSource('preferences', '"prefs-*.csv"', complete('prefs-%Y-%m-%d.csv')),
    ...prefs(days),
  };

  it('are one history: what stayed is one record, a new value was stored in between, what is gone is none', async () => {
    await withLoaded(files, async (store, { inputs }) => {
      expect(await records(store)).toEqual([
        '2 email opt_out recorded_only 03-01T00:00 03-08T23:59 prefs-2026-03-08.csv 3',
        '4 sms opt_in export_only - - prefs-2026-03-01.csv 5',
        '5 email opt_in recorded_only 03-01T00:00 03-08T23:59 prefs-2026-03-08.csv 5',
      ]);
      expect(inputs.map(({ rows_in, rows_used }) => [rows_in, rows_used])).toEqual([
        [4, 4],
        [4, 4],
        [3, 3],
      ]);
    });
  });

  it('list what differs: changed, added, removed, each with the time between', async () => {
    await withLoaded(files, async (store) => {
      expect(await changes(store)).toEqual([
        'added 5 email - opt_in 03-01 03-08 prefs-2026-03-08.csv 5',
        'changed 2 email opt_in opt_out 03-01 03-08 prefs-2026-03-08.csv 3',
        'removed 1 email opt_in - 03-08 03-15 prefs-2026-03-08.csv 2',
        'removed 3 email opt_out - 03-01 03-08 prefs-2026-03-01.csv 4',
      ]);
    });
  });

  it('are what comparing them row by row gives, whatever they hold', async () => {
    const row = fc.tuple(
      fc.constantFrom('1', '2', '3'),
      fc.constantFrom('email', 'sms'),
      fc.constantFrom('opt_in', 'opt_out'),
    );
    const drawn = fc.array(fc.array(row, { maxLength: 6 }), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(drawn, async (given) => {
        const byDay = given.map((rows) => rows.map((cells) => cells.join(',')));
        const named = Object.fromEntries(byDay.map((rows, i) => [`2026-03-0${i + 1}`, rows]));
        await withLoaded({ 'unsilo.yaml': files['unsilo.yaml'], ...prefs(named) }, async (store) => {
          const found = await store.all<{ text: string; file: string; row: number }>(
            `SELECT concat_ws(',', subject_key, channel, value) AS text, s.file, _row AS "row"
             FROM std_preferences p JOIN std_sources s ON s.source = p._source ORDER BY 1`,
          );
          const last = byDay.at(-1)!;
          const wanted = [...new Set(last)].sort().map((one) => {
            let first = byDay.length - 1;
            while (first > 0 && byDay[first - 1]!.includes(one)) first--;
            return {
              text: one,
              file: `prefs-2026-03-0${first + 1}.csv`,
              row: byDay[first]!.indexOf(one) + 2,
            };
          });
          expect(found).toEqual(wanted);
        });
      }),
      { numRuns: 25, seed: 4 },
    );
  });

  it.each([
    [
      'a Jalali day in the name',
      'in-%Y%m%d.csv',
      'calendar: jalali\n',
      ['in-14041210.csv', 'in-14041217.csv'],
      '03-01T00:00 03-08T23:59',
    ],
    [
      'a time in the name',
      '%Y%m%dT%H%M.csv',
      '',
      ['20260301T0600.csv', '20260308T0730.csv'],
      '03-01T06:00 03-08T07:30',
    ],
    [
      'a day in the folder',
      '%Y-%m-%d/*.csv',
      '',
      ['2026-03-01/p.csv', '2026-03-08/p.csv'],
      '03-01T00:00 03-08T23:59',
    ],
    [
      'a zone',
      '%Y-%m-%d.csv',
      'time_zone: Europe/Berlin\n',
      ['2026-03-01.csv', '2026-03-08.csv'],
      '02-28T23:00 03-08T22:59',
    ],
  ])('may have %s', async (_, pattern, rest, [first = '', second = ''], span) => {
    const config = oneSource('preferences', '"**/*.csv"', complete(pattern, rest));
    const both = { [first]: text(['1,email,opt_in']), [second]: text(['1,email,opt_out']) };
    await withLoaded({ 'unsilo.yaml': config, ...both }, async (store) => {
      expect(await records(store)).toEqual([`1 email opt_out recorded_only ${span} ${second} 2`]);
    });
  });

  it('of customers keep those that are gone, as closed, and the last version of the others', async () => {
    const header = 'system_id,subject_key,key_type,email';
    const config = oneSource('customers', '"c*.csv"', 'observed_at: c%Y%m%d.csv\nexports: complete');
    const both = {
      'c20260301.csv': `${header}\ncrm,1,customer_no,a@example.com\ncrm,2,customer_no,b@example.com\n`,
      'c20260401.csv': `${header}\ncrm,2,customer_no,new@example.com\n`,
    };
    await withLoaded({ 'unsilo.yaml': config, ...both }, async (store) => {
      const sql = 'SELECT subject_key AS key, email, closed_at, updated_at FROM std_customers ORDER BY key';
      expect(await store.all(sql)).toEqual([
        { key: '1', email: 'a@example.com', closed_at: '2026-04-01T00:00:00.000Z', updated_at: null },
        { key: '2', email: 'new@example.com', closed_at: null, updated_at: '2026-04-01T23:59:59.000Z' },
      ]);
      const told =
        'SELECT kind, before, after, changed_before FROM std_changes WHERE kind IS NOT NULL ORDER BY kind';
      expect(await store.all(told)).toEqual([
        {
          kind: 'contact.email',
          before: 'b@example.com',
          after: 'new@example.com',
          changed_before: '2026-04-01T23:59:59.000Z',
        },
      ]);
    });
  });
});

describe('the time of an export', () => {
  it('is observed_at of every preference, when stated for a single file', async () => {
    const config = oneSource('preferences', 'p.csv', `observed_at: 2026-03-01\n${columns}`);
    await withLoaded({ 'unsilo.yaml': config, 'p.csv': text(['1,email,opt_in']) }, async (store) => {
      expect(await store.all('SELECT observed_at AS at FROM std_preferences')).toEqual([
        { at: '2026-03-01T23:59:59.000Z' },
      ]);
      expect(await store.all('FROM std_changes')).toEqual([]);
    });
  });

  const two = prefs({ '2026-03-01': ['1,email,opt_in'], '2026-03-08': ['1,email,opt_in'] });
  it.each([
    ['observed_at: prefs-%Y-%m-%d.csv', 'several exports of one source, and exports does not say of what'],
    ['observed_at: prefs-%Y-%m.csv\nexports: complete', 'the pattern lacks %d'],
    ['observed_at: prefs-%Y-%m-%Q.csv\nexports: complete', "'%Q' is no part of a time in a file name"],
    ['observed_at: p-%Y-%m-%d.csv\nexports: complete', "no time of export for 'prefs-2026-03-01.csv'"],
    ['observed_at: 2026-02-30\nexports: complete', "no time of export for 'prefs-2026-03-01.csv'"],
    [
      'observed_at: 2026-03-01\nexports: complete',
      "'prefs-2026-03-01.csv' was drawn at the same time as another export of this source",
    ],
    ['exports: complete', 'exports of unknown times cannot be compared'],
  ])('is asked for where it is missing or wrong: %s', async (rest, message) => {
    const error = (await failure({
      'unsilo.yaml': oneSource('preferences', '"prefs-*.csv"', `${rest}\n${columns}`),
      ...two,
    })) as SourceError;
    expect(error.problems[0]!.message.split(' (line')[0]).toBe(message);
    expect(error.problems[0]!.place.file).toBe('unsilo.yaml');
  });

  it('makes additions of a log: every file adds its records', async () => {
    const config = oneSource(
      'preferences',
      '"prefs-*.csv"',
      `observed_at: prefs-%Y-%m-%d.csv\nexports: additions\n${columns}`,
    );
    await withLoaded({ 'unsilo.yaml': config, ...two }, async (store) => {
      expect(await store.all('SELECT count(*) AS n FROM std_preferences')).toEqual([{ n: 2 }]);
    });
  });

  it('cannot make a history of what is a log already', async () => {
    const header = 'message_key,system_id,comm_type,lob,channel,subject_key,key_type,sent_at\n';
    const config = oneSource('sends', '"s*.csv"', 'observed_at: s%Y%m%d.csv\nexports: complete');
    expect(
      await failure({ 'unsilo.yaml': config, 's20260301.csv': header, 's20260302.csv': header }),
    ).toMatchObject({
      problems: [{ expected: 'one of customers, identity_keys, preferences' }],
    });
  });
});
