import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPseudonyms } from '../../src/cli/pseudonym.js';
import { withFiles } from './run-unsilo.js';

const ana = 'crm/customer_no/C1';

/** How Ana is called, and what is warned of. */
async function nameOf(keyFile: string | undefined, store: string): Promise<[string, string[]]> {
  const warnings: string[] = [];
  const pseudonym = await createPseudonyms(keyFile, store, (warning) => warnings.push(warning));
  return [pseudonym(ana), warnings];
}

describe('pseudonyms', () => {
  it('make a key once, readable by nobody else, and keep to it', async () => {
    await withFiles({}, async (dir) => {
      const store = join(dir, '.unsilo');
      const [first, warnings] = await nameOf(undefined, store);
      expect(await readFile(join(store, 'key'), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
      expect((await stat(join(store, 'key'))).mode & 0o777).toBe(0o600);
      expect((await stat(store)).mode & 0o777).toBe(0o700);
      expect(await nameOf(undefined, store)).toEqual([first, []]);
      expect(first).toMatch(/^p-[0-9a-f]{16}$/);
      expect(warnings).toEqual([]);
    });
  });

  it('have one key, however many runs make it at the same time', async () => {
    await withFiles({}, async (dir) => {
      const store = join(dir, '.unsilo');
      const names = await Promise.all([...Array(8)].map(() => nameOf(undefined, store)));
      expect(new Set(names.map(([name]) => name)).size).toBe(1);
      expect(await readdir(store)).toEqual(['key']);
    });
  });

  it('are the same for the same key file, and others for another', async () => {
    await withFiles({ a: 'secret', b: 'other' }, async (dir) => {
      const name = async (file: string) => (await nameOf(join(dir, file), join(dir, 'own')))[0];
      await writeFile(join(dir, 'c'), 'secret');
      expect(await name('c')).toBe(await name('a'));
      expect(await name('b')).not.toBe(await name('a'));
      await expect(stat(join(dir, 'own'))).rejects.toThrow('ENOENT');
    });
  });

  it('warn of a key that others can read', async () => {
    await withFiles({ key: 'secret' }, async (dir) => {
      const file = join(dir, 'key');
      await chmod(file, 0o640);
      expect((await nameOf(file, dir))[1]).toEqual([expect.stringContaining(`chmod 600 ${file}`)]);
      expect((await nameOf(undefined, dir))[1]).toEqual([expect.stringMatching(/^the key .* can be read/)]);
      await chmod(file, 0o600);
      expect((await nameOf(file, dir))[1]).toEqual([]);
    });
  });

  it.each([
    ['a missing key file', 'nowhere', 'cannot be read'],
    ['an empty key file', 'empty', 'is empty'],
  ])('refuse %s', async (_title, file, message) => {
    await withFiles({ empty: '', 'own/key': '' }, async (dir) => {
      await expect(nameOf(join(dir, file), join(dir, 'own'))).rejects.toThrow(message);
      await expect(nameOf(undefined, join(dir, 'own'))).rejects.toThrow('is empty');
    });
  });
});
