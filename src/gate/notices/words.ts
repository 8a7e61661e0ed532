import type { Span } from '../../model/template.js';
import { listOf, type WordList } from '../lists/word-list.js';
import type { Sentence } from '../sentences.js';
import type { World } from '../world.js';
import type { Reading } from './reading.js';

/** Asks sentences of one language for the words of one list. */
export class Words {
  private constructor(
    private readonly list: WordList,
    private readonly language: string,
  ) {}

  static of(world: Pick<World, 'lists'>, name: string, { language }: Pick<Reading, 'language'>): Words {
    return new Words(listOf(world, name), language);
  }

  /** Whether the sentence has words of a group. */
  says(group: string, { text }: Sentence): boolean {
    return this.list.has(group, this.language, text);
  }

  /** Whether a value stands in the sentence whose whole name is one of a group. */
  tells(group: string, { fields }: Sentence): boolean {
    return fields.some((name) => this.isNamed(group, name));
  }

  /** Whether a name of a value is one of a group. */
  isNamed(group: string, name: string): boolean {
    return this.list.find(group, 'fields', name).some(({ start, end }) => start === 0 && end === name.length);
  }

  /** Places in the part's text where words of a group stand. */
  places(group: string, { text, spanOf }: Sentence): (Span & { readonly words: string })[] {
    return this.list
      .find(group, this.language, text)
      .map(({ start, end }) => ({ ...spanOf(start, end), words: text.slice(start, end) }));
  }
}

/** Languages the notices are judged in. */
export const speaks = (world: Pick<World, 'lists'>, { language }: Pick<Reading, 'language'>): boolean =>
  listOf(world, 'notice/events').knows('event', language);
