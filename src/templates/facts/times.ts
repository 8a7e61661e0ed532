import type { Fact, FactReader } from './types.js';

const half = '(?:\\s?(?<half>[ap])\\.?m\\.?(?!\\p{L}))';
const noon = '(?<noon>午前|午後|오전|오후|上午|下午|中午|晚上|凌晨)?\\s?';
/** Ways to write a time of day; each names its hour, and its minute where it has one. */
const forms: readonly string[] = [
  `(?<![\\d:.,/-])(?<hour>[01]?\\d|2[0-3])(?:[:٫]|\\s?[hH]\\s?)(?<minute>[0-5]\\d)(?![\\d:])${half}?`,
  `(?<![\\d:.,/-])(?<hour>1[0-2]|[1-9])(?:\\.(?<minute>[0-5]\\d))?${half}`,
  '(?<![\\p{L}\\d])(?:kl|klo|godz|saat|alle ore)\\.?\\s?(?<hour>[01]?\\d|2[0-3])(?:[.:](?<minute>[0-5]\\d))?(?![\\d.,:%]*\\d|\\s?[\\p{Sc}%])',
  '(?<![\\p{L}\\d])(?:às|à)\\s(?<hour>[01]?\\d|2[0-3])\\s?h(?:\\s?(?<minute>[0-5]\\d))?(?![\\d\\p{L}])',
  '(?<![\\d:.,/])(?<hour>[01]?\\d|2[0-3])(?:\\.(?<minute>[0-5]\\d))?\\s?(?:uhr|uur|órakor|hodin\\s+ráno)(?!\\p{L})',
  `(?<!\\d)${noon}(?<hour>[01]?\\d|2[0-3])\\s?[時时点點시](?!間|间|간)(?:\\s?(?<minute>[0-5]?\\d)\\s?[分분])?`,
];
const patterns = forms.map((form) => new RegExp(form, 'giu'));

/** Times of day by a clock of twelve hours, `2:30`: morning and afternoon are often left open. */
export const readTimes: FactReader = function* (text): Iterable<Fact> {
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const { hour, minute = '00' } = match.groups!;
      const value = `${Number(hour) % 12}:${minute.padStart(2, '0')}`;
      yield { kind: 'time', value, start: match.index, end: match.index + match[0].length };
    }
};
