import { guessRole } from '../../linkage/roles/recognise.js';
import { openRecords } from '../../sources/records/open-records.js';
import type { OpenFile } from '../../sources/types.js';
import type { Store } from '../../store/store.js';
import { chooseColumns, type Feature, featuresOf } from './choose-columns.js';
import { type LoadedFile, loadFile, type RecordFile } from './load-file.js';
import { splitNames } from './name-parts.js';
import { nameRecords } from './name-records.js';
import { withoutKey } from './own-key.js';
import type { LinkFilesRequest } from './request.js';

/**
 * All records of all files: the view `link_records(record, source, …features)`, and what they are called,
 * `link_names(record, source, "row", record_id)`.
 */
export interface Records {
  readonly files: readonly RecordFile[];
  readonly features: readonly Feature[];
}

const countKnown = (cells: readonly string[]): number =>
  cells.filter((cell) => cell !== '' && ![undefined, 'never'].includes(guessRole(cell).role)).length;

/** Reads all files; the number of a record follows the order of files and rows, and is its row in a single one. */
export async function readRecords(
  store: Store,
  request: LinkFilesRequest,
  announce: (stage: string, detail?: string) => void,
): Promise<Records> {
  const opened: OpenFile[] = [];
  for (const file of request.files) opened.push(await openRecords(store, file, countKnown));
  const columns = chooseColumns(opened, request);
  const features = featuresOf(columns);
  const files: LoadedFile[] = [];
  for (const [source, open] of opened.entries()) {
    announce('reading the files', open.file);
    const place = { source, folder: request.folder, offset: files.at(-1)?.last ?? 0 };
    files.push(await loadFile(store, open, columns[source]!, features, place));
  }
  const together = (part: 'select' | 'names'): string =>
    files.map((file) => file[part]).join('\n UNION ALL BY NAME \n');
  await store.run(
    `CREATE VIEW link_records AS ${together('select')}; CREATE TABLE link_names AS ${together('names')}`,
  );
  await nameRecords(store, files);
  const compared = files.reduce(
    (rest, { own }, source) => (own === undefined ? rest : withoutKey(rest, own, source)),
    features,
  );
  return {
    files: files.map(({ select: _, names: __, last: ___, own: ____, ...file }) => file),
    features: splitNames(compared),
  };
}
