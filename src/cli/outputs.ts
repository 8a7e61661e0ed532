import { join } from 'node:path';
import { UsageError } from '../model/errors.js';
import { type Format, reporters } from '../report/index.js';
import { assertChoice } from './checks.js';
import { assertWritable } from './output.js';

/** Where one report goes; without a file to stdout. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

const formats = Object.keys(reporters) as Format[];

/** `html=page.html` → format and file; files are looked for in the folder of --out. */
function parseOutput(text: string, out: string | undefined): Output {
  const [name = '', ...rest] = text.split('=');
  const format = assertChoice('format', name, formats);
  const file = rest.join('=') || (out !== undefined && format !== 'terminal' ? `unsilo.${format}` : '');
  return file === '' ? { format } : { format, file: out === undefined ? file : join(out, file) };
}

/** What is written when nobody says: the terminal, and with --out every other format. */
const usual = (out: string | undefined): string[] => (out === undefined ? ['terminal'] : formats);

function assertApart(outputs: readonly Output[]): void {
  const taken = new Map<string, Output>();
  for (const output of outputs) {
    const target = output.file ?? 'stdout';
    const other = taken.get(target);
    if (other) {
      throw new UsageError({
        message: `${other.format} and ${output.format} would both go to ${target}`,
        tips: [`name a file, --format ${output.format}=FILE`, 'or give --out DIR'],
      });
    }
    taken.set(target, output);
  }
}

/** The outputs asked for, each known and writable. */
export async function checkOutputs(wanted: readonly string[] = [], out?: string): Promise<Output[]> {
  const outputs = (wanted.length > 0 ? wanted : usual(out)).map((text) => parseOutput(text, out));
  assertApart(outputs);
  for (const { file } of outputs) if (file !== undefined) await assertWritable(file);
  return outputs;
}
