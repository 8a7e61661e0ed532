import { readText } from './read-csv.js';
import { readHead } from './read-head.js';
import type { FileFacts, SourceFile } from './types.js';

/** The first documents of a file of JSON. */
export interface DocumentHead {
  /** Whole documents only: some lines, or a list. */
  readonly text: string;
  /** The file is one list of documents. */
  readonly isArray: boolean;
  /** Lines are lists of documents. */
  readonly lists: boolean;
}

/** One page of an API, and no log: what is larger is not read through to see what it is. */
const pageSize = 32 * 2 ** 20;
/** How many ends of documents are tried. */
const tries = 50;

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/** The whole items at the beginning of a list that is cut off. */
function cutList(text: string): string | undefined {
  let end = text.length;
  for (let i = 0; i < tries && end > 0; i++) {
    end = text.lastIndexOf('}', end - 1);
    if (end < 0) return undefined;
    const whole = `${text.slice(0, end + 1)}]`;
    if (isJson(whole)) return whole;
  }
  return undefined;
}

/** The first documents of a file the engine can read as lines or as one list; undefined for other layouts. */
export async function readDocumentHead(
  file: SourceFile,
  { encoding }: FileFacts,
): Promise<DocumentHead | undefined> {
  const head = (await readHead(file, encoding)).replace(/^\ufeff/, '');
  const [line = ''] = head.trimStart().split('\n', 1);
  if (isJson(line)) return { text: head, isArray: false, lists: /^\s*\[/m.test(head) };
  const list = /^\s*\[/.test(head) ? cutList(head) : undefined;
  return list === undefined ? undefined : { text: list, isArray: true, lists: false };
}

/** As much of a file of JSON as tells what its documents are like. */
export async function readSomeDocuments(file: SourceFile, facts: FileFacts): Promise<string> {
  const head = await readDocumentHead(file, facts);
  if (head !== undefined) return head.text;
  return facts.bytes > pageSize ? readHead(file, facts.encoding) : readText(file, facts.encoding);
}
