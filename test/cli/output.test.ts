import { readdir, readFile } from 'node:fs/promises';
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

  it('get their folder made before any work', async () => {
    await withFiles({}, async (dir) => {
      await assertWritable(join(dir, 'a/b/report.json'));
      expect(await readdir(join(dir, 'a'))).toEqual(['b']);
    });
  });

  it('cannot be folders', async () => {
    await withFiles({ 'reports/x': '' }, async (dir) => {
      await expect(assertWritable(join(dir, 'reports'))).rejects.toThrow('it is a folder');
    });
  });
});
