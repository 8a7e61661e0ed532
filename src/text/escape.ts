import { muteInside } from './escape-commands.js';

const code = (point: number): string => String.fromCodePoint(point);
const esc = code(0x1b);
const bell = code(0x07);
const stringEnd = `(?:${bell}|${esc}\\\\|${code(0x9c)})`;

/** ECMA-48: control sequences, the string-carrying sequences (titles, links), and every other escape. */
const escapeSequences = new RegExp(
  [
    `(?:${esc}\\[|${code(0x9b)})[0-?]*[ -/]*[@-~]`,
    `${esc}[\\]PX^_][^${bell}${esc}${code(0x9c)}]*${stringEnd}?`,
    `${esc}[ -/]*[0-~]?`,
  ].join('|'),
  'gu',
);
const lineBreaks = /[\t\n\r\v\f\u0085\u2028\u2029]+/gu;
/** Controls, marks that turn the direction of what follows, and invisible tags; joiners stay, Persian needs them. */
const invisible =
  /\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
/** What no document can carry: halves of a character, and what XML has no place for. */
const impossible = /[\p{Cs}\ufffe\uffff]/gu;

/** Most strings need nothing, and five searches a string are felt in a large report. */
const plain = /^[ -~]*$/;

/** A string of an input as one line of visible text: no escape sequence, control, direction mark or command of a log is left. */
export function cleanText(text: string): string {
  if (plain.test(text)) return muteInside(text);
  const visible = text
    .replace(escapeSequences, '')
    .replace(lineBreaks, ' ')
    .replace(invisible, '')
    .replace(impossible, '\ufffd');
  return muteInside(visible);
}

/** The same value with every string in it, keys included, as clean text. */
export function cleanDeep<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map(cleanDeep) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [cleanText(key), cleanDeep(item)]),
  ) as T;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Clean text for HTML and XML, in elements and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  cleanText(text).replace(/[&<>"']/g, (character) => entities[character] as string);
