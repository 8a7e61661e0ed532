import { lstat, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertWritable, writeWhole } from '../../src/cli/output.js';
import { withFiles } from './run-unsilo.js';

describe('files that are written', () => {
  it('appear whole, and leave nothing beside them', async () => {
    await withFiles({ 'report.json': 'old' }, async (dir) => {
      await writeWhole(join(dir, 'report.json'), 'new');
      expect(await readFile(join(dir, 'report.json'), 'utf8')).toBe('new');
      expect(await readdir(dir)).toEqual(['report.json']);
    });
  });

  it('get their folder made when they are written, not before', async () => {
    await withFiles({}, async (dir) => {
      await assertWritable(join(dir, 'a/b/report.json'));
      expect(await readdir(dir)).toEqual([]);
      await writeWhole(join(dir, 'a/b/report.json'), 'new');
      expect(await readdir(join(dir, 'a/b'))).toEqual(['report.json']);
    });
  });

  it.each([
    ['report.json', 'a file'],
    ['report.json/deep', 'a file above it'],
  ])('are refused at once where %s, %s, stands for their folder', async (folder) => {
    await withFiles({ 'report.json': '' }, async (dir) => {
      const written = assertWritable(join(dir, folder, 'x.json'));
      await expect(written).rejects.toThrow('a file stands where its folder should be');
    });
  });

  it('are refused at once where the folder is a link to nothing', async () => {
    await withFiles({}, async (dir) => {
      await symlink(join(dir, 'gone'), join(dir, 'reports'));
      await expect(assertWritable(join(dir, 'reports/x.json'))).rejects.toThrow('cannot write');
    });
  });

  it.runIf(process.platform === 'linux')('are refused at once where no folder can be made', async () => {
    await expect(assertWritable('/proc/nowhere/report.json')).rejects.toThrow('cannot write');
  });

  it('take the place of a link and leave alone what it points to', async () => {
    await withFiles({ 'precious.txt': 'mine' }, async (dir) => {
      await symlink(join(dir, 'precious.txt'), join(dir, 'report.json'));
      await symlink(join(dir, 'precious.txt'), join(dir, `.report.json.${process.pid}.tmp`));
      await writeWhole(join(dir, 'report.json'), 'new');
      expect(await readFile(join(dir, 'precious.txt'), 'utf8')).toBe('mine');
      expect((await lstat(join(dir, 'report.json'))).isFile()).toBe(true);
    });
  });

  it('never take the place of a device', async () => {
    await withFiles({}, async (dir) => {
      await symlink('/dev/null', join(dir, 'nowhere'));
      await writeWhole(join(dir, 'nowhere'), 'new');
      expect((await lstat(join(dir, 'nowhere'))).isSymbolicLink()).toBe(true);
    });
  });

  it('cannot be folders', async () => {
    await withFiles({ 'reports/x': '' }, async (dir) => {
      await expect(assertWritable(join(dir, 'reports'))).rejects.toThrow('it is a folder');
    });
  });
});
