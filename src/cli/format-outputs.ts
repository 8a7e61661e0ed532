import { assertApart, parseFormat } from './format-option.js';
import { assertWritable, writeWhole } from './output.js';
import { show } from './show.js';

/** Where one format goes; without a file to stdout. */
export interface FormatOutput<T extends string> {
  readonly format: T;
  readonly file?: string;
}

/** The outputs asked for, each known and writable. */
export async function checkFormats<T extends string>(
  wanted: readonly string[] = [],
  formats: readonly [T, ...T[]],
): Promise<FormatOutput<T>[]> {
  const outputs = (wanted.length > 0 ? wanted : [formats[0]]).map((typed): FormatOutput<T> => {
    const { format, file } = parseFormat(typed, formats);
    return file === '' ? { format } : { format, file };
  });
  assertApart(
    'formats',
    outputs.map(({ file }) => file),
    'name a file: --format json=FILE.json',
  );
  for (const { file } of outputs) if (file !== undefined) await assertWritable(file);
  return outputs;
}

/** Writes every output in the order it was asked for. */
export async function writeFormats<T extends string>(
  outputs: readonly FormatOutput<T>[],
  render: (format: T) => string | Uint8Array | Promise<string | Uint8Array>,
): Promise<void> {
  for (const { format, file } of outputs) {
    const content = await render(format);
    if (file === undefined) await show(content);
    else await writeWhole(file, content);
  }
}
