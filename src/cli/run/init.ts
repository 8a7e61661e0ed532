import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { scaffold } from '../../app/init.js';
import { UsageError } from '../../model/errors.js';
import { assertFolder } from '../checks.js';
import { writeOut, writeWhole } from '../output.js';

/** Writes unsilo.yaml into a folder that has none. */
export async function runInit(dir: string): Promise<void> {
  await assertFolder(dir);
  const file = join(dir, 'unsilo.yaml');
  if (await stat(file).catch(() => undefined)) {
    throw new UsageError({ message: `${file} exists already`, tips: ['move it away to have a new one'] });
  }
  await writeWhole(file, await scaffold(dir));
  await writeOut(`wrote ${file}\nlook through it, then: unsilo audit ${dir}\n`);
}
