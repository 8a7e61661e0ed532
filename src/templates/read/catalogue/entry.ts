import type { RepeatedKey, Span } from '../../../model/template.js';

/** One text of a catalogue. */
export interface Entry {
  /** Keys that lead to it, outermost first; numbers of lists as digits. */
  readonly path: readonly string[];
  /** Escapes are gone. */
  readonly text: string;
  /** Offset in the file of an offset in the text. */
  readonly toFile: (offset: number) => number;
  /** Locale where the entry says it itself. */
  readonly locale?: string;
  /** Files that put the text in, where the catalogue names them. */
  readonly usedIn?: readonly string[];
  /** Numbered forms of a plural: which are written, and how many its language has. */
  readonly numbered?: { readonly written: readonly string[]; readonly of: number };
}

/** What a catalogue holds, and where it stops making sense. */
export interface Catalogue {
  readonly entries: readonly Entry[];
  /** Locale the file says it is in. */
  readonly locale?: string;
  /** Keys that stand twice in one mapping, in order of place. */
  readonly repeats?: readonly RepeatedKey[];
  readonly problem?: Span & { readonly message: string };
}

/** Deeper nesting than this is no catalogue. */
export const deepest = 50;
