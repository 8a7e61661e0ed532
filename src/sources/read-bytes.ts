import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { encodingOf } from './encoding.js';
import type { FileFacts, SourceFile } from './types.js';

const chunkSize = 1 << 20;

/** The bytes of a file, unpacked; `onRaw` sees them as stored. */
export function openBytes(
  { path, gzip }: Pick<SourceFile, 'path' | 'gzip'>,
  onRaw?: (chunk: Buffer) => void,
): Readable {
  const raw = createReadStream(path, { highWaterMark: chunkSize });
  if (onRaw) raw.on('data', (chunk) => onRaw(chunk as Buffer));
  const end = gzip ? createGunzip({ chunkSize }) : new PassThrough({ highWaterMark: chunkSize });
  return pipeline(raw, end, () => undefined);
}

const lineEnds = ['\n\n', '\n\r', '\r\r', '\n\0\n', '\0\r\0\n\0\r'].map((text) =>
  Buffer.from(text, 'latin1'),
);

/** Watches text for what a loader must know: odd bytes, doubled line ends. */
class TextWatch {
  head = Buffer.alloc(0);
  odd: Buffer | undefined;
  blank = false;
  private tail = Buffer.alloc(0);

  see(chunk: Buffer): void {
    if (this.head.length < chunkSize) this.head = Buffer.concat([this.head, chunk]);
    const text = this.tail.length > 0 ? Buffer.concat([this.tail, chunk]) : chunk;
    if (!this.blank) this.blank = lineEnds.some((end) => text.includes(end));
    const length = wholeLetters(text);
    if (this.odd === undefined && !isAscii(chunk) && !isUtf8(text.subarray(wholeStart(text), length)))
      this.odd = Buffer.from(text);
    this.tail = Buffer.from(text.subarray(Math.max(0, text.length - 8)));
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

/** One pass over a file: its hash, size, encoding and whether it may have blank lines. */
export async function readFacts(file: SourceFile): Promise<FileFacts> {
  const hash = createHash('sha256');
  const watch = new TextWatch();
  let bytes = 0;
  const isText = file.format !== 'parquet' && file.format !== 'xlsx';
  const stream = openBytes(file, (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  for await (const chunk of stream) if (isText) watch.see(chunk as Buffer);
  return {
    sha256: hash.digest('hex'),
    bytes,
    encoding: isText ? encodingOf(watch.head, watch.odd) : 'utf-8',
    mayHaveBlankLines: watch.blank,
  };
}
