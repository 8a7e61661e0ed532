import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { openBytes } from './read-bytes.js';
import type { Encoding, SourceFile } from './types.js';

/** Writes a file's text as UTF-8 with one kind of line end, which the engine reads whatever the source has. */
export async function transcode(file: SourceFile, encoding: Encoding, to: string): Promise<void> {
  const decoder = new TextDecoder(encoding);
  async function* texts(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
    let kept = '';
    for await (const chunk of chunks) {
      const text = kept + decoder.decode(chunk, { stream: true });
      kept = text.endsWith('\r') ? '\r' : '';
      yield (kept ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n');
    }
    yield (kept + decoder.decode()).replace(/\r\n?/g, '\n');
  }
  await pipeline(openBytes(file), texts, createWriteStream(to, { mode: 0o600 }));
}
