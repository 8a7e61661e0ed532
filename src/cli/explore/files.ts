import { access, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Files } from '../../app/explore/request.js';
import { UsageError } from '../../model/errors.js';
import { assertWritable, writeWhole } from '../output.js';

const exists = (file: string): Promise<boolean> =>
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

/** What the explorer reads and writes: the baseline, the settings of `folder`, and files somebody names. */
export function openFiles(baseline: string, folder: string | undefined): Files {
  const settings = folder && join(folder, 'unsilo.yaml');
  return {
    async readBaseline() {
      if (!(await exists(baseline))) return undefined;
      return { file: basename(baseline), text: await readFile(baseline, 'utf8') };
    },
    async writeBaseline(text) {
      await assertWritable(baseline);
      await writeWhole(baseline, text);
      return baseline;
    },
    ...(settings && {
      settings: {
        read: async () => ({ file: 'unsilo.yaml', text: await readFile(settings, 'utf8') }),
        write: (text: string) => writeWhole(settings, text),
      },
    }),
    writeExport: writeNew,
    copy: (text) => void process.stdout.write(toClipboard(text)),
  };
}
