import { join } from 'node:path';
import type { NamedMapping } from '../model/source-mapping.js';
import { recogniseMapping } from './mapping/recognise.js';
import { readFacts } from './read-bytes.js';
import { delimiterOf, readHead } from './read-head.js';
import { type Looks, readLooks } from './read-look.js';
import { readMappings } from './read-mappings.js';
import type { Sample } from './read-sample.js';
import type { OpenFile, SourceFile } from './types.js';

/** A sample as if it had been opened, with nothing known but its header. */
async function asOpen(dir: string, { file, format, header }: Sample): Promise<OpenFile | undefined> {
  if (format !== 'csv' && format !== 'jsonl' && format !== 'xlsx') return undefined;
  const source = { table: '', file };
  const path = join(dir, file);
  const found: SourceFile = { file, path, format, gzip: /\.gz$/i.test(file), source, entry: 0 };
  const facts = await readFacts(found);
  const open = { ...found, facts, header, firstRow: 2, delimiter: '' };
  if (format === 'xlsx') return { ...open, rows: { good: [], bad: [] } };
  return { ...open, delimiter: delimiterOf(await readHead(found, facts.encoding), 1) };
}

/** What a sample shows to each mapping; undefined for files of which nothing is looked at. */
export async function readSampleLooks(dir: string, sample: Sample): Promise<Looks | undefined> {
  const open = await asOpen(dir, sample);
  return open && readLooks(open);
}

/** The mappings that fit a file, the best one for each table it can fill. */
export async function readRecognised(looks: Looks, file: string): Promise<NamedMapping[]> {
  const mappings = await readMappings();
  const tables = [...new Set(mappings.map(({ table }) => table))].sort();
  return tables.flatMap(
    (table) =>
      recogniseMapping(
        mappings.filter((one) => one.table === table),
        looks,
        file,
      ) ?? [],
  );
}
