import { localeKind } from './locale.js';

/** Which words stand at the same place of the paths of all files: a word beside locales is one, `it` beside `fr`. */
export class Slots {
  readonly #words = new Map<string, Set<string>>();

  note(slot: string, word: string): void {
    const known = this.#words.get(slot);
    if (known) known.add(word);
    else this.#words.set(slot, new Set([word]));
  }

  /** Whether another word than this one was seen there. */
  hasOther(slot: string, word: string): boolean {
    const known = this.#words.get(slot);
    return known !== undefined && known.size > (known.has(word) ? 1 : 0);
  }

  /** A word counts where one sure locale stands beside it; what merely has the shape, where two do. */
  isLocale(slot: string, word: string): boolean {
    const kind = localeKind(word);
    if (kind === 'none' || kind === 'locale') return kind === 'locale';
    const sure = [...(this.#words.get(slot) ?? [])].filter((other) => localeKind(other) === 'locale');
    return sure.length >= (kind === 'word' ? 1 : 2);
  }
}
