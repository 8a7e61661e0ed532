import { distance } from 'fastest-levenshtein';
import type { Part, Span } from '../../model/template.js';
import { alternatives } from '../../templates/facts/alternatives.js';
import { scriptOf } from '../../templates/facts/locales.js';
import { maskTags } from '../mask-tags.js';

export type Likeness = 'recased' | 'misspelt' | 'none';

const canonical = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** How like the names of two fields are; those that differ in no more than a third of their letters are misspelt. */
export function likeness(name: string, other: string): Likeness {
  const [one, two] = [canonical(name), canonical(other)];
  if (one === two) return 'recased';
  if (Math.min(one.length, two.length) < 4) return 'none';
  return distance(one, two) <= Math.ceil(one.length / 5) ? 'misspelt' : 'none';
}

/** Where a name stands in a text, though not as its engine would read it. */
export interface Spelt {
  readonly part: Part;
  readonly span: Span;
  /** `sigil`: with marks of a placeholder, though others; `bare`: as a word that is none; `word`: as what may be one. */
  readonly how: 'sigil' | 'bare' | 'word';
}

const opening = '(?:%[{(]?|[$#]\\{?|\\{{1,3}\\$?|@|<<|\\[\\[?|(?<=\\s|^):|__)[ \\t]?';
const closing = '[ \\t]?(?:\\}{1,3}|>>|\\]\\]?|%|@|__)';
const isIdentifier = (name: string): boolean => /[_.]|\p{Ll}\p{Lu}/u.test(name);

function howOf(name: string, locale: string): Spelt['how'] {
  return isIdentifier(name) || scriptOf(locale) !== 'Latn' ? 'bare' : 'word';
}

/** The first place where a text has a field's name outside of what its engine reads; names of one letter are not looked for. */
export function findSpelt(part: Part, name: string): Spelt | undefined {
  if (!/^[\p{L}_][\w\p{L}.]+$/u.test(name)) return undefined;
  const text = maskTags(part);
  const word = alternatives([name]);
  const marked = new RegExp(
    `${opening}${word}(?![\\w])(?:${closing})?|(?<![\\w.])${word}${closing}`,
    'u',
  ).exec(text);
  if (marked) {
    const span = { start: marked.index, end: marked.index + marked[0].length };
    return { part, span, how: 'sigil' };
  }
  const bare = new RegExp(`(?<![\\w./@&-])${word}(?![\\w=@/-])`, 'u').exec(text);
  if (!bare) return undefined;
  const span = { start: bare.index, end: bare.index + name.length };
  return { part, span, how: howOf(name, part.locale) };
}
