import type { ParsedText, Span, Syntax, Tag } from '../../model/template.js';
import { codeRegions, within } from './code-regions.js';
import { noteLostBegins, noteLostEnd } from './curly-malformed.js';
import type { Dialect } from './dialect.js';
import { type Draft, finish, newDraft, noteParse, toUse } from './draft.js';
import { lex, lexerOf, nameOf, paths } from './lex.js';
import { closeBlock, closingOf, openBlock, turnBlock } from './moustache-blocks.js';
import { noteExpression, noteUnclosed, noteUnended, type Reading } from './note.js';
import { grammarOf, type RawTag, scanTags } from './scan.js';
import { Scopes } from './scopes.js';

const grammar = grammarOf([
  { kind: 'escaped', open: String.raw`\\\{\{`, close: String.raw`\}\}`, opaque: true },
  {
    kind: 'raw-block',
    open: String.raw`\{\{\{\{`,
    close: String.raw`\{\{\{\{\/[^}]{0,200}\}\}\}\}`,
    opaque: true,
  },
  { kind: 'comment', open: String.raw`\{\{~?!--`, close: String.raw`--~?\}\}`, opaque: true },
  { kind: 'comment', open: String.raw`\{\{~?!`, close: String.raw`\}\}`, opaque: true },
  { kind: 'triple', open: String.raw`\{\{~?\{`, close: String.raw`\}~?\}\}` },
  { kind: 'tag', open: String.raw`\{\{~?`, close: String.raw`~?\}\}` },
]);

const dialect: Dialect = {
  lexer: lexerOf(paths.handlebars),
  keywords: new Set(['true', 'false', 'null', 'undefined', 'as']),
  commands: true,
  whole: true,
  keys: '=',
  defaults: new Set(['or', 'default', 'coalesce', 'fallback', 'ifEmpty']),
};

/** In Mustache a name is all a tag holds; i18next adds a format behind a comma. */
const mustacheDialect: Dialect = { ...dialect, commands: false };

/** What a path of Handlebars means: `../` climbs, `this` is the context, `@index` is made by the loop. */
function resolveIn(scopes: Scopes): Reading['resolve'] {
  return (path) => {
    const up = path.match(/\.\.(?:\/|$)/g)?.length ?? 0;
    const rest = path.replace(/^(?:\.\.(?:\/|$))+/, '').replace(/^(?:this(?=[./]|$)[./]?|\.\/?)/, '');
    if (/^@root\b/.test(rest)) return scopes.resolve(nameOf(rest.slice(6)), { root: true });
    if (rest.startsWith('@')) return { name: rest, local: true, guarded: false };
    return scopes.resolve(nameOf(rest), { up });
  };
}

const sigils: Readonly<Record<string, Tag['kind']>> = {
  '#': 'open',
  '^': 'open',
  '/': 'close',
  '>': 'include',
  '=': 'other',
};

function notePartial(reading: Reading, tag: RawTag, start: number): void {
  const {
    draft,
    dialect: { lexer },
  } = reading;
  const name = /^\s*(?:"([^"]*)"|'([^']*)'|([^\s(]+))/.exec(draft.text.slice(start, tag.inner.end));
  if (!name) return;
  const at = start + name[0].length;
  draft.includes.push({
    start: tag.start,
    end: tag.end,
    kind: 'partial',
    name: name[1] ?? name[2] ?? name[3]!,
  });
  if (lex(draft.text, { start: at, end: tag.inner.end }, lexer).length > 0)
    noteExpression(reading, { start: at, end: tag.inner.end }, tag, 'argument');
}

/** A value by its place, `{{1}}`, as messengers have them. */
function noteNumber(draft: Draft, { start, end }: Span, tag: RawTag): boolean {
  const [, lead = '', number] = /^(\s*)(\d{1,2})\s*$/.exec(draft.text.slice(start, end)) ?? [];
  if (number === undefined) return false;
  const from = start + lead.length;
  draft.uses.push(toUse(number, { start: from, end: from + number.length }, tag, { role: 'output' }));
  return true;
}

function noteOutput(reading: Reading, tag: RawTag, start: number, raw: boolean): void {
  const { draft } = reading;
  const inside = { start, end: tag.inner.end };
  const before = draft.uses.length;
  if (reading.dialect === mustacheDialect) {
    const comma = draft.text.slice(start, inside.end).indexOf(',');
    if (comma > 0) inside.end = start + comma;
  }
  if (!noteNumber(draft, inside, tag)) noteExpression(reading, inside, tag, 'output', raw ? { raw } : {});
  if (draft.uses.length === before && draft.text.slice(start, tag.inner.end).trim() === '')
    noteParse(draft, tag, 'The tag is empty.');
}

function readTag(reading: Reading, tag: RawTag): void {
  const { draft } = reading;
  const inner = draft.text.slice(tag.inner.start, tag.inner.end);
  const [lead, sigil = ''] = /^\s*([#^/>&=*-]?)/.exec(inner)!;
  const start = tag.inner.start + lead.length;
  const span = { start: tag.start, end: tag.end };
  const isElse = reading.dialect === dialect && /^\s*(?:else\b|\^\s*$)/.test(inner);
  draft.tags.push({ ...span, kind: isElse ? 'else' : (sigils[sigil] ?? 'output') });
  if (isElse) turnBlock(reading, tag);
  else if (sigil === '#' || sigil === '^') openBlock(reading, tag, start, sigil);
  else if (sigil === '/') closeBlock(reading, tag, start);
  else if (sigil === '>') notePartial(reading, tag, start);
  else if (sigil !== '=' && sigil !== '*')
    noteOutput(reading, tag, start, sigil === '&' || sigil === '-' || tag.kind === 'triple');
}

/** Tags between double braces: Handlebars and Mustache, with the formats of i18next. */
export function parseMoustaches(text: string, syntax: Syntax): ParsedText {
  const draft = newDraft(text);
  const scopes = new Scopes();
  const own = syntax === 'mustache' ? mustacheDialect : dialect;
  const reading: Reading = { draft, scopes, dialect: own, rawFilters: new Set(), resolve: resolveIn(scopes) };
  const tags = scanTags(text, grammar);
  for (let step = tags.next(); !step.done; ) {
    const tag = step.value;
    const lost = tag.unclosed ? noteLostEnd(draft, tag.start) : undefined;
    if (tag.unclosed && lost === undefined) noteUnclosed(draft, tag, '}}');
    else if (tag.kind === 'comment' || tag.kind === 'raw-block' || tag.kind === 'escaped')
      draft.tags.push({ start: tag.start, end: tag.end, kind: tag.kind === 'comment' ? 'comment' : 'other' });
    else if (lost === undefined) readTag(reading, tag);
    step = tags.next(lost);
  }
  noteUnended(reading, closingOf);
  noteLostBegins(draft, within(codeRegions(text)));
  return finish(draft, syntax);
}
