import type { ParsedText, Span, Tag } from '../../model/template.js';
import type { Dialect } from './dialect.js';
import { type Draft, finish, newDraft, noteParse } from './draft.js';
import { lex, lexerOf, paths } from './lex.js';
import { noteTokens, type Reading, resolveIn } from './note.js';
import { Scopes } from './scopes.js';

const attribute = /\b(?:data-)?th[:-]([a-z-]{1,30})\s{0,5}=\s{0,5}(?:"([^"]{0,4000})"|'([^']{0,4000})')/g;
const inline = /\[\[([$*#@][^\]\n]{0,500})\]\]|\[\(([$*#@][^\n]{0,500}?)\)\]/g;
const made = /(?:^|,|\()\s*([A-Za-z_]\w*)(?:\s*,\s*([A-Za-z_]\w*))?\s*[:=](?!=)/g;

const dialect: Dialect = {
  lexer: lexerOf(paths.usual),
  keywords: new Set('and or not eq ne gt ge lt le div mod true false null th new'.split(' ')),
  keys: 'both',
  otherwise: new Set(['?:', '??']),
  ternary: true,
};

/** Expressions between `${` or `*{` and the brace that ends them; `#{key(${x})}` names a text, `@{/path(a=${b})}` a link. */
function expressionsIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (let i = start; i < end - 1; i++) {
    if ((text[i] !== '$' && text[i] !== '*') || text[i + 1] !== '{') continue;
    let depth = 0;
    let close = i + 1;
    for (; close < end; close++) {
      if (text[close] === '{') depth++;
      else if (text[close] === '}' && --depth === 0) break;
    }
    found.push({ start: i + 2, end: close });
    i = close;
  }
  return found;
}

const roles: Readonly<Record<string, 'condition' | 'loop' | 'argument'>> = {
  if: 'condition',
  unless: 'condition',
  switch: 'condition',
  case: 'condition',
  each: 'loop',
  with: 'argument',
};

interface Place {
  readonly tag: Span;
  readonly value: Span;
  readonly word: string;
}

function noteValues(reading: Reading, { tag, value, word }: Place, raw: boolean): string[] {
  const { draft } = reading;
  const written = draft.text.slice(value.start, value.end);
  const isArgument = /^\s*[#@~]\{/.test(written);
  const role = roles[word] ?? (isArgument ? 'argument' : 'output');
  return expressionsIn(draft.text, value).flatMap((span) => {
    const tokens = lex(draft.text, span, dialect.lexer);
    const kept = tokens.filter(
      ({ text }, i) => !(tokens[i - 1]?.text === '#' || (text === '#' && tokens[i + 1]?.kind === 'path')),
    );
    return noteTokens(reading, kept, tag, role, raw ? { raw } : {}).names;
  });
}

function readAttribute(reading: Reading, place: Place): void {
  const { draft, scopes } = reading;
  const { word, value, tag } = place;
  const written = draft.text.slice(value.start, value.end);
  const kind: Tag['kind'] =
    word === 'each' || word === 'if' || word === 'unless'
      ? 'open'
      : word === 'with'
        ? 'set'
        : /^(?:replace|insert|include)$/.test(word)
          ? 'include'
          : 'output';
  draft.tags.push({ start: tag.start, end: tag.end, kind });
  const names = noteValues(reading, place, word === 'utext');
  if (word === 'with') for (const [, name] of written.matchAll(made)) scopes.make(name!);
  if (word === 'each') {
    const [, item, status] = /^\s*(\w+)(?:\s*,\s*(\w+))?\s*:/.exec(written) ?? [];
    if (item) scopes.make(item, names[0] === undefined ? null : `${names[0]}[]`);
    if (status) scopes.make(status);
    if (item) scopes.make(`${item}Stat`);
  }
  if (kind === 'include') noteInclude(draft, written, tag);
}

function noteInclude(draft: Draft, written: string, tag: Span): void {
  const name = /^\s*(?:~\{)?\s*([\w./-]{1,200})/.exec(written)?.[1];
  if (name) draft.includes.push({ start: tag.start, end: tag.end, kind: 'partial', name });
}

const literals = /'[^']*'|\|[^|]*\|/g;

/** Brackets that do not match inside one value. */
function noteBrackets(draft: Draft, { value, tag }: Place): void {
  const written = draft.text.slice(value.start, value.end).replace(literals, '');
  const count = (sign: string): number => written.split(sign).length;
  if (count('{') !== count('}')) noteParse(draft, tag, 'The braces of the expression do not match.');
  else if (count('(') !== count(')'))
    noteParse(draft, tag, 'The parentheses of the expression do not match.');
}

/** Thymeleaf: attributes `th:*` and values between double brackets. Names made by `th:each` and `th:with` hold from there on. */
export function parseThymeleaf(text: string): ParsedText {
  const draft = newDraft(text);
  const scopes = new Scopes();
  const reading: Reading = { draft, scopes, dialect, rawFilters: new Set(), resolve: resolveIn(scopes) };
  const places = [
    ...[...text.matchAll(attribute)].map((match): Place => {
      const value = match[2] ?? match[3]!;
      const end = match.index + match[0].length;
      return {
        tag: { start: match.index, end },
        value: { start: end - 1 - value.length, end: end - 1 },
        word: match[1]!,
      };
    }),
    ...[...text.matchAll(inline)].map((match): Place => {
      const tag = { start: match.index, end: match.index + match[0].length };
      return {
        tag,
        value: { start: tag.start + 2, end: tag.end - 2 },
        word: match[0].startsWith('[(') ? 'utext' : 'text',
      };
    }),
  ].sort((a, b) => a.tag.start - b.tag.start);
  for (const place of places) {
    readAttribute(reading, place);
    noteBrackets(draft, place);
  }
  return finish(draft, 'thymeleaf');
}
