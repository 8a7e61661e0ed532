import { isUtf8 } from 'node:buffer';
import type { Encoding } from './types.js';

const mark = [0xef, 0xbb, 0xbf];

/** The text begins with the byte order mark of UTF-8. */
export const isMarked = (head: Buffer): boolean => mark.every((byte, i) => head[i] === byte);

/** UTF-16 has a mark at its start, or zero bytes at every other place of plain text. */
function utf16Of(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 200);
  const zeros = (from: number) => sample.filter((byte, i) => i % 2 === from && byte === 0).length;
  const enough = sample.length / 5;
  if (sample.length < 4) return undefined;
  return zeros(1) > enough && zeros(0) === 0
    ? 'utf-16le'
    : zeros(0) > enough && zeros(1) === 0
      ? 'utf-16be'
      : undefined;
}

/** Arabic words in Windows-1256 are runs of high bytes; accents in Windows-1252 stand alone among ASCII letters. */
function singleByteOf(text: Buffer): Encoding {
  let high = 0;
  let runs = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i]! < 0x80) continue;
    high++;
    if ((text[i - 1] ?? 0) >= 0x80 || (text[i + 1] ?? 0) >= 0x80) runs++;
  }
  return runs * 2 > high ? 'windows-1256' : 'windows-1252';
}

/** Whether a text that is not wholly UTF-8 mostly is: its broken bytes are then faults of single rows. */
function mostlyUtf8(text: Buffer): boolean {
  const decoded = text.toString('utf8');
  const broken = decoded.split('\ufffd').length - 1;
  const whole = [...decoded].filter((letter) => letter > '\u007f' && letter !== '\ufffd').length;
  return whole > broken;
}

/** Judges the encoding from the head of a file and from a piece that is not UTF-8, if any was met. */
export function encodingOf(head: Buffer, odd: Buffer | undefined): Encoding {
  const wide = utf16Of(head);
  if (wide) return wide;
  if (odd === undefined || isUtf8(odd)) return 'utf-8';
  return mostlyUtf8(odd) ? 'utf-8' : singleByteOf(odd);
}
