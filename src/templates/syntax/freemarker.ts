import type { ParsedText, Tag } from '../../model/template.js';
import type { Dialect } from './dialect.js';
import { finish, newDraft, noteParse } from './draft.js';
import { readBuiltIns } from './freemarker-built-ins.js';
import { lex, lexerOf, nameOf, paths, type Token } from './lex.js';
import {
  areMatched,
  closeTo,
  noteTokens,
  noteUnclosed,
  noteUnended,
  type Reading,
  resolveIn,
} from './note.js';
import { grammarOf, type RawTag, scanTags } from './scan.js';
import { Scopes } from './scopes.js';
import { words } from './words.js';

const grammar = grammarOf([
  { kind: 'comment', open: '<#--', close: '-->', opaque: true },
  { kind: 'opaque', open: '<#noparse>', close: '</#noparse>', opaque: true },
  { kind: 'close', open: '</[#@]', close: '>' },
  { kind: 'directive', open: '<#', close: '/?>' },
  { kind: 'macro', open: '<@', close: '/?>' },
  { kind: 'output', open: String.raw`\$\{|#\{`, close: String.raw`\}` },
]);

const dialect: Dialect = {
  lexer: lexerOf(paths.usual),
  keywords: words('as in using gt gte lt lte and or not true false then else'),
  keys: 'both',
};

const blocks = words(
  'if list items macro function switch foreach escape attempt compress autoesc noautoesc outputformat',
);
/** Begins a part of the block it stands in, and need not be closed. */
const openEnded = words('sep');

interface Statement {
  readonly reading: Reading;
  readonly tag: RawTag;
  readonly tokens: readonly Token[];
}

function note(
  { reading, tag, tokens }: Statement,
  role: 'output' | 'condition' | 'loop' | 'argument',
): readonly string[] {
  const read = readBuiltIns(tokens);
  const before = reading.draft.uses.length;
  const { names } = noteTokens(reading, read.tokens, tag, role);
  const own = reading.draft.uses.splice(before);
  for (const use of own)
    reading.draft.uses.push({
      ...use,
      filters: [...read.filters, ...use.filters],
      fallback: use.fallback || read.fallback,
      raw: read.filters.includes('no_esc'),
    });
  for (const name of read.filters)
    reading.draft.helpers.push({ name, kind: 'filter', start: tag.start, end: tag.end });
  return names;
}

/** `list lines as line`, `list map as key, value`. */
function loop(statement: Statement, word: string): void {
  const { tokens, reading, tag } = statement;
  const as = tokens.findIndex(({ text }) => text === 'as' || text === 'in');
  const [name] = note({ ...statement, tokens: as < 0 ? tokens : tokens.slice(0, as) }, 'loop');
  const makes =
    as < 0
      ? []
      : tokens
          .slice(as + 1)
          .filter(({ kind }) => kind === 'path')
          .map(({ text }) => text);
  const item = name === undefined || reading.draft.uses.at(-1)!.local ? null : `${name}[]`;
  const made = makes.flatMap((one): [string, string | null][] => [
    [one, makes.length === 1 ? item : null],
    [`${one}_index`, null],
    [`${one}_has_next`, null],
  ]);
  reading.scopes.push({ word, at: tag, guards: [], names: new Map(made) });
}

function assign(statement: Statement): void {
  const { tokens, reading } = statement;
  const values = tokens.filter((_, i) => tokens[i + 1]?.text !== '=' && tokens[i]!.text !== '=');
  note({ ...statement, tokens: values }, 'argument');
  tokens.forEach(({ text }, i) => {
    if (tokens[i + 1]?.text === '=') reading.scopes.make(nameOf(text));
  });
}

function readDirective(statement: Statement): Tag['kind'] {
  const { reading, tag, tokens } = statement;
  const [head, ...rest] = tokens;
  const word = head?.text ?? '';
  const inside = { ...statement, tokens: rest };
  if (word === 'list' || word === 'foreach' || word === 'items') loop(inside, word);
  else if (word === 'assign' || word === 'local' || word === 'global') {
    assign(inside);
    return 'set';
  } else if (word === 'include' || word === 'import') {
    const name = rest[0];
    if (name?.kind === 'string')
      reading.draft.includes.push({
        start: tag.start,
        end: tag.end,
        kind: 'partial',
        name: name.text.slice(1, -1),
      });
    if (word === 'import' && rest.at(-1)?.kind === 'path') reading.scopes.make(rest.at(-1)!.text);
    return 'include';
  } else if (word === 'elseif' || word === 'else' || word === 'case' || word === 'default') {
    const names = note(inside, 'condition');
    if (word.startsWith('else')) reading.scopes.turn(names);
    return 'else';
  } else if (word === 'macro' || word === 'function') {
    reading.scopes.push({
      word,
      at: tag,
      guards: [],
      names: new Map(rest.filter(({ kind }) => kind === 'path').map(({ text }) => [text, null])),
    });
    if (rest[0]) reading.scopes.make(rest[0].text);
  } else if (openEnded.has(word)) return 'else';
  else if (blocks.has(word)) {
    const guards = note(inside, 'condition');
    const isDenied = rest[0]?.text === '!';
    reading.scopes.push({ word, at: tag, guards, negated: isDenied });
  } else return 'other';
  return 'open';
}

const closingOf = (word: string): string => `</#${word}>`;

function closeBlock(reading: Reading, tag: RawTag): void {
  const { text } = reading.draft;
  const word = /^\w*/.exec(text.slice(tag.inner.start, tag.inner.end))![0];
  if (text[tag.start + 2] === '@' || !blocks.has(word)) return;
  if (!closeTo(reading, (one) => one === word, closingOf))
    noteParse(reading.draft, tag, `'${word}' closes what was never opened.`);
}

function readTag(reading: Reading, tag: RawTag): void {
  const { draft } = reading;
  const mark = (kind: Tag['kind']): void => void draft.tags.push({ start: tag.start, end: tag.end, kind });
  if (tag.kind === 'comment') {
    mark('comment');
    return;
  }
  if (tag.kind === 'opaque') {
    mark('other');
    return;
  }
  if (tag.kind === 'close') {
    closeBlock(reading, tag);
    mark('close');
    return;
  }
  const tokens = lex(draft.text, tag.inner, dialect.lexer);
  const statement: Statement = { reading, tag, tokens };
  if (tag.kind === 'directive') {
    mark(readDirective(statement));
    return;
  }
  if (tag.kind === 'output') {
    areMatched(draft, tokens, tag);
    note(statement, 'output');
    mark('output');
    return;
  }
  const [head, ...rest] = tokens;
  if (head) draft.helpers.push({ name: head.text, kind: 'tag', start: head.start, end: head.end });
  note({ ...statement, tokens: rest }, 'argument');
  mark('other');
}

/** Apache FreeMarker. */
export function parseFreeMarker(text: string): ParsedText {
  const draft = newDraft(text);
  const scopes = new Scopes();
  const reading: Reading = { draft, scopes, dialect, rawFilters: new Set(), resolve: resolveIn(scopes) };
  for (const tag of scanTags(text, grammar))
    if (tag.unclosed) noteUnclosed(draft, tag, tag.kind === 'output' ? '}' : '>');
    else readTag(reading, tag);
  noteUnended(reading, closingOf);
  return finish(draft, 'freemarker');
}
