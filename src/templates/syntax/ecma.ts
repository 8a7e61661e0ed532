import type { ParsedText, Tag } from '../../model/template.js';
import type { Dialect } from './dialect.js';
import { finish, newDraft, noteParse } from './draft.js';
import { lex, lexerOf, nameOf, paths, type Token } from './lex.js';
import { areMatched, noteTokens, noteUnclosed, type Reading } from './note.js';
import { grammarOf, type RawTag, scanTags } from './scan.js';
import { Scopes } from './scopes.js';
import { words } from './words.js';

const grammar = grammarOf([
  { kind: 'escaped', open: '<%%', close: '%>', opaque: true },
  { kind: 'comment', open: '<%#', close: '[-_]?%>', opaque: true },
  { kind: 'raw', open: '<%-', close: '[-_]?%>', opaque: true },
  { kind: 'output', open: '<%=', close: '[-_]?%>', opaque: true },
  { kind: 'code', open: '<%_?', close: '[-_]?%>', opaque: true },
]);

const dialect: Dialect = {
  lexer: lexerOf(paths.usual, '${', '"\'`'),
  keywords: words(
    'if else for while do switch case break default return function const let var of in new typeof instanceof true false null undefined this async await try catch void delete continue',
  ),
  keys: ':',
  otherwise: words('|| ??'),
  ternary: true,
};

/** Built into the language or into EJS; nobody hands them over. */
const built = words(
  'Math Date JSON Object Array String Number Boolean Intl encodeURIComponent encodeURI parseInt parseFloat isNaN console locals include escapeFn rethrow process require',
);

const names = (tokens: readonly Token[]): string[] =>
  tokens.filter(({ kind }) => kind === 'path').map(({ text }) => text);

/** Names that `const`, `function`, `=>` and `catch` make. */
function makes(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ text }, i) => {
    if (text === 'const' || text === 'let' || text === 'var') {
      const stop = tokens.findIndex(
        (token, j) => j > i && (token.text === '=' || token.text === 'of' || token.text === 'in'),
      );
      return names(tokens.slice(i + 1, stop < 0 ? undefined : stop));
    }
    if (text === 'function') {
      const stop = tokens.findIndex((token, j) => j > i && token.text === ')');
      return names(tokens.slice(i + 1, stop < 0 ? undefined : stop));
    }
    if (text !== '=>') return [];
    const open = tokens.findLastIndex((token, j) => j < i && token.text === '(');
    return names(tokens.slice(tokens[i - 1]?.text === ')' ? open : i - 1, i));
  });
}

const walks = /\.(?:forEach|map|filter|some|every)$/;

/** What the first name of a loop stands for: an item of the list that it walks. */
function listOf(tokens: readonly Token[]): Token | undefined {
  const of = tokens.findIndex(({ text }) => text === 'of');
  return of > 0 ? tokens[of + 1] : tokens.find(({ kind, text }) => kind === 'path' && walks.test(text));
}

function readCode(reading: Reading, tag: RawTag, tokens: readonly Token[]): Tag['kind'] {
  const { scopes, draft } = reading;
  const closes = tokens[0]?.text === '}';
  const opens = tokens.at(-1)?.text === '{';
  if (closes && opens) {
    scopes.turn(noteTokens(reading, tokens.slice(1, -1), tag, 'condition').names);
    return 'else';
  }
  if (closes) {
    if (!scopes.pop()) noteParse(draft, tag, "'}' closes what was never opened.");
    return 'close';
  }
  const made = makes(tokens);
  const list = listOf(tokens);
  const walked = list && reading.resolve(list.text.replace(walks, ''));
  const item = walked && !walked.local ? `${walked.name}[]` : null;
  if (!opens) for (const name of made) scopes.make(name);
  else
    scopes.push({
      word: '{',
      at: tag,
      guards: [],
      names: new Map(made.map((name, i) => [name, i === 0 ? item : null])),
    });
  const asks = tokens[0]?.text === 'if' || tokens[0]?.text === 'while';
  const role = list ? 'loop' : asks ? 'condition' : 'argument';
  const noted = noteTokens(
    reading,
    tokens.filter(({ text }) => !made.includes(text)),
    tag,
    role,
  );
  if (!opens) return 'set';
  const frame = scopes.pop()!;
  const negated = tokens[2]?.text === '!';
  scopes.push({ ...frame, guards: asks ? noted.names : [], negated });
  return 'open';
}

const include = /^\s*include\s*\(\s*["'`]([^"'`]{1,200})["'`]/;

function readTag(reading: Reading, tag: RawTag): void {
  const { draft } = reading;
  const note = (kind: Tag['kind']): void => void draft.tags.push({ start: tag.start, end: tag.end, kind });
  if (tag.kind === 'comment') {
    note('comment');
    return;
  }
  if (tag.kind === 'escaped') {
    note('other');
    return;
  }
  const tokens = lex(draft.text, tag.inner, dialect.lexer);
  if (tag.kind === 'code') {
    note(readCode(reading, tag, tokens));
    return;
  }
  const partial = include.exec(draft.text.slice(tag.inner.start, tag.inner.end));
  if (partial) draft.includes.push({ start: tag.start, end: tag.end, kind: 'partial', name: partial[1]! });
  note(partial ? 'include' : 'output');
  if (!/^(?:\{|=>)$/.test(tokens.at(-1)?.text ?? '')) areMatched(draft, tokens, tag);
  const role = partial ? 'argument' : 'output';
  noteTokens(reading, tokens, tag, role, tag.kind === 'raw' && !partial ? { raw: true } : {});
}

/** Methods of strings, numbers, dates and lists that only change how a value looks. */
const methods =
  /\.(?:toString|toFixed|toLocale\w+|toUpperCase|toLowerCase|trim|join|map|filter|forEach|some|every|slice|length|replace|replaceAll|split|padStart|format|includes|startsWith)$/;

/** JavaScript between `<%` and `%>`. */
export function parseEcma(text: string): ParsedText {
  const draft = newDraft(text);
  const scopes = new Scopes();
  const reading: Reading = {
    draft,
    scopes,
    dialect,
    rawFilters: new Set(),
    resolve: (path) => {
      const name = nameOf(path.replace(methods, '')).replace(/^locals\./, '');
      const [head = ''] = name.split(/[.[]/);
      return built.has(head) ? { name, local: true, guarded: false } : scopes.resolve(name);
    },
    filtersOf: (path) => (methods.test(path) ? [path.slice(path.lastIndexOf('.') + 1)] : []),
  };
  for (const tag of scanTags(text, grammar))
    if (tag.unclosed) noteUnclosed(draft, tag, '%>');
    else readTag(reading, tag);
  for (const { at } of scopes.frames) noteParse(draft, at, 'The block is never closed.', '<% } %>');
  return finish(draft, 'ejs');
}
