import { join } from 'node:path';
import { formatOf } from './find-sources.js';
import type { Format } from './format.js';
import { isIntake } from './intake/recognise.js';
import { readEvents } from './openlineage/events.js';
import { readFacts } from './read-bytes.js';
import { readText } from './read-csv.js';
import { delimiterOf, headerOf, keysOf, readHead } from './read-head.js';
import { readSheets } from './read-xlsx.js';
import type { SourceFile } from './types.js';

/** What a file shows at first sight: its format and column names; lineage and workbooks of the inventory have none. */
export interface Sample {
  readonly file: string;
  readonly format: Format | 'intake';
  readonly header: readonly string[];
}

const dataFile = /\.(csv|tsv|txt|psv|jsonl|ndjson|json|parquet|xlsx)(\.gz)?$/i;

async function headerIn(file: SourceFile): Promise<Omit<Sample, 'file'>> {
  if (file.format === 'parquet') return { format: 'parquet', header: [] };
  if (file.format === 'xlsx') {
    const sheets = await readSheets(file.path);
    if (isIntake(sheets)) return { format: 'intake', header: [] };
    const [first] = sheets;
    return { format: 'xlsx', header: (first?.rows[0] ?? []).map((name) => (name ?? '').trim()) };
  }
  const { encoding } = await readFacts(file);
  if (file.format === 'jsonl') {
    const isLineage = readEvents(await readText(file, encoding)).some((one) => 'event' in one);
    if (isLineage) return { format: 'openlineage', header: [] };
    return { format: 'jsonl', header: keysOf(await readHead(file, encoding)) };
  }
  const head = await readHead(file, encoding);
  return { format: 'csv', header: headerOf(head, delimiterOf(head, 1), 1) };
}

/** A file's format and column names; undefined when it is no data, or cannot be read. */
export async function readSample(dir: string, file: string): Promise<Sample | undefined> {
  if (!dataFile.test(file)) return undefined;
  const format = formatOf(file);
  const source = { table: '', file };
  const found = { file, path: join(dir, file), format, gzip: /\.gz$/i.test(file), source, entry: 0 };
  return headerIn(found).then(
    (sample) => ({ file, ...sample }),
    () => undefined,
  );
}
