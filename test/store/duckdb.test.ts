import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/model/errors.js';
import { openStore } from '../../src/store/duckdb.js';
import { inLanes, settleAll } from '../../src/store/side-by-side.js';
import type { Store, Value } from '../../src/store/store.js';

async function withStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore();
  try {
    return await use(store);
  } finally {
    store.close();
  }
}

describe('the store', () => {
  it('takes rows of any number and gives them back as they were', async () => {
    await withStore(async (store) => {
      await store.run('CREATE TABLE t (a VARCHAR, b DECIMAL(18,4), c TIMESTAMP, d BIGINT, e BOOLEAN)');
      for (const size of [0, 1, 20, 21, 5000]) {
        await store.run('DELETE FROM t');
        const row = (i: number): Value[] =>
          i % 7 === 0
            ? [null, null, null, i, null]
            : [`it's ${i}`, '1.5', '2026-01-01T00:00:00.5Z', i, i % 2 === 0];
        await store.insert(
          't',
          ['a', 'b', 'c', 'd', 'e'],
          Array.from({ length: size }, (_, i) => row(i)),
        );
        const rows = await store.all('SELECT a, b, c, d, e FROM t ORDER BY d');
        expect(rows.map((found) => Object.values(found))).toEqual(
          Array.from({ length: size }, (_, i) =>
            row(i).map((value) =>
              value === '1.5'
                ? '1.5000'
                : value === '2026-01-01T00:00:00.5Z'
                  ? '2026-01-01T00:00:00.500Z'
                  : value,
            ),
          ),
        );
      }
    });
  });

  it.each(['fa_IR', 'th_TH', 'ar_SA', 'en_US'])(
    'keeps to the Gregorian calendar and UTC where the locale is %s',
    async (locale) => {
      const script = `
      import { openStore } from './src/store/duckdb.ts';
      const store = await openStore();
      const fork = await store.fork();
      for (const one of [store, fork])
        console.log(JSON.stringify(await one.all("SELECT CAST(timezone('Europe/Berlin', TIMESTAMP '2026-03-01 10:00:00') AS TIMESTAMP) AS t")));`;
      const env = { LANG: `${locale}.UTF-8`, LC_ALL: `${locale}.UTF-8`, TZ: 'Asia/Tehran' };
      const { stdout } = await execa('node', ['--import', 'tsx', '--input-type=module', '-e', script], {
        env,
      });
      const expected = JSON.stringify([{ t: '2026-03-01T09:00:00.000Z' }]);
      expect(stdout.split('\n')).toEqual([expected, expected]);
    },
  );

  it('shows a fork the same data, with temporary tables of its own', async () => {
    await withStore(async (store) => {
      const fork = await store.fork();
      await store.run('CREATE TABLE seen AS SELECT 1 AS n; CREATE TEMP TABLE mine AS SELECT 1 AS n');
      await fork.run('CREATE TEMP TABLE mine AS SELECT 2 AS n');
      expect(await fork.all('SELECT s.n AS s, m.n AS m FROM seen s, mine m')).toEqual([{ s: 1, m: 2 }]);
      fork.close();
      expect(await store.all('SELECT n FROM mine')).toEqual([{ n: 1 }]);
    });
  });
});

describe('a store for few rows', () => {
  it.each(['brief', 'none'] as const)(
    'plans little (%s), on every connection, and gives the same rows',
    async (planning) => {
      const store = await openStore({ threads: 1, unpacked: true, planning });
      const fork = await store.fork();
      const ask = `SELECT DISTINCT a.n FROM range(5) a(n), range(5) b(n), range(3) c(n)
      WHERE a.n = b.n AND b.n = c.n ORDER BY a.n`;
      for (const one of [store, fork]) {
        const [set] = await one.all(`SELECT current_setting('disabled_optimizers') AS searches`);
        expect(set!.searches).toMatch(/common_subplan/);
        expect(String(set!.searches).includes('join_order')).toBe(planning === 'none');
        expect(await one.all(ask)).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
      }
      fork.close();
      store.close();
    },
  );
});

describe('work side by side', () => {
  it('gives results in the order of the items, whichever connection did them', async () => {
    await withStore(async (store) => {
      const fork = await store.fork();
      const results = await inLanes([store, fork], [5, 1, 4, 2, 3], async (lane, item) => {
        const [row] = await lane.all<{ n: number }>(`SELECT count(*) AS n FROM range(${item})`);
        return row!.n;
      });
      expect(results).toEqual([5, 1, 4, 2, 3]);
      fork.close();
    });
  });

  it('tells the problems of all sources together, but a bug before them', async () => {
    const problem = (file: string) => new SourceError([{ place: { file }, message: `${file} is wrong` }]);
    const sources = settleAll([
      Promise.reject(problem('a')),
      Promise.resolve(1),
      Promise.reject(problem('b')),
    ]);
    await expect(sources).rejects.toThrow('a is wrong\nb is wrong');
    const bug = settleAll([Promise.reject(problem('a')), Promise.reject(new Error('bug'))]);
    await expect(bug).rejects.toThrow('bug');
  });
});

describe('a sealed store', () => {
  const refused = async (store: Store, sql: string): Promise<string> =>
    store.all(sql).then(
      () => 'done',
      (error: Error) => error.message.split(':')[0]!,
    );

  it('reads what is attached and nothing else, and its settings stay', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'unsilo-seal-'));
    const store = await openStore({ threads: 1 });
    try {
      await store.run(`ATTACH '${folder}/a.duckdb' AS a; CREATE TABLE a.t AS SELECT 7 AS n`);
      await writeFile(join(folder, 'secret.csv'), 'n\n1\n');
      await store.seal();
      await store.seal();
      expect(await store.all('SELECT n FROM a.t')).toEqual([{ n: 7 }]);
      for (const sql of [
        `SELECT * FROM read_csv('${folder}/secret.csv')`,
        `SELECT * FROM glob('${folder}/*')`,
        `COPY (SELECT 1) TO '${folder}/out.csv'`,
        `EXPORT DATABASE '${folder}/export'`,
        `ATTACH '${folder}/b.duckdb'`,
        'INSTALL httpfs',
        'SET threads = 8',
        'SET enable_external_access = true',
        'RESET lock_configuration',
      ])
        expect(await refused(store, sql), sql).not.toBe('done');
      expect((await readdir(folder)).filter((name) => !name.startsWith('a.'))).toEqual(['secret.csv']);
    } finally {
      store.close();
      await rm(folder, { recursive: true });
    }
  });

  it('gives forks that know the zone and calendar too, and can be interrupted', async () => {
    const store = await openStore({ threads: 1 });
    await store.seal();
    const fork = await store.fork();
    expect(
      await fork.all("SELECT current_setting('TimeZone') AS zone, current_setting('Calendar') AS calendar"),
    ).toEqual([{ zone: 'UTC', calendar: 'gregorian' }]);
    const endless = refused(
      fork,
      'SELECT count(*) FROM range(100000) a, range(100000) b WHERE a.range < b.range',
    );
    setTimeout(() => fork.interrupt(), 50);
    expect(await endless).toContain('INTERRUPT');
    expect(await fork.all('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    fork.close();
    store.close();
  });

  it('never takes a part for the whole when it is interrupted between rows', async () => {
    await withStore(async (store) => {
      const read = async (): Promise<void> => {
        for await (const _ of store.stream('SELECT range AS n FROM range(1000000)')) store.interrupt();
      };
      await expect(read()).rejects.toThrow('INTERRUPT');
    });
  });
});
