import { openBytes } from './read-bytes.js';
import type { SourceFile } from './types.js';

/** A line of more than this is none of a log. */
export const longestLine = 1 << 20;

const newline = 0x0a;

/** Some whole lines of a text, the number of the first, and which of them were too long to be kept. */
export interface Lines {
  /** Without their ends. */
  readonly lines: readonly string[];
  /** Counted from 1. */
  readonly first: number;
  /** Numbers of lines longer than a megabyte; `` stands for them. */
  readonly tooLong: readonly number[];
}

/** Cuts chunks into whole lines; what is left of a line that is too long is dropped until it ends. */
class Cutter {
  private parts: Buffer[] = [];
  private kept = 0;
  private dropping = false;
  private next = 1;

  private keep(rest: Buffer): void {
    if (rest.length === 0 || this.dropping) return;
    this.parts.push(rest);
    this.kept += rest.length;
    if (this.kept <= longestLine) return;
    this.dropping = true;
    this.parts = [];
    this.kept = 0;
  }

  private take(whole: Buffer): Lines {
    const dropped = this.dropping;
    const rest = dropped ? whole.subarray(whole.indexOf(newline)) : Buffer.concat([...this.parts, whole]);
    this.parts = [];
    this.kept = 0;
    this.dropping = false;
    const lines = rest.toString('utf8').split('\n');
    lines.pop();
    const first = this.next;
    this.next += lines.length;
    const tooLong = lines.flatMap((line, i) =>
      line.length > longestLine || (dropped && i === 0) ? first + i : [],
    );
    for (const number of tooLong) lines[number - first] = '';
    return { lines, first, tooLong };
  }

  cut(chunk: Buffer): Lines | undefined {
    const end = chunk.lastIndexOf(newline) + 1;
    const found = end > 0 ? this.take(chunk.subarray(0, end)) : undefined;
    this.keep(chunk.subarray(end));
    return found;
  }

  /** The last line, where it has no end. */
  end(): Lines | undefined {
    return this.kept > 0 || this.dropping ? this.take(Buffer.from('\n')) : undefined;
  }
}

/** The lines of a text, some at a time, in bounded memory whatever their length. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Lines> {
  const cutter = new Cutter();
  for await (const chunk of chunks) {
    const found = cutter.cut(chunk);
    if (found) yield found;
  }
  const last = cutter.end();
  if (last) yield last;
}

/** The lines of a file, unpacked. */
export const readLines = (file: Pick<SourceFile, 'path' | 'gzip' | 'inside'>): AsyncGenerator<Lines> =>
  linesOf(openBytes(file));
