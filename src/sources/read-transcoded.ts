import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { openBytes } from './read-bytes.js';
import type { Encoding, SourceFile } from './types.js';

/** A byte that is UTF-8 nowhere, so that the engine sets the row aside. */
const broken = 0xff;
const unreadable = Buffer.from('\ufffd');

/** UTF-8 in which what could not be decoded, and zero bytes, which are no text, are broken bytes. */
function toBytes(text: string): Buffer {
  const bytes = Buffer.from(text);
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at)) bytes[at] = broken;
  for (let at = bytes.indexOf(unreadable); at >= 0; at = bytes.indexOf(unreadable, at)) bytes[at] = broken;
  return bytes;
}

/** Writes a file's text as UTF-8 with one kind of line end, which the engine reads whatever the source has. */
export async function transcode(file: SourceFile, encoding: Encoding, to: string): Promise<void> {
  const decoder = new TextDecoder(encoding);
  async function* texts(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let kept = '';
    for await (const chunk of chunks) {
      const text = kept + decoder.decode(chunk, { stream: true });
      kept = text.endsWith('\r') ? '\r' : '';
      yield toBytes((kept ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n'));
    }
    yield toBytes((kept + decoder.decode()).replace(/\r\n?/g, '\n'));
  }
  await pipeline(openBytes(file), texts, createWriteStream(to, { mode: 0o600 }));
}
