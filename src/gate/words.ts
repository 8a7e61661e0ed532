import type { Part, Span } from '../model/template.js';
import { type Folded, fold } from './lists/fold.js';
import type { WordList } from './lists/word-list.js';

const folded = new WeakMap<Part, Folded>();

/** Nobody reads further, and words of a hostile text are looked for no longer. */
const mostCharacters = 100_000;

/** What readers see of a part, made comparable. */
export function foldProse(part: Part): Folded {
  const known = folded.get(part) ?? fold(part.prose.text.slice(0, mostCharacters));
  folded.set(part, known);
  return known;
}

/** Stands where a list has languages, for names of fields. */
const ofNames = 'fields';

const languages = new Map<string, string>();

function languageIn(locale: string): string {
  const known = languages.get(locale) ?? locale.toLowerCase().split(/[-_]/)[0]!;
  languages.set(locale, known);
  return known;
}

/** Languages to look for words in: that of the locale, or all of the group where it is unknown or not among them. */
export function languagesOf(list: WordList, group: string, locale: string): string[] {
  const language = languageIn(locale);
  if (list.knows(group, language)) return [language];
  return Object.keys(list.definition.groups[group] ?? {}).filter((one) => one !== ofNames);
}

/** Stands for a tag of the engine in what readers see. */
const tag = '\ufffc';

/** Places in a part's text where words of a group stand. */
export function findWords(list: WordList, group: string, part: Part): Span[] {
  const { text, at } = foldProse(part);
  const { toText } = part.prose;
  const endOf = (last: number): number => (text[last] === tag ? toText(at(last) + 1) : toText(at(last)) + 1);
  return languagesOf(list, group, part.locale)
    .flatMap((language) => list.find(group, language, text))
    .map(({ start, end }) => ({ start: toText(at(start)), end: endOf(end - 1) }));
}

/** Whether words of a group stand in a part. */
export const hasWords = (list: WordList, group: string, part: Part): boolean =>
  languagesOf(list, group, part.locale).some((language) => list.has(group, language, foldProse(part).text));

/** Whether words of a group stand in a text. */
export const isIn = (list: WordList, group: string, locale: string, text: string): boolean =>
  languagesOf(list, group, locale).some((language) => list.has(group, language, fold(text).text));

const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Whether a text is words of a group and nothing else, but for signs around it. */
export function isAll(list: WordList, group: string, locale: string, text: string): boolean {
  const whole = fold(text).text.replace(edges, '');
  return languagesOf(list, group, locale).some((language) =>
    list.find(group, language, whole).some(({ start, end }) => start === 0 && end === whole.length),
  );
}
