import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPseudonyms } from '../../src/cli/pseudonym.js';
import { withFiles } from './run-unsilo.js';

describe('pseudonyms', () => {
  it('make a key once, readable by nobody else, and keep to it', async () => {
    await withFiles({}, async (dir) => {
      const own = join(dir, '.unsilo/key');
      const first = (await createPseudonyms(undefined, own))('crm/customer_no/C1');
      const key = await readFile(own, 'utf8');
      expect(key).toMatch(/^[0-9a-f]{64}$/);
      expect((await stat(own)).mode & 0o777).toBe(0o600);
      expect((await createPseudonyms(undefined, own))('crm/customer_no/C1')).toBe(first);
      expect(first).toMatch(/^p-[0-9a-f]{16}$/);
    });
  });

  it('are the same for the same key file, and others for another', async () => {
    await withFiles({ a: 'secret', b: 'other' }, async (dir) => {
      const own = join(dir, 'own');
      const name = async (file: string) =>
        (await createPseudonyms(join(dir, file), own))('crm/customer_no/C1');
      await writeFile(join(dir, 'c'), 'secret');
      expect(await name('c')).toBe(await name('a'));
      expect(await name('b')).not.toBe(await name('a'));
      await expect(stat(own)).rejects.toThrow('ENOENT');
    });
  });

  it.each([
    ['a missing key file', 'nowhere', 'cannot be read'],
    ['an empty key file', 'empty', 'is empty'],
  ])('refuse %s', async (_title, file, message) => {
    await withFiles({ empty: '' }, async (dir) => {
      await expect(createPseudonyms(join(dir, file), join(dir, 'own'))).rejects.toThrow(message);
    });
  });
});
