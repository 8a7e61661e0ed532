import type { ParsedText, Tag } from '../../model/template.js';
import { codeRegions, within } from './code-regions.js';
import { noteLostBegins, noteLostEnd } from './curly-malformed.js';
import type { Dialect } from './dialect.js';
import { finish, newDraft, noteParse } from './draft.js';
import { lex, lexerOf, paths, type Token } from './lex.js';
import { type Noted, noteTokens, noteUnclosed, noteUnended, type Reading } from './note.js';
import { grammarOf, type RawTag, scanTags } from './scan.js';
import { type Frame, Scopes } from './scopes.js';
import { words } from './words.js';

const grammar = grammarOf([
  { kind: 'comment', open: String.raw`\{\{-?\s{0,9}/\*`, close: String.raw`\*/\s{0,9}-?\}\}`, opaque: true },
  { kind: 'tag', open: String.raw`\{\{-?`, close: String.raw`-?\}\}` },
]);

/** Functions of text/template, and those of the Sprig library that are used without arguments of their own. */
const dialect: Dialect = {
  lexer: lexerOf(paths.go, undefined, '"`'),
  keywords: words('if else range with end define block template break continue true false nil'),
  pipes: true,
  whole: true,
  commands: true,
  defaults: words('default or coalesce'),
};

const kinds: Readonly<Record<string, Tag['kind']>> = {
  if: 'open',
  range: 'open',
  with: 'open',
  block: 'open',
  define: 'open',
  else: 'else',
  end: 'close',
  template: 'include',
};

interface Statement {
  readonly reading: Reading;
  readonly tag: RawTag;
  readonly tokens: readonly Token[];
}

/** `$x := value`, `$i, $x := range list`: names and what stands behind the sign. */
function cutAssignment(tokens: readonly Token[]): { makes: string[]; rest: readonly Token[] } {
  const sign = tokens.findIndex(
    ({ text }, i) => text === '=' && (tokens[i - 1]?.text === ':' || tokens[i - 1]?.kind === 'path'),
  );
  if (sign < 0) return { makes: [], rest: tokens };
  const makes = tokens
    .slice(0, sign)
    .filter(({ kind }) => kind === 'path')
    .map(({ text }) => text);
  return { makes, rest: tokens.slice(sign + 1) };
}

function open({ reading, tag, tokens }: Statement, word: string): void {
  const { makes, rest } = cutAssignment(tokens);
  const role = word === 'range' ? 'loop' : 'condition';
  const { names }: Noted = noteTokens(
    reading,
    rest.filter(({ text }) => text !== 'range'),
    tag,
    role,
  );
  const value = names[0] ?? '';
  const context = word === 'range' ? `${value}[]` : value;
  const made = makes.map((name, i): [string, string | null] => [
    name,
    i === makes.length - 1 ? context : null,
  ]);
  const frame: Frame = { word, at: tag, guards: word === 'range' ? [] : names, names: new Map(made) };
  const negated = rest[0]?.text === 'not';
  reading.scopes.push(word === 'if' ? { ...frame, negated } : { ...frame, context });
}

function include({ reading, tag, tokens }: Statement): void {
  const [name, ...rest] = tokens;
  if (name?.kind === 'string')
    reading.draft.includes.push({
      start: tag.start,
      end: tag.end,
      kind: 'partial',
      name: name.text.slice(1, -1),
    });
  noteTokens(
    reading,
    rest.filter(({ text }) => text !== '.' && text !== '$'),
    tag,
    'argument',
  );
}

function plain({ reading, tag, tokens }: Statement): Tag['kind'] {
  const { makes, rest } = cutAssignment(tokens);
  const before = reading.draft.uses.length;
  noteTokens(reading, rest, tag, makes.length > 0 ? 'argument' : 'output');
  for (const name of makes) reading.scopes.make(name);
  if (reading.draft.uses.length === before && tokens.length === 0)
    noteParse(reading.draft, tag, 'The tag is empty.');
  return makes.length > 0 ? 'set' : 'output';
}

function readTag(reading: Reading, tag: RawTag): void {
  const { draft, scopes } = reading;
  const tokens = lex(draft.text, tag.inner, dialect.lexer);
  const [head, ...rest] = tokens;
  const word = head?.text ?? '';
  const statement: Statement = { reading, tag, tokens: rest };
  const span = { start: tag.start, end: tag.end };
  if (word === 'if' || word === 'range' || word === 'with') open(statement, word);
  else if (word === 'define' || word === 'block') {
    scopes.push({ word, at: tag, guards: [] });
    if (word === 'block')
      noteTokens(
        reading,
        rest.filter(({ text }) => text !== '.'),
        tag,
        'argument',
      );
  } else if (word === 'else') scopes.turn(noteTokens(reading, rest, tag, 'condition').names);
  else if (word === 'end') {
    if (!scopes.pop()) noteParse(draft, span, "'end' closes what was never opened.");
  } else if (word === 'template') include(statement);
  else {
    draft.tags.push({ ...span, kind: plain({ ...statement, tokens }) });
    return;
  }
  draft.tags.push({ ...span, kind: kinds[word]! });
}

/** `.A.B` is looked up in the context, `$x` is made here, `$.A` is looked up at the top; a bare word is a function. */
const resolveIn =
  (scopes: Scopes): Reading['resolve'] =>
  (path) => {
    if (path.startsWith('$.') || path === '$') return scopes.resolve(path.slice(2), { root: true });
    if (path.startsWith('$')) return { ...scopes.resolve(path), guarded: false };
    return path.startsWith('.') ? scopes.resolve(path.slice(1)) : { name: path, local: true, guarded: false };
  };

/** Go's text/template and html/template. */
export function parseGo(text: string): ParsedText {
  const draft = newDraft(text);
  const scopes = new Scopes();
  const rawFilters = words('safeHTML safeURL safeHTMLAttr raw unescaped');
  const reading: Reading = { draft, scopes, dialect, rawFilters, resolve: resolveIn(scopes) };
  const tags = scanTags(text, grammar);
  for (let step = tags.next(); !step.done; ) {
    const tag = step.value;
    const lost = tag.unclosed ? noteLostEnd(draft, tag.start) : undefined;
    if (tag.unclosed && lost === undefined) noteUnclosed(draft, tag, '}}');
    else if (tag.kind === 'comment') draft.tags.push({ start: tag.start, end: tag.end, kind: 'comment' });
    else if (lost === undefined) readTag(reading, tag);
    step = tags.next(lost);
  }
  noteUnended(reading, () => '{{end}}');
  noteLostBegins(draft, within(codeRegions(text)));
  return finish(draft, 'go');
}
