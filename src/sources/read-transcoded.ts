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

/** JSON lines in which one with a character nobody could read is no JSON, so that the engine sets this line aside. */
const toLines = (text: string): Buffer => Buffer.from(text.replace(/^.*[\0\ufffd].*$/gm, '?'));

/** How much of a text is held back until more of it is there: half a line end, or half a line. */
const halfEnd = (text: string): number => (text.endsWith('\r') ? text.length - 1 : text.length);
const halfLine = (text: string): number => text.lastIndexOf('\n') + 1;

/** Writes a file's text as UTF-8 with one kind of line end, which the engine reads whatever the source has. */
export async function transcode(file: SourceFile, encoding: Encoding, to: string): Promise<void> {
  const decoder = new TextDecoder(encoding);
  const [write, held] = file.format === 'jsonl' ? [toLines, halfLine] : [toBytes, halfEnd];
  async function* texts(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let kept = '';
    for await (const chunk of chunks) {
      const text = kept + decoder.decode(chunk, { stream: true });
      kept = text.slice(held(text));
      yield write(text.slice(0, held(text)).replace(/\r\n?/g, '\n'));
    }
    yield write((kept + decoder.decode()).replace(/\r\n?/g, '\n'));
  }
  await pipeline(openBytes(file), texts, createWriteStream(to, { mode: 0o600 }));
}
