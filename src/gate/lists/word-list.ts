import type { WordListDefinition } from '../../model/word-list.js';
import { finderOf } from './pattern.js';

/** Where words of a list stand in a folded text. */
interface Found {
  readonly start: number;
  readonly end: number;
}

/** A list of words, ready to search with. */
export class WordList {
  private readonly finders = new Map<string, RegExp | undefined>();
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
    return [...text.matchAll(finder)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
  }

  private finder(group: string, language: string): RegExp | undefined {
    const key = `${group} ${language}`;
    if (!this.finders.has(key)) {
      const entries = this.definition.groups[group]?.[language] ?? [];
      const words = entries.map(({ words: one }) => one);
      this.finders.set(key, words.length > 0 ? finderOf(words, language) : undefined);
    }
    return this.finders.get(key);
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
