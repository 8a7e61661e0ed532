import type { Part, PluralUse, Syntax, SyntaxProblem } from '../../model/template.js';
import { parseTemplate, recogniseSyntax } from '../syntax/index.js';
import { readMarkup } from './markup/index.js';

/** A text with what is known about it before it is parsed. */
export interface Draft
  extends Pick<
    Part,
    'file' | 'key' | 'message' | 'channel' | 'name' | 'locale' | 'markup' | 'text' | 'toFile' | 'repeated'
  > {
  readonly syntax?: Syntax;
  /** Forms that stand under other keys. */
  readonly plurals?: readonly PluralUse[];
  /** What is wrong with the file itself, at places of the text. */
  readonly problems?: readonly SyntaxProblem[];
}

/** Parses a text: its engine's tags first, for markup can only be read around them. */
export function toPart({ syntax, plurals = [], problems = [], ...draft }: Draft): Part {
  const read = parseTemplate(draft.text, syntax ?? recogniseSyntax(draft.file.path, draft.text));
  const more = plurals.length + problems.length > 0;
  const parsed = more
    ? { ...read, plurals: [...read.plurals, ...plurals], problems: [...problems, ...read.problems] }
    : read;
  return {
    ...draft,
    parsed,
    ...readMarkup(draft.text, draft.markup, parsed, draft.locale === ''),
    included: [],
  };
}
