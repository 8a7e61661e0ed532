import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../model/errors.js';
import { binaryFormats, type RoadmapFormat, roadmapFiles, roadmapFormats } from '../report/roadmap/index.js';
import { checkFormats, type FormatOutput } from './format-outputs.js';

/** Every document in a folder, under its own name. */
const inFolder = (out: string): string[] =>
  Object.entries(roadmapFiles).map(([name, format]) => `${format}=${join(out, name)}`);

async function assertOut(out: string): Promise<void> {
  const found = await stat(out).catch(() => undefined);
  if (found !== undefined && !found.isDirectory())
    throw new UsageError({
      message: `--out ${out} is a file`,
      expected: 'a folder; it is made if there is none',
      tips: [`one document into one file: --format html=${out}`],
    });
}

/** The documents asked for, each known and writable; those that are no text need a file. */
export async function checkDocuments(
  wanted: readonly string[] = [],
  out?: string,
): Promise<FormatOutput<RoadmapFormat>[]> {
  if (out !== undefined) await assertOut(out);
  const folder = out === undefined ? [] : inFolder(out);
  const typed = wanted.length > 0 || out === undefined ? wanted : ['terminal'];
  const outputs = await checkFormats([...typed, ...folder], roadmapFormats);
  const loose = outputs.find(({ format, file }) => file === undefined && binaryFormats.includes(format));
  if (loose)
    throw new UsageError({
      message: `${loose.format} is not for a terminal`,
      expected: `a file: --format ${loose.format}=roadmap.${loose.format}`,
    });
  return outputs;
}
