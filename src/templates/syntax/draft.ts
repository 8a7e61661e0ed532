import type {
  FieldUse,
  HelperUse,
  Include,
  ParsedText,
  PluralUse,
  Span,
  Syntax,
  SyntaxProblem,
  Tag,
} from '../../model/template.js';

/** A reading of a text under way. */
export interface Draft {
  readonly text: string;
  readonly tags: Tag[];
  readonly uses: FieldUse[];
  readonly includes: Include[];
  readonly helpers: HelperUse[];
  readonly plurals: PluralUse[];
  readonly problems: SyntaxProblem[];
}

export const newDraft = (text: string): Draft => ({
  text,
  tags: [],
  uses: [],
  includes: [],
  helpers: [],
  plurals: [],
  problems: [],
});

const byPlace = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;
const inOrder = <T extends Span>(list: readonly T[]): readonly T[] =>
  list.every((one, i) => i === 0 || byPlace(list[i - 1]!, one) <= 0) ? list : [...list].sort(byPlace);

/** The reading as it is handed on, everything in order of place. */
export const finish = (draft: Draft, syntax: Syntax): ParsedText => ({
  syntax,
  tags: inOrder(draft.tags),
  uses: inOrder(draft.uses),
  includes: inOrder(draft.includes),
  helpers: inOrder(draft.helpers),
  plurals: inOrder(draft.plurals),
  problems: inOrder(draft.problems),
});

/** A use with everything that most uses have. */
export const toUse = (name: string, at: Span, tag: Span, more: Partial<FieldUse> = {}): FieldUse => ({
  name,
  role: 'output',
  filters: [],
  raw: false,
  fallback: false,
  local: false,
  ...more,
  start: at.start,
  end: at.end,
  tag: { start: tag.start, end: tag.end },
});

/** Notes what an engine cannot read. */
export function noteParse(
  { problems }: Draft,
  { start, end }: Span,
  message: string,
  expected?: string,
): void {
  problems.push({ kind: 'parse', start, end, message, ...(expected !== undefined && { expected }) });
}

/** Notes a block that is open where it should not be any more; `expected` is what closes it. */
export const noteOpen = (draft: Draft, { word, at }: { word: string; at: Span }, expected: string): void =>
  noteParse(draft, at, `The block '${word}' is never closed.`, expected);
