import type { Tag } from '../../model/template.js';
import { noteOpen, noteParse } from './draft.js';
import { lex, type Token } from './lex.js';
import { closeTo, noteTokens, type Reading } from './note.js';
import { actions, type Context } from './pipe-actions.js';
import type { PipeLanguage, Statement } from './pipe-words.js';
import type { RawTag } from './scan.js';

const kinds: Readonly<Partial<Record<Statement, Tag['kind']>>> = {
  if: 'open',
  unless: 'open',
  case: 'open',
  for: 'open',
  with: 'open',
  block: 'open',
  macro: 'open',
  'set-block': 'open',
  turn: 'else',
  else: 'else',
  set: 'set',
  include: 'include',
  layout: 'include',
  print: 'output',
};

/** Notes a statement: values, blocks, names it makes, templates it includes. */
export function noteStatement(reading: Reading, { words }: PipeLanguage, tag: RawTag, word: string): void {
  const { draft } = reading;
  const all = lex(draft.text, tag.inner, reading.dialect.lexer);
  const context: Context = { reading, tag, word, tokens: all.slice(1) };
  const statement = words.get(word);
  const span = { start: tag.start, end: tag.end };
  if (word.startsWith('end')) {
    draft.tags.push({ ...span, kind: 'close' });
    closeBlock(reading, tag, word.slice(3));
    return;
  }
  draft.tags.push({ ...span, kind: (statement && kinds[statement]) ?? 'other' });
  if (statement) actions[statement](context);
  else noteUnknown(context, all[0]);
}

function noteUnknown({ reading, tag, tokens }: Context, head: Token | undefined): void {
  if (!head) {
    noteParse(reading.draft, tag, 'The tag is empty.');
    return;
  }
  reading.draft.helpers.push({ name: head.text, kind: 'tag', start: head.start, end: head.end });
  noteTokens(reading, tokens, tag, 'argument');
}

const endOf = (word: string): string => `{% end${word} %}`;

/** Blocks that every engine with their word has to see closed. */
const knownEnds = new Set(
  'if for unless case tablerow block with macro filter autoescape blocktrans blocktranslate'.split(' '),
);

function closeBlock(reading: Reading, tag: RawTag, word: string): void {
  const closed = closeTo(reading, (one) => word === '' || one === word, endOf);
  if (!closed && knownEnds.has(word))
    noteParse(reading.draft, tag, `'end${word}' closes what was never opened.`);
}

/** Notes the blocks that are still open at the end. */
export function noteLeftOpen({ draft, scopes }: Reading): void {
  for (const frame of scopes.frames) if (knownEnds.has(frame.word)) noteOpen(draft, frame, endOf(frame.word));
}
