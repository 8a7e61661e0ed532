import type { DocumentConfig } from '../model/column-settings.js';
import { declaredEncoding } from './declared-encoding.js';
import { findName, isNamed } from './mapping/columns.js';
import { flatten } from './mapping/flatten.js';
import { readFacts } from './read-bytes.js';
import { readText } from './read-csv.js';
import { type DocumentHead, readDocumentHead } from './read-documents.js';
import type { FileFacts, OpenFile, SourceFile } from './types.js';
import { Unreadable } from './unreadable.js';

/** Bytes from which the engine reads documents: below, reading them here is as quick, and takes any layout. */
const streamedFrom = 4 * 2 ** 20;
/** How many times its size a packed file may hold. */
const packing = 8;

function tooMuch(error: unknown): never {
  const parts = 'give it in parts, and name them together: users-*.json';
  throw new Unreadable((error as Error).message, 'nested JSON of up to 256 MB', [parts]);
}

/** What a file may be asked for. */
export interface Names {
  /** Paths somebody reads. */
  readonly read: readonly string[];
  /** Columns of the table: read where a path is called so. */
  readonly own: readonly string[];
}

/** Reads a file of nested JSON as a whole, one row for each document or item of it. */
async function openWhole(
  file: SourceFile,
  facts: FileFacts,
  document: DocumentConfig,
  names: Names,
): Promise<OpenFile> {
  const text = await readText(file, facts.encoding).catch(tooMuch);
  const all = [...names.read, ...names.own];
  const { header: found, good, bad } = flatten(text, document, isNamed(all));
  // Where nobody chose anything there is nothing to read, which is no fault of the file.
  const header = found.length > 0 ? found : [...new Set(all)];
  if (found.length === 0 && bad.length > 0)
    throw new Unreadable('no JSON objects', 'one JSON object a line, or one list of them');
  return { ...file, facts, header, firstRow: 1, delimiter: '', rows: { good, bad } };
}

/** Leaves the documents to the engine. Names that do not occur at the beginning may do so later. */
function openStreamed(
  file: SourceFile,
  facts: FileFacts,
  document: DocumentConfig,
  names: Names,
  head: DocumentHead,
): OpenFile {
  const { header: seen } = flatten(head.text, document);
  const { read, own } = names;
  const may = own.flatMap((name) => findName(name, seen) ?? []);
  const header = [...new Set([...read.map((name) => findName(name, seen) ?? name), ...may])];
  const { within, unwrap = [], first = [] } = document;
  // Looking for an envelope costs as much as reading what is inside.
  const occurs = (path: string) => head.text.includes(`"${path.split('.').at(-1)}"`);
  const documents = {
    ...(within !== undefined && occurs(within) && { within }),
    lists: head.lists,
    unwrap: unwrap.filter(occurs),
    first,
  };
  return { ...file, facts, header, firstRow: 1, delimiter: head.isArray ? '[' : '', documents };
}

/** Opens a file of nested JSON, whose values are called as their path. */
export async function openDocuments(
  file: SourceFile,
  document: DocumentConfig,
  names: Names,
): Promise<OpenFile> {
  const read = await readFacts(file);
  const facts = { ...read, encoding: declaredEncoding(file, read) };
  const size = facts.bytes * (file.gzip ? packing : 1);
  const head = size < streamedFrom || document.each ? undefined : await readDocumentHead(file, facts);
  return head === undefined
    ? openWhole(file, facts, document, names)
    : openStreamed(file, facts, document, names, head);
}
