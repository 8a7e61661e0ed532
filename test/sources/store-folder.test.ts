import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLeftover, processTag } from '../../src/sources/leftovers.js';
import { openStoreFolder } from '../../src/sources/read-store.js';
import { withFolder } from './ecosystem.js';

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;
const [host = ''] = processTag.split('-');
/** The number of a process that has ended. */
const dead = spawnSync('node', ['-e', '0']).pid;

describe('the folder of the store', () => {
  it('is its owner’s alone and keeps itself out of version control', async () => {
    await withFolder({}, async (dir) => {
      const root = join(dir, '.unsilo');
      const folder = await openStoreFolder(root);
      expect([await modeOf(root), await modeOf(folder)]).toEqual([0o700, 0o700]);
      expect(await readdir(root)).toEqual(['.gitignore', 'store']);
    });
  });

  it('is closed again when somebody opened it', async () => {
    await withFolder({ '.unsilo/store/x': '' }, async (dir) => {
      const root = join(dir, '.unsilo');
      await chmod(root, 0o755);
      await chmod(join(root, 'store'), 0o777);
      const folder = await openStoreFolder(root);
      expect([await modeOf(root), await modeOf(folder)]).toEqual([0o700, 0o700]);
    });
  });

  it('leaves a folder that was there, named by --store, as it is, and closes its own in it', async () => {
    await withFolder({ 'shared/notes': '' }, async (dir) => {
      const root = join(dir, 'shared');
      await chmod(root, 0o755);
      const folder = await openStoreFolder(root);
      expect([await modeOf(root), await modeOf(folder)]).toEqual([0o755, 0o700]);
      expect(await readdir(root)).toEqual(['notes', 'store']);
    });
  });

  it('says what to do where it cannot be made', async () => {
    await withFolder({ taken: '' }, async (dir) => {
      await expect(openStoreFolder(join(dir, 'taken'))).rejects.toMatchObject({
        details: {
          message: expect.stringContaining('cannot be written') as string,
          tips: ['name another with --store DIR'],
        },
      });
    });
  });

  it('is cleaned of what killed runs left, and of nothing else', async () => {
    await withFolder({}, async (dir) => {
      const store = join(dir, 'store');
      const old = [
        `a.duckdb.${host}-${dead}.tmp`,
        `a.duckdb.${host}-${dead}.tmp.wal`,
        `src_1.${host}-${dead}.txt`,
      ];
      const stay = [
        `b.duckdb.${processTag}.tmp`,
        `c.duckdb.00000000-${dead}.tmp`,
        'sends-0123456789abcdef.duckdb',
      ];
      await mkdir(join(store, `spill-${host}-${dead}`, 'x'), { recursive: true });
      await mkdir(join(store, `spill-${processTag}`));
      for (const name of [...old, ...stay]) await writeFile(join(store, name), '');
      await openStoreFolder(dir);
      expect(await readdir(store)).toEqual(['.gitignore', ...stay, `spill-${processTag}`].sort());
    });
  });
});

describe('what a run writes in passing', () => {
  it.each([
    ['of a process that is no more', `spill-${host}-${dead}`, true],
    ['of this process', `spill-${processTag}`, false],
    ['of another machine', `spill-ffffffff-${dead}`, false],
    ['is no file of a kept source', 'preferences-7f3a7f3a7f3a7f3a.duckdb', false],
  ])('is left over: %s', (_, name, expected) => {
    expect(isLeftover(name)).toBe(expected);
  });
});
