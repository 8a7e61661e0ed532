import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { nearest } from '../text/nearest.js';

/** A tip naming what lies where a path that does not exist would, and is called most like it. */
export async function namesBeside(
  path: string,
  counts: (entry: Dirent) => boolean = () => true,
): Promise<string[]> {
  const beside = await readdir(dirname(path), { withFileTypes: true }).catch(() => []);
  const names = beside.filter(counts).map(({ name }) => name);
  const best = nearest(basename(path), names);
  return best === undefined ? [] : [`did you mean '${join(dirname(path), best)}'?`];
}
