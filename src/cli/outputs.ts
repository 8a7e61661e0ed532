import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../model/errors.js';
import { type Format, type Reporter, reporters } from '../report/index.js';
import { assertChoice } from './checks.js';
import { assertWritable } from './output.js';

/** Where one report goes; without a file to stdout. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
  /** Logs can follow each other on stdout. */
  readonly isLog: boolean;
}

const formats = Object.keys(reporters) as Format[];

/** `html=page.html` → format and file; files are looked for in the folder of --out, under the format's own name if none is given. */
async function parseOutput(text: string, out: string | undefined): Promise<Output> {
  const [name = '', ...rest] = text.split('=');
  const format = assertChoice('format', name, formats);
  const { extension, isLog = false }: Reporter = await reporters[format]();
  const file = rest.join('=') || (out !== undefined && !isLog ? `unsilo.${extension}` : '');
  return file === ''
    ? { format, isLog }
    : { format, isLog, file: out === undefined ? file : join(out, file) };
}

/** What is written when nobody says: the terminal, and with --out the page and the snapshot. */
const usual = (out: string | undefined): string[] =>
  out === undefined ? ['terminal'] : ['terminal', 'json', 'html'];

function assertApart(outputs: readonly Output[]): void {
  const taken = new Map<string, Output>();
  for (const output of outputs) {
    const target = output.file ?? 'stdout';
    const other = taken.get(target);
    const share = output.file === undefined && output.isLog && other?.isLog && other.format !== output.format;
    if (other && !share) {
      throw new UsageError({
        message: `${other.format} and ${output.format} would both go to ${target}`,
        tips: [`name a file, --format ${output.format}=FILE`, 'or give --out DIR'],
      });
    }
    taken.set(target, output);
  }
}

async function assertOutFolder(out: string | undefined): Promise<void> {
  const found = out === undefined ? undefined : await stat(out).catch(() => undefined);
  if (found === undefined || found.isDirectory()) return;
  throw new UsageError({
    message: `--out ${out} is a file`,
    expected: 'a folder; it is made if there is none',
    tips: [`one report into one file: --format html=${out}`],
  });
}

/** The outputs asked for, each known and writable. */
export async function checkOutputs(wanted: readonly string[] = [], out?: string): Promise<Output[]> {
  const outputs = await Promise.all(
    (wanted.length > 0 ? wanted : usual(out)).map((text) => parseOutput(text, out)),
  );
  assertApart(outputs);
  await assertOutFolder(out);
  for (const { file } of outputs) if (file !== undefined) await assertWritable(file);
  return outputs;
}
