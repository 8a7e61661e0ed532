import { join } from 'node:path';
import type { MapFormat, Rendered } from '../app/map.js';
import { UsageError } from '../model/errors.js';
import { assertApart, parseFormat } from './format-option.js';
import { assertWritable, writeWhole } from './output.js';
import { show } from './show.js';

/** Where one format goes: a file, of csv a folder; without a place to stdout. */
export interface MapOutput {
  readonly format: MapFormat;
  readonly place?: string;
}

const extensions: Readonly<Record<MapFormat, string>> = {
  text: 'map.txt',
  svg: 'map.svg',
  html: 'map.html',
  json: 'map.json',
  dot: 'map.dot',
  mermaid: 'map.mmd',
  graphml: 'map.graphml',
  csv: '',
};

function parseOutput(text: string, formats: readonly MapFormat[], out: string | undefined): MapOutput {
  const { format, file: named } = parseFormat(text, formats);
  const file = named || (out === undefined ? '' : extensions[format]);
  const place = out === undefined ? file : join(out, file);
  if (place !== '') return { format, place };
  if (format !== 'csv') return { format };
  throw new UsageError({
    message: 'csv makes a file for each table',
    expected: 'a folder for them: --format csv=FOLDER, or --out FOLDER',
  });
}

/** The outputs asked for, each known and writable; the formats say what the question or the map can be put into. */
export async function checkMapOutputs(
  wanted: readonly string[] = ['text'],
  formats: readonly MapFormat[],
  out?: string,
): Promise<MapOutput[]> {
  const outputs = wanted.map((text) => parseOutput(text, formats, out));
  const places = outputs.map(({ place }) => place);
  assertApart('formats', places, 'name a file: --format svg=map.svg');
  for (const { format, place } of outputs)
    if (place !== undefined) await assertWritable(format === 'csv' ? join(place, 'systems.csv') : place);
  return outputs;
}

/** Writes what was rendered, in the order it was asked for. */
export async function writeMap(outputs: readonly MapOutput[], rendered: readonly Rendered[]): Promise<void> {
  for (const [i, { format, place }] of outputs.entries()) {
    const files = rendered[i]?.files ?? [];
    if (place === undefined) await show(files.map(({ text }) => text).join(''));
    else if (format === 'csv') for (const { name, text } of files) await writeWhole(join(place, name), text);
    else await writeWhole(place, files[0]?.text ?? '');
  }
}
