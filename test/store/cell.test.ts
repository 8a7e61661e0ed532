import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import type { Cell, CellLimits } from '../../src/store/cell.js';

/** A cell starts a process, so these are tests of what was built. */
const built = new URL('../../dist/store/cell.js', import.meta.url).href;
const { openCell } = (await import(built)) as typeof import('../../src/store/cell.js');
const limits: CellLimits = { seconds: 5, megabytes: 400, rows: 1000 };

async function inCell<T>(use: (cell: Cell) => Promise<T>, own: Partial<CellLimits> = {}): Promise<T> {
  const cell = await openCell({ ...limits, ...own });
  try {
    return await use(cell);
  } finally {
    cell.close();
  }
}

const endless = 'SELECT count(*) AS n FROM range(10000000) a, range(10000000) b WHERE a.range * b.range = -1';

describe('a cell', () => {
  it('answers from the tables put into it, with parameters', async () => {
    const rows = await inCell(async (cell) => {
      await cell.run('CREATE TABLE t (name VARCHAR, n BIGINT)');
      await cell.insert('t', ['name', 'n'], [['a', 1], ['b', null]]); // biome-ignore format: rows
      return cell.all('SELECT * FROM t WHERE name >= $from ORDER BY name', { from: 'a' });
    });
    expect(rows).toEqual([
      { name: 'a', n: 1 },
      { name: 'b', n: null },
    ]);
  });

  it.each([
    ['takes too long', endless, { seconds: 1 }, /^stopped after 1 s$/],
    [
      'takes too much memory',
      'SELECT list(a.range + b.range) AS l FROM range(100000) a, range(100000) b',
      { seconds: 60 },
      /^stopped after taking 400 MB of memory$/,
    ],
    ['returns too many rows', 'FROM range(1001)', {}, /^stopped after returning 1000 rows$/],
    [
      'returns too much text',
      "SELECT repeat('x', 30000000) AS x",
      {},
      /^stopped after returning 20000000 characters$/,
    ],
  ])('stops a query that %s', async (_, sql, own, message) => {
    const error: unknown = await inCell((cell) => cell.all(sql), own).catch((reason: unknown) => reason);
    expect((error as Error).name).toBe('Stopped');
    expect((error as Error).message).toMatch(message);
  });

  it.each([
    ['file', "FROM read_text('/etc/hostname')"],
    ['folder', "FROM glob('/*')"],
    ['setting to change', 'SET threads = 8'],
    ['variable of the environment', "SELECT getenv('HOME')"],
  ])('sees no %s', async (_, sql) => {
    await expect(inCell((cell) => cell.all(sql))).rejects.toMatchObject({ name: 'QueryFailed' });
  });

  it.skipIf(!existsSync('/proc/self/task'))(
    'ends with whoever asked, even in the middle of a query',
    async () => {
      const script = `import { openCell } from ${JSON.stringify(built)};
      const cell = await openCell({ seconds: 300, megabytes: 400, rows: 1 });
      console.log('open');
      await cell.all(${JSON.stringify(endless)});`;
      const asker = execa('node', ['--input-type=module', '-e', script], { reject: false });
      await once(asker.stdout, 'data');
      await sleep(200);
      const child = (await readFile(`/proc/${asker.pid}/task/${asker.pid}/children`, 'utf8'))
        .trim()
        .split(' ')[0]!;
      asker.kill('SIGKILL');
      /** Gone, or dead and not yet buried. */
      const isGone = async (): Promise<boolean> =>
        readFile(`/proc/${child}/stat`, 'utf8').then(
          (stat) => / [ZX] /.test(stat),
          () => true,
        );
      for (let waited = 0; waited < 100 && !(await isGone()); waited++) await sleep(100);
      expect(await isGone()).toBe(true);
    },
  );
});
