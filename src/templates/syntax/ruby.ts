import type { ParsedText, Span } from '../../model/template.js';
import type { Dialect } from './dialect.js';
import { finish, newDraft, noteParse } from './draft.js';
import { lex, lexerOf, nameOf, paths, type Token } from './lex.js';
import { areMatched, noteTokens, noteUnclosed, noteUnended, type Reading } from './note.js';
import { grammarOf, type RawTag, scanTags } from './scan.js';
import { Scopes } from './scopes.js';
import { words } from './words.js';

const grammar = grammarOf([
  { kind: 'escaped', open: '<%%', close: '%>', opaque: true },
  { kind: 'comment', open: '<%-?#', close: '-?%>', opaque: true },
  { kind: 'raw', open: '<%==', close: '-?%>', opaque: true },
  { kind: 'output', open: '<%=', close: '-?%>', opaque: true },
  { kind: 'code', open: '<%-?', close: '-?%>', opaque: true },
]);

const keywords = words(
  'if unless elsif else end case when while until for in do then and or not nil true false self yield return next break begin rescue ensure def class module super defined? lambda proc',
);

const dialect: Dialect = {
  lexer: lexerOf(paths.ruby, '#{'),
  keywords,
  commands: true,
  keys: ':',
  otherwise: words('|| or'),
  ternary: true,
  symbols: true,
};

/** Methods of Ruby and Rails that change how a value looks; the value is what stands before them. */
const methods = words(
  'to_s to_i to_f to_sym to_json to_date to_time titleize titlecase capitalize humanize upcase downcase swapcase strip lstrip rstrip squish chomp html_safe presence present? blank? nil? any? empty? none? many? size length first last join strftime iso8601 to_formatted_s to_fs round floor ceil abs truncate parameterize pluralize singularize camelize underscore dasherize inspect each each_with_index map collect select reject sort sort_by reverse uniq compact flatten dup freeze in_time_zone beginning_of_day end_of_day to_param to_sentence html_escape zip keys values try fetch dig tr gsub sub split zero? positive? negative? nonzero? even? odd?',
);

const blockWords = words('if unless case while until for begin');
const raws = words('raw html_safe');

interface Written {
  readonly name: string;
  readonly filters: readonly string[];
}

/** `@user.name.titleize` is `user.name` through `titleize`. */
function cutMethods(path: string): Written {
  const parts = path.replace(/&\./g, '.').split('.');
  const cut = parts.findIndex((part, i) => i > 0 && methods.has(part));
  if (cut < 0) return { name: nameOf(path), filters: [] };
  return { name: nameOf(parts.slice(0, cut).join('.')), filters: parts.slice(cut) };
}

/** Constants and classes are the application's own, `params` and the like Rails'. */
const isOwn = (name: string): boolean =>
  /^[A-Z]/.test(name) || /^(?:params|request|session|Rails|I18n|locale)\b/.test(name);

interface Statement {
  readonly reading: Reading;
  readonly tag: RawTag;
  readonly tokens: readonly Token[];
}

function assign({ reading, tag, tokens }: Statement): boolean {
  const [head, sign] = tokens;
  if (head?.kind !== 'path' || !(sign?.text === '=' || (sign?.text === '||' && tokens[2]?.text === '=')))
    return false;
  noteTokens(reading, tokens.slice(sign.text === '=' ? 2 : 3), tag, 'argument');
  reading.scopes.make(nameOf(head.text));
  return true;
}

function openBlock({ reading, tag, tokens }: Statement, word: string): void {
  const { names } = noteTokens(reading, tokens.slice(1), tag, word === 'for' ? 'loop' : 'condition');
  reading.scopes.push({
    word,
    at: tag,
    guards: names,
    negated: word === 'unless' || tokens[1]?.text === '!',
  });
}

/** `list.each do |item|`: the names between the bars stand for what the list holds. */
function openDo({ reading, tag, tokens }: Statement, role: 'loop' | 'output'): void {
  const at = tokens.findIndex(({ text }) => text === 'do');
  const makes = tokens
    .slice(at + 1)
    .filter(({ kind }) => kind === 'path')
    .map(({ text }) => text);
  const before = tokens.slice(0, at);
  const walks = /\.(?:each|map|each_with_index|collect)$/.test(before.at(-1)?.text ?? '');
  const { names, operands } = noteTokens(
    reading,
    before,
    tag,
    walks ? 'loop' : role === 'loop' ? 'argument' : role,
  );
  const isLocal = operands.length === 0 || reading.draft.uses.at(-operands.length)!.local;
  const item = walks && !isLocal ? `${names[0]}[]` : null;
  const made = makes.map((name, i): [string, string | null] => [name, i === 0 ? item : null]);
  reading.scopes.push({ word: 'do', at: tag, guards: [], names: new Map(made) });
}

function readCode(statement: Statement): void {
  const { reading, tag, tokens } = statement;
  const span = { start: tag.start, end: tag.end };
  const word = tokens[0]?.text ?? '';
  const isDo = tokens.some(({ text }, i) => text === 'do' && tokens[i - 1]?.text !== ':');
  const kind =
    word === 'end'
      ? 'close'
      : word === 'else' || word === 'elsif' || word === 'when'
        ? 'else'
        : blockWords.has(word) || isDo
          ? 'open'
          : 'set';
  reading.draft.tags.push({ ...span, kind });
  if (word === 'end') noteEnd(statement);
  else if (kind === 'else') {
    const { names } = noteTokens(reading, tokens.slice(1), tag, 'condition');
    if (word !== 'when') reading.scopes.turn(names);
  } else if (blockWords.has(word)) {
    if (tokens.at(-1)?.text !== 'end') openBlock(statement, word);
    else noteTokens(reading, tokens.slice(1, -1), tag, 'condition');
  } else if (isDo) openDo(statement, 'loop');
  else if (!assign(statement)) noteTokens(reading, tokens, tag, 'argument');
}

function noteEnd({ reading: { draft, scopes }, tag }: Statement): void {
  if (!scopes.pop()) noteParse(draft, tag, "'end' closes what was never opened.");
}

const include = /^\s*(?:render|yield)\b/;
const partialName =
  /^\s*render(?:\s*\(|\s)\s*(?:partial:\s*|:partial\s*=>\s*|layout:\s*)?["']([^"']{1,200})["']/;

function readOutput(statement: Statement, raw: boolean): void {
  const { reading, tag, tokens } = statement;
  const inner = reading.draft.text.slice(tag.inner.start, tag.inner.end);
  const span = { start: tag.start, end: tag.end };
  reading.draft.tags.push({ ...span, kind: include.test(inner) ? 'include' : 'output' });
  const partial = partialName.exec(inner);
  if (partial) reading.draft.includes.push({ ...span, kind: 'partial', name: partial[1]! });
  if (tokens.some(({ text }) => text === 'do')) openDo(statement, 'output');
  else {
    // What a block of braces puts out ends in a later tag.
    if (!/[{|]$/.test(tokens.at(-1)?.text ?? '')) areMatched(reading.draft, tokens, tag);
    noteTokens(reading, tokens, tag, 'output', raw ? { raw } : {});
  }
}

function noteParts(reading: Reading, tag: RawTag): void {
  const { draft } = reading;
  const span: Span = { start: tag.start, end: tag.end };
  if (tag.kind === 'comment' || tag.kind === 'escaped')
    draft.tags.push({ ...span, kind: tag.kind === 'comment' ? 'comment' : 'other' });
  else {
    const statement = { reading, tag, tokens: lex(draft.text, tag.inner, dialect.lexer) };
    if (tag.kind === 'code') readCode(statement);
    else readOutput(statement, tag.kind === 'raw');
  }
}

/** Ruby between `<%` and `%>`. Fields are instance variables and the names a partial is given. */
export function parseRuby(text: string): ParsedText {
  const draft = newDraft(text);
  const scopes = new Scopes();
  const reading: Reading = {
    draft,
    scopes,
    dialect,
    rawFilters: raws,
    resolve: (path) => {
      const { name } = cutMethods(path);
      return isOwn(name) ? { name, local: true, guarded: false } : scopes.resolve(name);
    },
    filtersOf: (path) => cutMethods(path).filters,
  };
  for (const tag of scanTags(text, grammar))
    if (tag.unclosed) noteUnclosed(draft, tag, '%>');
    else noteParts(reading, tag);
  noteUnended(reading, () => '<% end %>');
  return finish(draft, 'erb');
}
