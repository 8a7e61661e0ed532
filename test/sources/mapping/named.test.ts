import { describe, expect, it } from 'vitest';
import { failure, withLoaded } from '../ecosystem.js';

const header = 'SubscriberKey,Status,DateUnsubscribed,DateJoined';
const rows = 'C1,active,,4/2/2021 3:05:00 AM\nC2,unsubscribed,1/31/2026 11:30:00 PM,4/2/2021 3:05:00 AM\n';
const config = (mapping: string, columns = '') =>
  `name: x\nsources: [{ table: preferences, file: s.csv${mapping}, columns: { system_id: { constant: mail }${columns} } }]\n`;
const named = ', mapping: sfmc-subscribers';

const load = (unsilo: string, content: string, sql: string) =>
  withLoaded({ 'unsilo.yaml': unsilo, 's.csv': content }, (store) => store.all(sql));
const choices = 'SELECT _row AS "row", value, strength FROM std_preferences ORDER BY ALL';

describe('a source with a mapping', () => {
  it('finds the column names below title rows', async () => {
    const content = `All subscribers\nexported 2026-06-30\n${header}\n${rows}`;
    expect(await load(config(named), content, choices)).toEqual([
      { row: 4, value: 'opt_in', strength: 'default' },
      { row: 5, value: 'opt_out', strength: 'explicit' },
    ]);
  });

  it('lets unsilo.yaml say of one column what it means here', async () => {
    const sql = `SELECT DISTINCT strength, comm_type FROM std_preferences`;
    const own = ', strength: { constant: imported }, comm_type: { constant: marketing/offers }';
    expect(await load(config(named, own), `${header}\n${rows}`, sql)).toEqual([
      { strength: 'imported', comm_type: 'marketing/offers' },
    ]);
  });

  it('is told from one that was recognised', async () => {
    const sql = 'SELECT found_mapping FROM std_sources';
    expect(await load(config(named), `${header}\n${rows}`, sql)).toEqual([{ found_mapping: null }]);
    expect(await load(config(''), `${header}\n${rows}`, sql)).toEqual([
      { found_mapping: 'sfmc-subscribers' },
    ]);
  });

  it('is not looked for where columns are mapped', async () => {
    const own = ', subject_key: SubscriberKey';
    const error = await failure({ 'unsilo.yaml': config('', own), 's.csv': `${header}\n${rows}` });
    expect(error.message).toContain("needs column 'key_type'");
  });

  it('says which system is meant, or how to', async () => {
    const unsilo = `name: x\nsources: [{ table: preferences, file: s.csv${named} }]\n`;
    const error = (await failure({ 'unsilo.yaml': unsilo, 's.csv': `${header}\n${rows}` })) as Error & {
      problems: { tips: string[] }[];
    };
    expect(error.problems.map(({ tips }) => tips)).toEqual([
      [
        'if the whole file is of one system: columns: system_id: { constant: <id of the system> }',
        'unsilo schema sources sfmc-subscribers shows what its mapping reads',
      ],
    ]);
  });

  it('refuses nested JSON that is none', async () => {
    const unsilo = `name: x\nsources: [{ table: preferences, file: u.json, mapping: braze-users, columns: { system_id: { constant: app } } }]\n`;
    const error = await failure({ 'unsilo.yaml': unsilo, 'u.json': 'no json\nat all\n' });
    expect(error.message).toContain('u.json cannot be read: no JSON objects');
  });

  it('has nothing to read where nobody chose anything', async () => {
    const files = {
      'unsilo.yaml': `name: x\nsources: [{ table: preferences, file: u.json, mapping: iterable-users, columns: { system_id: { constant: mail } } }]\n`,
      'u.json': '{"userId":"1","unsubscribedChannelIds":[],"unsubscribedMessageTypeIds":[]}\n',
    };
    const found = await withLoaded(files, (store) => store.all('SELECT count(*) AS n FROM std_preferences'));
    expect(found).toEqual([{ n: 0 }]);
  });
});
