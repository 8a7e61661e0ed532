import type { Readable } from 'node:stream';
import { mostBytes } from './mail/most-bytes.js';
import { openBytes } from './read-bytes.js';
import type { Member } from './types.js';

/** One mail of a file; longer ones are cut. */
export interface RawMail {
  /** Counted from 1 in its file. */
  readonly number: number;
  readonly bytes: Buffer;
}

const newline = 0x0a;
const from = Buffer.from('From ');
/** RFC 4155: `From sender Thu Apr 29 23:34:45 2010`, after a blank line. */
const separator = /^From (?:\S+ +)?(?:[A-Z][a-z]{2} )[A-Z][a-z]{2} [ \d]\d \d\d:\d\d/;

/** Gathers the bytes of one mail up to the most that is read. */
class Gatherer {
  private parts: Buffer[] = [];
  private size = 0;

  add(bytes: Buffer): void {
    const taken = bytes.subarray(0, mostBytes + 1 - this.size);
    if (taken.length > 0) this.parts.push(taken);
    this.size += taken.length;
  }

  get full(): boolean {
    return this.size > mostBytes;
  }

  take(): Buffer {
    const whole = Buffer.concat(this.parts);
    this.parts = [];
    this.size = 0;
    return whole;
  }
}

/** Where in a chunk a mail of an mbox begins; the line before must be blank. */
function nextStart(chunk: Buffer, at: number): number {
  for (let found = chunk.indexOf(from, at); found >= 0; found = chunk.indexOf(from, found + 1)) {
    const before = chunk.subarray(Math.max(0, found - 3), found).toString('latin1');
    if (
      /(?:\n\n|\n\r\n)$/.test(before) &&
      separator.test(chunk.subarray(found, found + 400).toString('latin1'))
    )
      return found;
  }
  return -1;
}

/** Bytes at the end of a chunk that may belong to a separator which goes on in the next one. */
const seam = 512;

/** The mails of an mbox, each with the line it begins with. */
export async function* splitMbox(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const mail = new Gatherer();
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const text = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let at = nextStart(text, 1); at >= 0 && at < text.length - seam; at = nextStart(text, at + 1)) {
      mail.add(text.subarray(start, at));
      yield mail.take();
      start = at;
    }
    const kept = Math.max(start, text.length - seam - 8);
    mail.add(text.subarray(start, kept));
    rest = Buffer.from(text.subarray(kept));
  }
  for (let at = nextStart(rest, 1), start = 0; ; at = nextStart(rest, at + 1)) {
    mail.add(rest.subarray(start, at < 0 ? undefined : at));
    yield mail.take();
    if (at < 0) return;
    start = at;
  }
}

/** The beginning of a file, and all of it. */
async function peek(
  stream: Readable,
): Promise<{ readonly head: Buffer; readonly all: AsyncIterable<Buffer> }> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  const head: Buffer = first.done ? Buffer.alloc(0) : first.value;
  async function* all(): AsyncGenerator<Buffer> {
    if (!first.done) yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  return { head, all: all() };
}

/** One mail alone; the rest of its file is left once it is more than is read. */
async function readSingle(chunks: AsyncIterable<Buffer>, stream: Readable): Promise<Buffer> {
  const mail = new Gatherer();
  for await (const chunk of chunks) {
    mail.add(chunk);
    if (mail.full) break;
  }
  stream.destroy();
  return mail.take();
}

const withoutSeparator = (bytes: Buffer): Buffer =>
  bytes.subarray(0, from.length).equals(from) ? bytes.subarray(bytes.indexOf(newline) + 1) : bytes;

/** The mails of a file, unpacked: all of an mbox, else the one it is. Memory holds one mail, of which at most one MB. */
export async function* readMails(member: Member): AsyncGenerator<RawMail> {
  const stream = openBytes({ ...member, gzip: /\.gz$/i.test(member.name) });
  const { head, all } = await peek(stream);
  let number = 0;
  if (!separator.test(head.subarray(0, 400).toString('latin1'))) {
    yield { number: 1, bytes: await readSingle(all, stream) };
    return;
  }
  for await (const bytes of splitMbox(all)) yield { number: ++number, bytes: withoutSeparator(bytes) };
}
