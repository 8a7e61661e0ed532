import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { scaffold } from '../../app/init.js';
import { UsageError } from '../../model/errors.js';
import { assertFolder } from '../checks.js';
import { writeOut, writeWhole } from '../output.js';

/** Writes unsilo.yaml into a folder that has none. */
export async function runInit(dir: string): Promise<void> {
  await assertFolder(dir, 'the folder of the exports');
  const file = join(dir, 'unsilo.yaml');
  if (await stat(file).catch(() => undefined)) {
    throw new UsageError({ message: `${file} exists already`, tips: ['move it away to have a new one'] });
  }
  const text = await scaffold(dir);
  await writeWhole(file, text);
  const open = text.match(/^ {2}# - table:/gm)?.length ?? 0;
  const toDo = open === 0 ? 'look through it' : `complete and uncomment ${open} of its sources`;
  await writeOut(`wrote ${file}\n${toDo}, then: unsilo audit ${dir}\n`);
}
