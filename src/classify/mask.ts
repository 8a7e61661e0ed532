import { replaceAddresses } from '../text/mask-addresses.js';

/** Of a longer text only this much is looked at: what was said stands near the beginning. */
export const longestText = 6_000;

const urls = /\b(?:https?:\/\/|www\.)[^\s<>"']{1,500}/gi;
/** Senders are told by name of page why, as in `?p=NoSuchUser`. */
const page = /[?&]p=([A-Za-z]{4,40})\b/;

const enhanced = /^[245]\.\d{1,3}\.\d{1,3}$/;
const network = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7})(?:[:/]\d+)?$/i;
const moment = /^\d{1,4}(?:[-/.:]\d{1,4}){1,2}(?:T[\d:.+]+Z?)?$/;
const host = /^(?:[\w-]+\.)+(?:[a-z]{2,24}|[A-Z]{2,6})(?::\d+)?$/;
const reply = /^[2-5]\d\d$/;

const maskUrl = (url: string): string => {
  const name = page.exec(url)?.[1];
  return name === undefined ? '<url>' : `<url> ${name}`;
};

function maskWord(word: string): string {
  if (reply.test(word) || enhanced.test(word)) return word;
  if (/^\d+$/.test(word)) return '#';
  if (network.test(word)) return '<ip>';
  if (moment.test(word)) return '<time>';
  if (host.test(word)) return '<host>';
  return word.length >= 8 && /\d/.test(word) && /^[\w.:+-]+$/.test(word) ? '<id>' : word;
}

/** Masks the word of a token: what stands behind a code and a hyphen, `550-user`, and before punctuation. */
function maskToken(token: string): string {
  const start = token[3] === '-' && /^\d{3}/.test(token) ? 4 : 0;
  let end = token.length;
  while (end > start && '.:+/-'.includes(token[end - 1]!)) end--;
  return token.slice(0, start) + maskWord(token.slice(start, end)) + token.slice(end);
}

/** Kinds of characters: 0 between tokens, 1 within one only, 2 letters that may begin one, 3 what makes one telling. */
const kinds = new Uint8Array(128);
for (const character of '+:/-') kinds[character.charCodeAt(0)] = 1;
for (let code = 0; code < 128; code++)
  if (/[A-Za-z_]/.test(String.fromCharCode(code))) kinds[code] = 2;
  else if (/\d/.test(String.fromCharCode(code))) kinds[code] = 3;
kinds['.'.charCodeAt(0)] = 4;

/** Where the token that starts at `at` ends; negative where nothing in it has a digit or a point. */
function endOfToken(text: string, at: number): number {
  let telling = false;
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    const kind = code < 128 ? kinds[code]! : 0;
    if (kind === 0) break;
    telling ||= kind > 2;
  }
  return telling ? end : -end;
}

/** Masks tokens that have a digit or a point; words without stay as they are, and are not looked at twice. */
function maskTokens(text: string): string {
  let out = '';
  let done = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? kinds[code]! : 0;
    if (kind !== 2 && kind !== 3) {
      at++;
      continue;
    }
    const end = endOfToken(text, at);
    if (end > 0) {
      out += text.slice(done, at) + maskToken(text.slice(at, end));
      done = end;
    }
    at = Math.abs(end);
  }
  return out + text.slice(done);
}

const plain = /^[ -~]*$/;

/** On one line, blanks one by one, without what no terminal should see. */
const onOneLine = (text: string): string =>
  plain.test(text) && !text.includes('  ') ? text : text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ');

/**
 * The text with addresses, hosts, times, numbers and ids left out, so that all lines of one kind are one template; reply
 * codes and enhanced codes stay. On one line, without control characters.
 */
export function maskText(text: string): string {
  const line = onOneLine(text.length > longestText ? text.slice(0, longestText) : text);
  const named = line.includes('://') || line.includes('www.') ? line.replace(urls, maskUrl) : line;
  return maskTokens(replaceAddresses(named, () => '<address>')).trim();
}
