import { noteParse } from './draft.js';
import { nameOf, type Token } from './lex.js';
import { noteTokens, type Reading } from './note.js';
import type { Statement } from './pipe-words.js';
import type { RawTag } from './scan.js';

/** A statement tag under reading. */
export interface Context {
  readonly reading: Reading;
  readonly tag: RawTag;
  readonly word: string;
  /** Words behind the first. */
  readonly tokens: readonly Token[];
}

const open =
  (negated: boolean) =>
  ({ reading, tag, word, tokens }: Context): void => {
    const denied = tokens[0]?.text === 'not';
    const { names } = noteTokens(reading, tokens, tag, 'condition');
    if (tokens.length === 0 && word === 'if') noteParse(reading.draft, tag, `'${word}' asks for nothing.`);
    reading.scopes.push({ word, at: tag, guards: names, negated: negated !== denied });
  };

function turn({ reading, tag, tokens }: Context): void {
  reading.scopes.turn(noteTokens(reading, tokens, tag, 'condition').names);
}

/** `for a, b in list`: the first name (the last of two) is an item. */
function loop({ reading, tag, word, tokens }: Context): void {
  const { scopes } = reading;
  const cut = tokens.findIndex(({ text }) => text === 'in');
  const makes = tokens
    .slice(0, Math.max(0, cut))
    .filter(({ kind }) => kind === 'path')
    .map(({ text }) => text);
  const { names, operands } = noteTokens(reading, tokens.slice(cut + 1), tag, 'loop');
  const list = operands.length > 0 ? names[0]! : undefined;
  const item = list === undefined || reading.draft.uses.at(-operands.length)!.local ? null : `${list}[]`;
  const made = makes.map((name): [string, string | null] => [name, makes.length === 1 ? item : null]);
  if (cut < 0) noteParse(reading.draft, tag, `'${word}' has no 'in'.`);
  scopes.push({ word, at: tag, guards: [], names: new Map(made) });
}

/** `set x = …`, `assign x = …`, `url … as x`; a `set` without a value begins a block. */
function set({ reading, tag, word, tokens }: Context): void {
  const { scopes } = reading;
  const equals = tokens.findIndex(({ text }) => text === '=');
  const as = tokens.findLastIndex(({ text }) => text === 'as');
  const makes =
    equals > 0
      ? tokens.slice(0, equals)
      : as >= 0
        ? tokens.slice(as + 1)
        : word === 'set'
          ? tokens
          : tokens.slice(0, 0);
  const values =
    equals > 0 ? tokens.slice(equals + 1) : as >= 0 ? tokens.slice(0, as) : word === 'set' ? [] : tokens;
  noteTokens(reading, values, tag, word === 'firstof' || word === 'echo' ? 'output' : 'argument');
  for (const { kind, text } of makes) if (kind === 'path') scopes.make(nameOf(text));
  if (word === 'set' && equals < 0) scopes.push({ word, at: tag, guards: [] });
}

function makeBlock({ reading, tag, word, tokens }: Context): void {
  const [name] = tokens;
  if (name) reading.scopes.make(nameOf(name.text.replace(/^["']|["']$/g, '')));
  reading.scopes.push({ word, at: tag, guards: [] });
}

/** `with a = x, b = y` and Django's `with x as a`. */
function withNames({ reading, tag, word, tokens }: Context): void {
  const makes = tokens.filter(
    ({ kind }, i) => kind === 'path' && (tokens[i + 1]?.text === '=' || tokens[i - 1]?.text === 'as'),
  );
  const rest = tokens.filter((token) => !makes.includes(token));
  noteTokens(
    reading,
    rest.filter(({ text }) => text !== '='),
    tag,
    'argument',
  );
  reading.scopes.push({
    word,
    at: tag,
    guards: [],
    names: new Map(makes.map(({ text }) => [nameOf(text), null])),
  });
}

const include =
  (kind: 'partial' | 'layout') =>
  ({ reading, tag, tokens }: Context): void => {
    const name = tokens[0];
    if (name?.kind === 'string')
      reading.draft.includes.push({ start: tag.start, end: tag.end, kind, name: name.text.slice(1, -1) });
    noteTokens(reading, tokens.slice(name?.kind === 'string' ? 1 : 0), tag, 'argument');
  };

function block({ reading, tag, word, tokens }: Context): void {
  const named = word === 'block' || word === 'form' || word === 'apply' || word === 'filter';
  const makes = tokens.filter(
    ({ kind }, i) => kind === 'path' && (tokens[i + 1]?.text === '=' || tokens[i - 1]?.text === 'as'),
  );
  if (!named)
    noteTokens(
      reading,
      tokens.filter((token) => !makes.includes(token) && token.text !== '='),
      tag,
      'argument',
    );
  reading.scopes.push({ word, at: tag, guards: [], names: new Map(makes.map(({ text }) => [text, null])) });
}

function macro({ reading, tag, word, tokens }: Context): void {
  const parameters = tokens
    .slice(1)
    .filter(({ kind, text }, i, all) => kind === 'path' && all[i - 1]?.text !== '=' && text !== '=');
  reading.scopes.push({
    word,
    at: tag,
    guards: [],
    names: new Map(parameters.map(({ text }) => [text, null])),
  });
  if (word === 'macro' && tokens[0]) reading.scopes.make(tokens[0].text);
}

function importNames({ reading, word, tokens }: Context): void {
  if (word === 'import' || word === 'from')
    for (const { kind, text } of tokens) if (kind === 'path') reading.scopes.make(text);
}

/** What each kind of statement does to the fields and blocks of a reading. */
export const actions: Readonly<Record<Statement, (context: Context) => void>> = {
  if: open(false),
  unless: open(true),
  case: ({ reading, tag, word, tokens }) => {
    noteTokens(reading, tokens, tag, 'condition');
    reading.scopes.push({ word, at: tag, guards: [] });
  },
  turn,
  else: ({ reading, tag, word, tokens }) => {
    noteTokens(reading, tokens, tag, 'condition');
    if (word === 'else') reading.scopes.turn();
  },
  for: loop,
  set,
  'set-block': makeBlock,
  with: withNames,
  include: include('partial'),
  layout: include('layout'),
  macro,
  import: importNames,
  block,
  opaque: () => {},
  print: ({ reading, tag, tokens }) => void noteTokens(reading, tokens, tag, 'argument'),
  plain: () => {},
};
