import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { assertGoing } from '../store/stopping.js';
import { openMember } from './archives/open-member.js';
import { encodingOf, isMarked } from './encoding.js';
import type { FileFacts, Member, SourceFile } from './types.js';

const chunkSize = 1 << 20;
const headSize = 1 << 16;

/** The bytes of a file, unpacked; `onRaw` sees them as stored. */
export function openBytes(
  { path, gzip, inside }: Pick<SourceFile, 'path' | 'gzip' | 'inside'>,
  onRaw?: (chunk: Buffer) => void,
): Readable {
  const raw: Readable = inside ? openMember(inside) : createReadStream(path, { highWaterMark: chunkSize });
  if (onRaw) raw.on('data', (chunk) => onRaw(chunk as Buffer));
  return gzip ? pipeline(raw, createGunzip({ chunkSize }), () => undefined) : raw;
}

const blankLines = ['\n\n', '\n\r', '\r\r'];

/** Watches text for what a loader must know: bytes that are not UTF-8, line ends that follow each other. */
class TextWatch {
  head: Buffer = Buffer.alloc(0);
  odd: Buffer | undefined;
  blank = false;
  letters = false;
  zeros = false;
  returns = false;
  private tail: Buffer = Buffer.alloc(0);

  see(chunk: Buffer): void {
    if (this.head.length < headSize) this.head = Buffer.concat([this.head, chunk.subarray(0, headSize)]);
    const seam = Buffer.concat([this.tail, chunk.subarray(0, 1)]);
    this.blank ||= blankLines.some((ends) => chunk.includes(ends) || seam.includes(ends));
    this.zeros ||= chunk.includes(0);
    this.returns ||= chunk.includes('\r');
    if (this.odd === undefined && !(isAscii(chunk) && isAscii(this.tail))) this.seeLetters(chunk);
    this.tail = Buffer.from(chunk.subarray(-4));
  }

  /** A letter cut off by the end of the file is odd too. */
  end(): void {
    if (this.odd === undefined && !isUtf8(this.tail.subarray(wholeStart(this.tail)))) this.odd = this.tail;
  }

  private seeLetters(chunk: Buffer): void {
    this.letters = true;
    const text = Buffer.concat([this.tail, chunk]);
    if (!isUtf8(text.subarray(wholeStart(text), wholeLetters(text)))) this.odd = text;
  }
}

/** The first byte that can begin a letter: a chunk is seen again with the last bytes of the one before it. */
function wholeStart(text: Buffer): number {
  let at = 0;
  while (at < 4 && at < text.length && (text[at]! & 0xc0) === 0x80) at++;
  return at;
}

/** Length without a letter that goes on in the next chunk. */
function wholeLetters(text: Buffer): number {
  let at = text.length - 1;
  while (at > text.length - 4 && at > 0 && (text[at]! & 0xc0) === 0x80) at--;
  return (text[at] ?? 0) >= 0xc0 ? at : text.length;
}

/** The files of a source of several, one after the other, each behind its name. */
async function watchMembers(members: readonly Member[]): Promise<FileFacts> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const member of members) {
    hash.update(`${member.name}\0`);
    for await (const chunk of openBytes({ ...member, gzip: false })) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  }
  const text = { encoding: 'utf-8', looksLike: 'utf-8', surelyUtf8: true, marked: false } as const;
  const odd = { hasZeros: false, hasReturns: false, mayHaveBlankLines: false };
  return { sha256: hash.digest('hex'), bytes, ...text, ...odd };
}

/** How much of a file was looked at, and how long its text and a line of it seem to be. */
export interface Seen {
  bytes: number;
  text: number;
  line: number;
}

const seen = new Map<string, Seen>();

/** What is seen of the file at a path so far; undefined before anybody looked. */
export const seenOf = (path: string): Readonly<Seen> | undefined => seen.get(path);

const lineLength = (head: Buffer): number => {
  let lines = 1;
  for (const byte of head) if (byte === 10) lines++;
  return head.length / lines;
};

async function watchFile(file: SourceFile): Promise<FileFacts> {
  const hash = createHash('sha256');
  const watch = new TextWatch();
  const tally: Seen = { bytes: 0, text: 0, line: 0 };
  seen.set(file.path, tally);

  const isText = file.format !== 'parquet' && file.format !== 'xlsx';
  const stream = openBytes(file, (chunk) => {
    hash.update(chunk);
    tally.bytes += chunk.length;
  });
  for await (const chunk of stream) {
    assertGoing();
    tally.text += (chunk as Buffer).length;
    if (isText) watch.see(chunk as Buffer);
  }
  if (isText) watch.end();
  tally.line = lineLength(watch.head);
  const encoding = isText ? encodingOf(watch.head, watch.odd) : 'utf-8';
  return {
    sha256: hash.digest('hex'),
    bytes: tally.bytes,
    encoding,
    looksLike: encoding,
    surelyUtf8: encoding === 'utf-8' && watch.letters && watch.odd === undefined,
    marked: isMarked(watch.head),
    hasZeros: watch.zeros && !encoding.startsWith('utf-16'),
    hasReturns: watch.returns,
    mayHaveBlankLines: watch.blank || encoding !== 'utf-8',
  };
}

const known = new WeakMap<SourceFile, Promise<FileFacts>>();

/** One pass over a file: its hash, size, encoding and whether it may have blank lines. A second question costs nothing. */
export function readFacts(file: SourceFile): Promise<FileFacts> {
  const facts = known.get(file) ?? (file.members ? watchMembers(file.members) : watchFile(file));
  known.set(file, facts);
  return facts;
}
