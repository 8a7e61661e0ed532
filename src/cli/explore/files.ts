import { access, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shelved } from '../../app/explore/desktop.js';
import type { Files } from '../../app/explore/request.js';
import { UsageError } from '../../model/errors.js';
import { assertWritable, writeWhole } from '../output.js';

/** Whether anything of this name is there. */
export const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** OSC 52: the terminal puts it on the clipboard of the machine somebody sits at, also over ssh. */
const toClipboard = (text: string): string =>
  `\u001b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`;

async function writeNew(file: string, text: string | Uint8Array): Promise<void> {
  if (file.trim() === '') throw new UsageError({ message: 'the file has no name' });
  if (await exists(file))
    throw new UsageError({ message: `${file} is there already`, expected: 'a new file' });
  await assertWritable(file);
  await writeWhole(file, text);
}

const shelved = (name: string, file: string): Shelved => ({
  name,
  read: async () => ((await exists(file)) ? readFile(file, 'utf8') : undefined),
  async write(text) {
    if (text === undefined) return rm(file);
    await assertWritable(file);
    await writeWhole(file, text);
  },
});

/** What the explorer reads and writes: the baseline, the settings of `folder`, and files somebody names. */
export const openFiles = (baseline: string, folder: string | undefined): Files => ({
  baseline: shelved(baseline, baseline),
  ...(folder !== undefined && { settings: shelved('unsilo.yaml', join(folder, 'unsilo.yaml')) }),
  writeExport: writeNew,
  copy: (text) => void process.stdout.write(toClipboard(text)),
});
