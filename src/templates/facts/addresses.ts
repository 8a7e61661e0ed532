import type { Fact, FactReader } from './types.js';

const url =
  /(?<![\p{L}\p{N}@.-])(?:https?:\/\/|www\.)[^\s<>"'`\ufffc«»]{3,2000}|(?<![\p{L}\p{N}@.-])(?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.){1,4}(?:com|org|net|gov|edu|io|app|co|info|bank|example|test|eu|uk|us|ca|au|de|fr|es|it|nl|ir|ae|sa|eg)(?![\p{L}\p{N}@-])(?:\/[^\s<>"'`\ufffc«»]{0,2000})?/giu;

/** An address of the web without what may differ: scheme, `www.`, case of the host, last slash, marks after it. */
export function normaliseUrl(written: string): string {
  const bare = written
    .replace(/[.,;:!?)\]}،؛؟]+$/u, '')
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '');
  const [, host = '', rest = ''] = /^([^/?#]*)(.*)$/s.exec(bare) ?? [];
  return host.toLowerCase() + rest.replace(/\/$/, '');
}

/** Addresses of the web that stand in the text. */
export const readUrls: FactReader = function* (text): Iterable<Fact> {
  for (const match of text.matchAll(url)) {
    const written = match[0].replace(/[.,;:!?)\]}،؛؟]+$/u, '');
    const place = { start: match.index, end: match.index + written.length };
    yield { kind: 'url', value: normaliseUrl(written), ...place };
  }
};

const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}/gu;

/** Mail addresses in lower case. */
export const readEmails: FactReader = function* (text): Iterable<Fact> {
  for (const match of text.matchAll(email))
    yield {
      kind: 'email',
      value: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    };
};

const phone =
  /(?<![\p{L}\d.,#/-])(?:\+|\b00)?(?:\(\+?\d{1,5}\)|\d)[\d \u00a0()./–-]{5,22}\d(?![\d.,]?\d|\p{L})/gu;

/** Separators or a leading sign tell a telephone number from an amount or a reference. */
function isPhone(written: string, digits: string): boolean {
  if (digits.length < 7 || digits.length > 15) return false;
  if (/^(?:\+|00)/.test(written)) return true;
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(written)) return false;
  const groups = written.split(/\D+/).filter((group) => group !== '');
  return groups.length >= 2
    ? groups.every((group) => group.length <= 8)
    : digits.startsWith('0') && digits.length >= 9;
}

/** Telephone numbers, `…` and the last eight digits: the way to dial into a country may be written or not. */
export const readPhones: FactReader = function* (text): Iterable<Fact> {
  for (const match of text.matchAll(phone)) {
    const digits = match[0].replace(/\D/g, '');
    if (isPhone(match[0], digits))
      yield {
        kind: 'phone',
        value: `…${digits.slice(-8)}`,
        start: match.index,
        end: match.index + match[0].length,
      };
  }
};
