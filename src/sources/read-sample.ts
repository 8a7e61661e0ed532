import { join } from 'node:path';
import { formatOf } from './find-sources.js';
import type { Format } from './format.js';
import { recogniseImport } from './imports/recognise.js';
import { isIntake } from './intake/recognise.js';
import { readEvents } from './openlineage/events.js';
import { readFacts } from './read-bytes.js';
import { readText } from './read-csv.js';
import { readSomeDocuments } from './read-documents.js';
import { delimiterOf, headerOf, keysOf, readHead } from './read-head.js';
import { readSheets } from './read-xlsx.js';
import type { SourceFile } from './types.js';

/** What a file shows at first sight: its format and column names; lineage and workbooks of the inventory have none. */
export interface Sample {
  readonly file: string;
  readonly format: Format | 'intake';
  readonly header: readonly string[];
}

/** Documents that may be an inventory kept in another tool. */
const documentFile = /\.(ya?ml|xml)(\.gz)?$/i;
const dataFile = /\.(csv|tsv|txt|psv|jsonl|ndjson|json|parquet|xlsx)(\.gz)?$/i;

/** A log that is larger is told by its beginning. */
const mostRead = 2 ** 25;

/** One object, and no log: reading it as a document takes far longer than a line of a log does. */
const mayBeDocument = (text: string): boolean => text.length < 2 ** 22 && /^\s*\{[\s\S]*\}\s*$/.test(text);

async function headerIn(file: SourceFile): Promise<Omit<Sample, 'file'>> {
  if (file.format === 'parquet') return { format: 'parquet', header: [] };
  if (file.format === 'xlsx') {
    const sheets = await readSheets(file.path);
    if (isIntake(sheets)) return { format: 'intake', header: [] };
    const [first] = sheets;
    return { format: 'xlsx', header: (first?.rows[0] ?? []).map((name) => (name ?? '').trim()) };
  }
  const facts = await readFacts(file);
  const { encoding } = facts;
  if (file.format === 'jsonl') {
    const text =
      facts.bytes > mostRead ? await readSomeDocuments(file, facts) : await readText(file, encoding);
    if (readEvents(text).some((one) => 'event' in one)) return { format: 'openlineage', header: [] };
    const imported = mayBeDocument(text) ? recogniseImport(text) : undefined;
    if (imported) return { format: imported, header: [] };
    return { format: 'jsonl', header: keysOf(await readHead(file, encoding)) };
  }
  const head = await readHead(file, encoding);
  return { format: 'csv', header: headerOf(head, delimiterOf(head, 1), 1) };
}

/** A document is data when it is known what it says; nobody maps columns of any other. */
async function sampleOfDocument(file: SourceFile): Promise<Sample | undefined> {
  const { encoding } = await readFacts(file);
  const format = recogniseImport(await readText(file, encoding));
  return format && { file: file.file, format, header: [] };
}

/** A file's format and column names; undefined when it is no data, or cannot be read. */
export async function readSample(dir: string, file: string): Promise<Sample | undefined> {
  const isDocument = documentFile.test(file);
  if (!isDocument && !dataFile.test(file)) return undefined;
  const format = formatOf(file);
  const source = { table: '', file };
  const found = { file, path: join(dir, file), format, gzip: /\.gz$/i.test(file), source, entry: 0 };
  if (isDocument) return sampleOfDocument(found).catch(() => undefined);
  return headerIn(found).then(
    (sample) => ({ file, ...sample }),
    () => undefined,
  );
}
