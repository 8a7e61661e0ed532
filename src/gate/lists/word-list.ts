import type { WordListDefinition } from '../../model/word-list.js';
import { finderOf } from './pattern.js';

/** Where words of a list stand in a folded text. */
interface Found {
  readonly start: number;
  readonly end: number;
}

/** A list of words, ready to search with. */
export class WordList {
  /** By group and language. */
  private readonly finders = new Map<string, Map<string, RegExp | undefined>>();
  constructor(readonly definition: WordListDefinition) {}

  /** Whether the list has words of a group in a language: `en`, `fa`. */
  knows(group: string, language: string): boolean {
    return Object.hasOwn(this.definition.groups[group] ?? {}, language);
  }

  /** Whether words of a group stand in a folded text. */
  has(group: string, language: string, text: string): boolean {
    const finder = this.finder(group, language);
    if (!finder) return false;
    finder.lastIndex = 0;
    return finder.test(text);
  }

  /** Every place of a folded text in which words of a group stand. */
  find(group: string, language: string, text: string): Found[] {
    const finder = this.finder(group, language);
    if (!finder) return [];
    const places: Found[] = [];
    finder.lastIndex = 0;
    for (let match = finder.exec(text); match; match = finder.exec(text)) {
      const end = match.index + match[0].length;
      places.push({ start: match.index, end });
      if (end === match.index) finder.lastIndex = end + 1;
    }
    return places;
  }

  private finder(group: string, language: string): RegExp | undefined {
    const known = this.finders.get(group) ?? new Map<string, RegExp | undefined>();
    if (!known.has(language)) {
      const entries = this.definition.groups[group]?.[language] ?? [];
      const words = entries.map(({ words: one }) => one);
      known.set(language, words.length > 0 ? finderOf(words, language) : undefined);
      this.finders.set(group, known);
    }
    return known.get(language);
  }
}

/** Lists by pack and name: `notice/excuses`. */
export type Lists = ReadonlyMap<string, WordList>;

export const toLists = (definitions: ReadonlyMap<string, WordListDefinition>): Lists =>
  new Map([...definitions].map(([name, definition]) => [name, new WordList(definition)]));

const empty = new WordList({ about: 'nothing', sources: [], groups: {} });

/** The list of a name; where there is none one without words, in which nothing is found. */
export const listOf = ({ lists }: { readonly lists: Lists }, name: string): WordList =>
  lists.get(name) ?? empty;
