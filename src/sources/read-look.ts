import { parse } from 'csv-parse/sync';
import type { NamedMapping, SourceMapping } from '../model/source-mapping.js';
import { flatten } from './mapping/flatten.js';
import type { Look } from './mapping/resolve.js';
import { readSomeDocuments } from './read-documents.js';
import { parsing, readHead } from './read-head.js';
import type { OpenFile } from './types.js';

/** Rows looked at: enough to tell how times are written. */
const most = 200;

type Rows = readonly (readonly (string | null)[])[];

const look = (header: readonly string[], rows: Rows): Look => ({
  header,
  values: (column) => {
    const at = header.indexOf(column);
    return at < 0 ? [] : rows.slice(0, most).flatMap((cells) => cells[at]?.trim() || []);
  },
});

const withRows = (open: OpenFile, head: string): Look => {
  const { header, firstRow: from, delimiter } = open;
  const options = { ...parsing, delimiter, from, to: from + most, skip_records_with_error: true };
  return look(header, parse(head, options));
};

/** What a text of JSON shows of itself, as the documents of a mapping. */
function lookAtDocuments(head: string, document: SourceMapping['document']): Look {
  const { header, good } = flatten(head, document ?? {});
  return look(
    header,
    good.map(({ cells }) => cells),
  );
}

/**
 * What a file shows of itself: its column names, and the values of its first rows; of Parquet the names. Nested JSON is
 * laid out as `document` says.
 */
export async function readLook(open: OpenFile, document?: SourceMapping['document']): Promise<Look> {
  const { header, rows, format, facts } = open;
  if (rows)
    return look(
      header,
      rows.good.map(({ cells }) => cells),
    );
  if (format === 'parquet') return look(header, []);
  if (format !== 'jsonl') return withRows(open, await readHead(open, facts.encoding));
  const seen = lookAtDocuments(await readSomeDocuments(open, facts), document);
  return {
    header: [...new Set([...header, ...seen.header])],
    values: seen.values,
    ...(open.documents && { seen: new Set(seen.header) }),
  };
}

/** What a file shows to a mapping: nested JSON is laid out as the mapping says. */
export type Looks = (mapping: Pick<NamedMapping, 'document'>) => Look;

/** What a file shows to each mapping. */
export async function readLooks(open: OpenFile): Promise<Looks> {
  const plain = await readLook(open);
  if (open.format !== 'jsonl') return () => plain;
  const text = await readSomeDocuments(open, open.facts);
  return ({ document }) => (document === undefined ? plain : lookAtDocuments(text, document));
}
