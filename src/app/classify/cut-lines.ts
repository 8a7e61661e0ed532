import { TextDecoder } from 'node:util';

/** Of a longer line only this much is kept; the rest says nothing more. */
const longestLine = 1 << 16;

const encodings = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
] as const;

const decoderFor = (first: Uint8Array): TextDecoder =>
  new TextDecoder(encodings.find(([mark]) => mark.every((byte, i) => first[i] === byte))?.[1] ?? 'utf-8');

const endless = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

/** Bytes of which lines are cut at once: what is made of them is gone before memory is tidied up. */
const pieceSize = 1 << 17;

function* piecesOf(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += pieceSize) yield chunk.subarray(at, at + pieceSize);
}

/** The lines of a text, some at a time and without their ends, in memory that no line can exceed. */
export async function* cutLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  let decoder: TextDecoder | undefined;
  let rest = '';
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    for (const piece of piecesOf(chunk)) {
      const lines = decoder.decode(piece, { stream: true }).split('\n');
      lines[0] = rest + lines[0]!;
      rest = lines.pop()!.slice(0, longestLine);
      if (lines.length > 0) yield lines.map((line) => endless(line).slice(0, longestLine));
    }
  }
  if (rest !== '') yield [endless(rest)];
}
