import type { Look } from './look.js';
import { isOneOf, trimmed } from './text.js';

/** Words for yes and no, lower case. The one place that says what a flag may look like. */
export const yesWords = ['y', 'yes', 'true', 't', '1', 'j', 'ja', 'on', 'نعم', 'بله', '۱', '١'];
export const noWords = ['n', 'no', 'false', 'f', '0', 'nein', 'off', 'لا', 'خیر', '۰', '٠'];

/** A flag. */
export function boolean(x: string): string {
  const word = `lower(${trimmed(x)})`;
  return `CASE WHEN ${x} = 'true' THEN true WHEN ${x} = 'false' THEN false WHEN ${isOneOf(word, yesWords)} THEN true WHEN ${isOneOf(word, noWords)} THEN false END`;
}

/** A word of a closed vocabulary, in any case. */
export function oneOf(x: string, values: readonly string[], look: Look): string {
  const word = `lower(${trimmed(x)})`;
  const otherwise = look === 'quick' ? '' : `WHEN ${isOneOf(word, values)} THEN ${word}`;
  return `CASE WHEN ${isOneOf(x, values)} THEN ${x} ${otherwise} END`;
}

const opposites: Readonly<Record<string, string>> = {
  opt_in: 'opt_out',
  paper: 'electronic',
  blocked: 'clear',
  yes: 'no',
  true: 'false',
  y: 'n',
  '1': '0',
};
const both = new Map(Object.entries(opposites).flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));

/** The canonical value that means the opposite, or the value itself. */
export const opposite = (value: string): string => both.get(value.toLowerCase()) ?? value;

/** The opposite of a flag's or choice's text. */
export function inverted(x: string): string {
  const word = `lower(${trimmed(x)})`;
  const cases = [...both].map(([from, to]) => `WHEN '${from}' THEN '${to}'`).join(' ');
  return `CASE ${word} ${cases} ELSE ${trimmed(x)} END`;
}

/** The opposite of a flag, for columns that are flags: every word for yes is no. */
export function invertedFlag(x: string): string {
  const word = `lower(${trimmed(x)})`;
  return `CASE WHEN ${isOneOf(word, yesWords)} THEN 'false' WHEN ${isOneOf(word, noWords)} THEN 'true' ELSE ${trimmed(x)} END`;
}
