import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { assertNewId, scaffoldRule } from '../../app/packs.js';
import { UsageError } from '../../model/errors.js';
import { writeOut, writeWhole } from '../output.js';
import { readVersion } from '../version.js';

/** Writes the folder of a new rule, whose cases pass. */
export async function runRulesNew(id: string, dir: string): Promise<void> {
  await assertNewId(id);
  const folder = join(dir, ...id.split('/'));
  if (await stat(folder).catch(() => undefined))
    throw new UsageError({
      message: `${folder} exists already`,
      tips: ['choose another name, or move it away'],
    });
  const files = Object.entries(scaffoldRule(readVersion()));
  for (const [name, text] of files) await writeWhole(join(folder, name), text);
  await writeOut(
    `wrote ${folder}: ${files.map(([name]) => name).join(', ')}\nmake it yours, then: unsilo rules test ${dir}\n`,
  );
}
