import { createReadStream } from 'node:fs';
import { openBytes } from './read-bytes.js';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
type Inside = 'start' | 'plain' | 'quoted' | 'quote';

/** Follows the records of a CSV text byte by byte, as far as needed to number its blank lines. */
export class BlankRows {
  readonly rows: number[] = [];
  private row = 1;
  private inside: Inside = 'start';
  private empty = true;
  private last = 0;

  constructor(private readonly delimiter: number) {}

  see(byte: number): void {
    const isEnd = byte === lineFeed || byte === carriageReturn;
    if (!isEnd || this.inside === 'quoted') {
      this.inside = this.next(byte);
      this.empty = false;
    } else if (byte !== lineFeed || this.last !== carriageReturn) this.endRow();
    this.last = this.inside === 'quoted' ? 0 : byte;
  }

  private endRow(): void {
    if (this.empty) this.rows.push(this.row);
    this.row++;
    this.empty = true;
    this.inside = 'start';
  }

  private next(byte: number): Inside {
    if (this.inside === 'quoted') return byte === quote ? 'quote' : 'quoted';
    if (byte === this.delimiter) return 'start';
    const opens = byte === quote && (this.inside === 'start' || this.inside === 'quote');
    return opens ? 'quoted' : 'plain';
  }
}

/** Row numbers of the blank lines of a UTF-8 CSV file, in order; the engine leaves such lines out silently. */
export async function readBlankRows(path: string, delimiter: string, gzip: boolean): Promise<number[]> {
  const blanks = new BlankRows(delimiter.charCodeAt(0));
  const chunks = gzip ? openBytes({ path, gzip }) : createReadStream(path, { highWaterMark: 1 << 20 });
  for await (const chunk of chunks) for (const byte of chunk as Buffer) blanks.see(byte);
  return blanks.rows;
}
