import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Reject } from './reject.js';
import type { Found } from './types.js';

/** Problems listed of one file; beyond them they are counted only. */
const mostListed = 1000;
/** Longer values say nothing more. */
const longestCell = 2000;

/** What could not be read of a file. */
export interface Misread {
  readonly count: number;
  readonly listed: readonly Reject[];
}

const odd = /[",]|\p{Cc}/u;

function cellOf(value: string | null): string {
  if (value === null || value === '') return '';
  const text = value.length > longestCell ? value.slice(0, longestCell) : value;
  return odd.test(text) ? `"${text.replace(/\p{Cc}/gu, ' ').replaceAll('"', '""')}"` : text;
}

/** Writes found rows as comma separated values, each with its number behind its cells; what is no row is kept apart. */
export async function writeFound(found: Found, to: string): Promise<Misread> {
  const listed: Reject[] = [];
  let count = 0;
  async function* texts(): AsyncGenerator<string> {
    for await (const batch of found()) {
      let text = '';
      for (const one of batch) {
        if ('cells' in one) text += `${one.cells.map(cellOf).join(',')},${one.row}\n`;
        else if (++count <= mostListed) listed.push(one);
      }
      if (text !== '') yield text;
    }
  }
  await pipeline(texts(), createWriteStream(to, { mode: 0o600 }));
  return { count, listed };
}
