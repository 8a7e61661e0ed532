import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packFactProblems } from '../../../src/facts/packs/check.js';
import { computePackFacts } from '../../../src/facts/packs/compute.js';
import { guard } from '../../../src/facts/packs/guard.js';
import { integer, must, text } from '../../../src/model/column.js';
import { SourceError } from '../../../src/model/errors.js';
import type { PackFact } from '../../../src/model/rule.js';
import { small } from '../../../src/model/table.js';
import { tables } from '../../../src/model/tables/index.js';
import { Stopped } from '../../../src/store/cell.js';
import { openStore } from '../../../src/store/duckdb.js';
import { createTable } from '../../../src/store/schema.js';
import type { Store } from '../../../src/store/store.js';

const columns = { system_id: must(text('system')), persons: integer('persons') };
const factOf = (query: string): PackFact => ({
  table: small('fact_bank_x', 'persons by system', columns),
  key: ['system_id'],
  query,
  file: 'rules/bank/facts/x.sql',
});

const ana = {
  system_id: 'core',
  subject_key: 'C-ana',
  key_type: 'customer_no',
  full_name: 'Ana Blank',
  date_of_birth: '1980-02-03',
  email: 'ana@example.com',
  phone: '+447700900001',
  city: 'Anatown',
};

let store: Store;
beforeAll(async () => {
  store = await openStore({ threads: 1 });
  for (const { name, columns: own } of tables)
    await store.run(createTable(`std_${name}`, own, ['_source INTEGER', '_row BIGINT']));
  await store.insert('std_customers', Object.keys(ana), [Object.values(ana)]);
  await store.insert(
    'std_sends',
    ['system_id', 'subject_key', 'key_type'],
    [['mail', 'C-ana', 'customer_no']],
  );
});
afterAll(() => store.close());

describe('a guarded table', () => {
  it('shows nothing of a person, and what it shows of them can be joined', async () => {
    const fork = await store.fork();
    for (const table of tables.filter(({ large }) => large)) await guard(fork, `std_${table.name}`, 'secret');
    const [row] = await fork.all('SELECT * FROM std_customers');
    const shown = JSON.stringify(row);
    for (const value of [ana.subject_key, ana.full_name, ana.date_of_birth, ana.email, ana.phone, ana.city])
      expect(shown).not.toContain(value);
    expect(row).toMatchObject({ system_id: 'core', key_type: 'customer_no' });
    const same =
      'SELECT count(*) AS n FROM std_customers c JOIN std_sends s ON s.subject_key = c.subject_key';
    expect(await fork.all(same)).toEqual([{ n: 1 }]);
    fork.close();
  });

  it('stands before the table on its own connection only', async () => {
    expect(await store.all('SELECT full_name FROM std_customers')).toEqual([{ full_name: 'Ana Blank' }]);
  });

  it('gives other numbers under another key', async () => {
    const numbers = new Set<unknown>();
    for (const secret of ['a', 'b', 'a']) {
      const fork = await store.fork();
      await guard(fork, 'std_customers', secret);
      numbers.add((await fork.all('SELECT email FROM std_customers'))[0]!.email);
      fork.close();
    }
    expect(numbers.size).toBe(2);
  });
});

describe('a fact of a pack', () => {
  const problemsOf = async (query: string): Promise<string[]> =>
    (await packFactProblems([factOf(query)])).map(({ message }) => message.replace('the fact ', ''));

  it.each([
    [
      'counts persons',
      'SELECT system_id, count(DISTINCT subject_key) AS persons FROM std_sends GROUP BY ALL;',
    ],
    [
      'joins persons over systems',
      `SELECT s.system_id, count(DISTINCT w.person_id) AS persons FROM std_sends s
       JOIN work_persons w USING (system_id, key_type, subject_key) GROUP BY s.system_id`,
    ],
    [
      'asks facts of unsilo',
      'SELECT system_id, sum(messages) AS persons FROM fact_delivery GROUP BY system_id',
    ],
  ])('%s', async (_, query) => {
    expect(await problemsOf(query)).toEqual([]);
  });

  it.each([
    ['an address', 'SELECT email AS system_id, 1 AS persons FROM std_customers GROUP BY 1', 'UBIGINT'],
    [
      'a number for a person',
      'SELECT system_id, min(subject_key) AS persons FROM std_sends GROUP BY 1',
      'UBIGINT',
    ],
    ['rows', 'SELECT system_id, 1 AS persons FROM std_sends', 'is not grouped'],
    [
      'rows set aside',
      'SELECT value AS system_id, 1 AS persons FROM std_rejects GROUP BY 1',
      'reads std_rejects',
    ],
    [
      'tables of loading',
      'SELECT r1 AS system_id, 1 AS persons FROM src_1.rows GROUP BY 1',
      'reads src_1.rows',
    ],
    [
      'other work tables',
      'SELECT system_id, 1 AS persons FROM work_choices GROUP BY 1',
      'reads work_choices',
    ],
    [
      'all tables',
      'SELECT sql AS system_id, 1 AS persons FROM duckdb_views() GROUP BY 1',
      'reads from duckdb_views()',
    ],
    [
      'built-up text',
      "SELECT system_id || 'x' AS system_id, 1 AS persons FROM std_sends GROUP BY 1",
      'calls ||()',
    ],
    ['averages', 'SELECT system_id, avg(1) AS persons FROM std_sends GROUP BY 1', 'calls avg()'],
    ['parameters', 'SELECT system_id, $n AS persons FROM std_sends GROUP BY 1', 'uses $n'],
    ['nonsense', 'SELECT system, 1 AS persons FROM std_sends GROUP BY 1', 'cannot be understood'],
  ])('cannot return %s', async (_, query, expected) => {
    expect((await problemsOf(query)).join('\n')).toContain(expected);
  });

  const answerTo = async (query: string, seconds = 60) => {
    const sealed = await openStore({ threads: 1 });
    await sealed.run(
      createTable('std_systems', { system_id: text('id') }, ['_source INTEGER', '_row BIGINT']),
    );
    await sealed.insert('std_systems', ['system_id'], [['core'], ['core'], ['crm'], [null]]);
    try {
      const found = await computePackFacts(sealed, [factOf(query)], { seconds, secret: 's' });
      return [...found.values()][0];
    } finally {
      sealed.close();
    }
  };

  it('gives its rows, and the engine is sealed from then on', async () => {
    const rows = await answerTo(
      'SELECT system_id, count(*) AS persons FROM std_systems WHERE system_id IS NOT NULL GROUP BY 1 ORDER BY 1',
    );
    expect(rows).toEqual([
      { system_id: 'core', persons: 2 },
      { system_id: 'crm', persons: 1 },
    ]);
  });

  it.each([
    [
      'a row without a key',
      'SELECT system_id, count(*) AS persons FROM std_systems GROUP BY 1',
      'a row without',
    ],
    [
      'two rows for one key',
      "SELECT system_id, 1 AS persons FROM std_systems WHERE system_id = 'core'",
      'two rows',
    ],
    ['too many rows', 'SELECT range AS system_id, 1 AS persons FROM range(100001)', 'more than 100000 rows'],
    [
      'what does not fit',
      'SELECT CAST(system_id AS INTEGER) AS system_id, 1 AS persons FROM std_systems',
      'Conversion',
    ],
  ])('is refused for %s', async (_, query, expected) => {
    await expect(answerTo(query)).rejects.toThrow(expected);
    await expect(answerTo(query)).rejects.toBeInstanceOf(SourceError);
    await expect(answerTo(query)).rejects.not.toThrow(/core|crm/);
  });

  it('is stopped after its time', async () => {
    const endless =
      'SELECT a.range AS system_id, 1 AS persons FROM range(10000000) a, range(10000000) b WHERE a.range * b.range = -1';
    expect(await answerTo(endless, 1)).toEqual(new Stopped('stopped after 1 s'));
  });
});
