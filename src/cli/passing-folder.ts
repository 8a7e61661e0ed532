import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notePassing } from '../store/stopping.js';
import { makeFolder } from './output.js';

/** Lets `use` work in a folder of its own, which is gone afterwards; `parent` is the system's temporary one if none is named. */
export async function withPassingFolder<T>(
  parent: string | undefined,
  name: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const place = parent ?? tmpdir();
  await makeFolder(place);
  const folder = await mkdtemp(join(place, `unsilo-${name}-`));
  const forget = notePassing(folder);
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    forget();
  }
}
