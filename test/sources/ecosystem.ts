import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Loaded, LoadOptions } from '../../src/sources/index.js';
import { loadEcosystem } from '../../src/sources/index.js';
import { openStore } from '../../src/store/duckdb.js';
import type { Store } from '../../src/store/store.js';
import { forLittle } from '../facts/store.js';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with the given files that is gone after `use`. */
export async function withFolder<T>(files: Files, use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'unsilo-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(dir, name)), { recursive: true });
      await writeFile(join(dir, name), content);
    }
    return await use(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Loads a folder of the given files into a fresh store. */
export const withLoaded = <T>(
  files: Files,
  use: (store: Store, loaded: Loaded, dir: string) => Promise<T>,
  options: LoadOptions = {},
): Promise<T> =>
  withFolder(files, async (dir) => {
    const store = await openStore(forLittle);
    try {
      return await use(store, await loadEcosystem(store, dir, options), dir);
    } finally {
      store.close();
    }
  });

/** The error a load fails with. */
export const failure = (files: Files): Promise<Error> =>
  withLoaded(files, () => Promise.reject(new Error('it loaded'))).catch((error: Error) => error);

/** unsilo.yaml with one source. */
export const oneSource = (table: string, file: string, rest = ''): string =>
  `name: test\nsources:\n  - table: ${table}\n    file: ${file}\n${rest.replace(/^(?=.)/gm, '    ')}\n`;
