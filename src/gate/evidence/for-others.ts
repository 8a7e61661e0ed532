import { addTo } from '../../text/group-by.js';
import type { CodeFile, CodeWords } from './code-words.js';
import type { Mentions } from './mentions.js';
import { type OwnBlocks, ownBlocks, wordsOutside } from './own-blocks.js';

/**
 * Names that each other message that asks for them gets from its own method, and code writes nowhere else: of a message
 * whose own method hands over others, but not these, they are another's.
 */
export class ForOthers {
  readonly #own = new Map<string, OwnBlocks>();
  readonly #messages = new Map<string, string[]>();
  #outside: CodeWords | undefined;

  /** By message, the first steps of names that its texts ask for. */
  constructor(
    private readonly asked: ReadonlyMap<string, ReadonlySet<string>>,
    private readonly files: readonly CodeFile[],
    private readonly mentions: Mentions,
  ) {
    for (const [message, names] of asked) for (const name of names) addTo(this.#messages, name, message);
  }

  #of(message: string): OwnBlocks {
    const own = this.#own.get(message) ?? ownBlocks(this.mentions.of(message), this.files);
    this.#own.set(message, own);
    return own;
  }

  #isWrittenOutside(name: string): boolean {
    this.#outside ??= wordsOutside(
      this.files,
      [...this.asked.keys()].flatMap((message) => this.#of(message).blocks),
    );
    return this.#outside.has(name);
  }

  /** Whether a message's own method hands over half of what it asks for, and not this. */
  lacks(message: string, name: string): boolean {
    const own = this.#of(message);
    if (!own.isClosed || own.words.has(name)) return false;
    const asked = [...this.asked.get(message)!];
    const known = asked.filter((one) => own.words.has(one)).length;
    return known > 0 && known * 2 >= asked.length - 1;
  }

  has(message: string, name: string): boolean {
    const others = this.#messages.get(name)!.filter((other) => other !== message);
    return (
      others.length > 0 &&
      this.lacks(message, name) &&
      others.every((other) => this.#of(other).words.has(name)) &&
      !this.#isWrittenOutside(name)
    );
  }
}
