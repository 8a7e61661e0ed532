import type { Prose } from '../../../model/template.js';
import { Stretches } from '../stretches.js';

/** Bytes of a text that was encoded to travel, and where in the file each of them stands. */
interface Travelled {
  readonly bytes: number[];
  readonly from: number[];
}

const isHex = (digits: string): boolean => /^[\dA-F]{2}$/i.test(digits);

/** Quoted-printable (RFC 2045, 6.7); `_` is a space in headers (RFC 2047, 4.2). Lines that go on are joined. */
function quotedPrintable(source: string, start: number, end: number, inHeader: boolean): Travelled {
  const [bytes, from]: [number[], number[]] = [[], []];
  const add = (values: Iterable<number>, at: number): void => {
    for (const value of values) {
      bytes.push(value);
      from.push(at);
    }
  };
  for (let i = start; i < end; i++) {
    const one = source[i]!;
    const digits = source.slice(i + 1, i + 3);
    if (one === '=' && isHex(digits)) {
      add([Number.parseInt(digits, 16)], i);
      i += 2;
    } else if (one === '=' && /^[ \t]*\r?\n/.test(source.slice(i + 1, i + 20))) i = source.indexOf('\n', i);
    else if (one === '_' && inHeader) add([32], i);
    else add(encoder.encode(one), i);
  }
  return { bytes, from };
}

const encoder = new TextEncoder();
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 (RFC 2045, 6.8); what is none of its letters is passed over. */
function base64(source: string, start: number, end: number): Travelled {
  const [bytes, from]: [number[], number[]] = [[], []];
  let [bits, held] = [0, 0];
  for (let i = start; i < end; i++) {
    const value = letters.indexOf(source[i]!);
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xfff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes.push((bits >> held) & 0xff);
    from.push(i);
  }
  return { bytes, from };
}

/** Characters that one step of bytes makes: one byte, or all bytes of a character in UTF-8. */
function lengthOf(first: number, isUtf8: boolean): number {
  if (!isUtf8 || first < 0xc0) return 1;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

function decoderOf(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** Puts bytes together to text, each character from where its first byte stands. */
function toProse({ bytes, from }: Travelled, charset: string, end: number): Prose {
  const decoder = decoderOf(charset);
  const isUtf8 = decoder.encoding === 'utf-8';
  const made = new Stretches();
  for (let i = 0; i < bytes.length; ) {
    const length = lengthOf(bytes[i]!, isUtf8);
    made.push(decoder.decode(Uint8Array.from(bytes.slice(i, i + length))), from[i]!, true);
    i += length;
  }
  return made.build(end);
}

/** What one stretch of a file says once it is decoded; what was not encoded stays as it is. */
export function decodeTransfer(
  source: string,
  { start, end }: { start: number; end: number },
  encoding: string,
  charset: string,
): Prose {
  const how = encoding.trim().toLowerCase();
  if (how === 'quoted-printable') return toProse(quotedPrintable(source, start, end, false), charset, end);
  if (how === 'base64') return toProse(base64(source, start, end), charset, end);
  return { text: source.slice(start, end), toText: (offset) => Math.min(start + offset, end) };
}

const word = /=\?([\w-]+)(?:\*[\w-]*)?\?([BQ])\?([^?\s]*)\?=/gi;

/** A header's value with its encoded words read (RFC 2047); white space between two of them is none. */
export function decodeWords(source: string, start: number, end: number): Prose {
  const made = new Stretches();
  const value = source.slice(start, end);
  let last = 0;
  for (const match of value.matchAll(word)) {
    const [whole, charset = '', how = '', inside = ''] = match;
    const between = value.slice(last, match.index);
    if (last === 0 || between.trim() !== '') made.push(between, start + last, false);
    const from = start + match.index + whole.length - 2 - inside.length;
    const read = how.toUpperCase() === 'Q' ? quotedPrintable : base64;
    const { text, toText } = toProse(read(source, from, from + inside.length, true), charset, end);
    for (let i = 0; i < text.length; i++) made.push(text[i]!, toText(i), true);
    last = match.index + whole.length;
  }
  made.push(value.slice(last), start + last, false);
  return made.build(end);
}
