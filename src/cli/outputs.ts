import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../model/errors.js';
import type { Reporter } from '../report/reporter.js';
import { assertChoice } from './checks.js';
import { assertWritable } from './output.js';

/** Where one report goes; without a file to stdout. */
export interface Output<F extends string = string> {
  readonly format: F;
  readonly file?: string;
  /** Logs can follow each other on stdout. */
  readonly isLog: boolean;
}

/** Formats of a command, and those written when nobody says: to the terminal, and with --out to files as well. */
export interface Formats<F extends string> {
  readonly reporters: Readonly<Record<F, () => Promise<Pick<Reporter, 'extension' | 'isLog'>>>>;
  readonly files: readonly F[];
}

/** `html=page.html` → format and file; files are looked for in the folder of --out, under the format's own name if none is given. */
async function parseOutput<F extends string>(
  { reporters }: Formats<F>,
  text: string,
  out: string | undefined,
): Promise<Output<F>> {
  const [name = '', ...rest] = text.split('=');
  const format = assertChoice('format', name, Object.keys(reporters) as F[]);
  const { extension, isLog = false } = await reporters[format]();
  const file = rest.join('=') || (out !== undefined && !isLog ? `unsilo.${extension}` : '');
  return file === ''
    ? { format, isLog }
    : { format, isLog, file: out === undefined ? file : join(out, file) };
}

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
export async function checkOutputs<F extends string>(
  formats: Formats<F>,
  wanted: readonly string[] = [],
  out?: string,
): Promise<Output<F>[]> {
  const usual = ['terminal', ...(out === undefined ? [] : formats.files)];
  const outputs = await Promise.all(
    (wanted.length > 0 ? wanted : usual).map((text) => parseOutput(formats, text, out)),
  );
  assertApart(outputs);
  await assertOutFolder(out);
  for (const { file } of outputs) if (file !== undefined) await assertWritable(file);
  return outputs;
}
