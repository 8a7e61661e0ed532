import { chmod, realpath, stat } from 'node:fs/promises';
import { mendTemplates } from '../app/gate/fix.js';
import type { Gated } from '../app/gate/gate.js';
import { printable } from '../text/printable.js';
import { writeOut, writeWhole } from './output.js';

/** A diff as a terminal may show it: line ends stay, everything else that would be obeyed is spelt out. */
const shown = (diff: string): string =>
  process.stdout.isTTY ? diff.split('\n').map(printable).join('\n') : diff;

/** Prints what would be mended; the exit code is that of the run without mending. */
export async function printFixes({ root, report, files }: Gated): Promise<number> {
  const mended = await mendTemplates(root, report.findings, files);
  await writeOut(shown(mended.map(({ diff }) => diff).join('')));
  return report.verdict.exit_code;
}

/** Mends files where they lie, links followed and rights kept; false where there is nothing to mend. */
export async function writeFixes({ root, report, files }: Gated): Promise<boolean> {
  const mended = await mendTemplates(root, report.findings, files);
  for (const { file, text } of mended) {
    const target = await realpath(file);
    const { mode } = await stat(target);
    await writeWhole(target, text);
    await chmod(target, mode);
  }
  for (const { path } of mended) process.stderr.write(`unsilo: mended ${printable(path)}\n`);
  return mended.length > 0;
}
