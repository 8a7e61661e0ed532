import type { FieldUse, Part } from '../../../model/template.js';
import { listOf, type WordList } from '../../lists/word-list.js';
import { nameWords } from '../../name-words.js';
import { findSupplied } from '../../supply-index.js';
import { findWords } from '../../words.js';
import type { Message, World } from '../../world.js';

/** Filters and helpers that leave only a piece of a value, or none. */
const masking =
  /mask|last_?(?:4|four|digits)|redact|truncate|slice|right|substr|obfuscat|hide|censor|anonymi[sz]e|hash/i;

/** Tells what fields say of a person, by their names, by their paths in the field tree, and by words before them. */
export class FieldKinds {
  readonly #list: WordList;

  constructor(world: World) {
    this.#list = listOf(world, 'privacy/fields');
  }

  /** Whether a name or an address says one of some kinds. */
  isKind(name: string, kinds: readonly string[]): string | undefined {
    const words = nameWords(name);
    return kinds.find((kind) => this.#list.has(kind, 'fields', words));
  }

  /** What a value tells; undefined where it is masked or tells none of them. */
  kindOf(use: FieldUse, part: Part, { supply }: Message, kinds: readonly string[]): string | undefined {
    if (use.role !== 'output' || use.filters.some((filter) => masking.test(filter))) return undefined;
    const found = supply && findSupplied(supply, part.parsed.syntax, use);
    const path = typeof found === 'object' ? found.field.field : undefined;
    if (this.isKind(use.name, ['masked']) || (path && this.isKind(path, ['masked']))) return undefined;
    return this.isKind(use.name, kinds) ?? (path ? this.isKind(path, kinds) : undefined);
  }

  /** Places where words of a kind stand in what readers see, with the value they are about. */
  *said(part: Part, kinds: readonly string[]) {
    for (const kind of kinds) for (const span of findWords(this.#list, kind, part)) yield { kind, span };
  }
}
