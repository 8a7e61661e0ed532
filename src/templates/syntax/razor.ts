import type { ParsedText, Span, Tag } from '../../model/template.js';
import { type Draft, finish, newDraft, noteOpen, noteParse } from './draft.js';
import { behind, noteValues, pairs, type Reading } from './razor-values.js';
import { words } from './words.js';

/** Comments, `@@`, directives of one line, blocks, and expressions; an `@` behind a letter is an address of mail. */
const signs =
  /@\*[\s\S]{0,9000}?\*@|@@|^[ \t]*@(?:model|using|inject|inherits|namespace|page|layout|implements|attribute|typeparam|preservewhitespace|addTagHelper|removeTagHelper|tagHelperPrefix)\b[^\n]*|@(?<block>if|foreach|for|while|switch|lock|using|section|functions|code|try|do)\b|@(?<code>\{)|@(?<open>\()|(?<![\p{L}\p{N}._-])@(?:await\s+)?(?<path>[\p{L}_][\p{L}\p{N}_]*(?:\??\.[\p{L}_][\p{L}\p{N}_]*)*)/gmu;

const more = /^(?:\??\.[\p{L}_][\p{L}\p{N}_]*)+/u;
const loops = /\(\s*(?:var|[\p{L}_][\p{L}\p{N}_.<>?]*)\s+([\p{L}_][\p{L}\p{N}_]*)\s+in\s+/u;
const raw = /\b(?:Html\.Raw|MarkupString)\s*\(/;
const partial =
  /\b(?:Partial|PartialAsync|RenderPartial|RenderPartialAsync)\s*\(\s*"([^"]{1,200})"|(?:^|[{;])\s*Layout\s*=\s*"([^"]{1,200})"/gm;
const tagHelper = /<partial\b[^<>]{0,200}?\bname="([^"]{1,200})"[^<>]{0,200}>/g;
const plain = words('if foreach for while switch');
/** A text with more mistakes than that is none of the language, and each costs a look for its end. */
const most = 500;

function noteIncludes(draft: Draft, span: Span): void {
  for (const match of draft.text.slice(span.start, span.end).matchAll(partial)) {
    const name = match[1] ?? match[2]!;
    draft.includes.push({ ...span, name, kind: match[1] === undefined ? 'layout' : 'partial' });
  }
}

/** `@if (…) {`: what it asks for, and how far it reaches. Gives the offset behind its head. */
function readBlock(reading: Reading, word: string, start: number, at: number): number {
  const { draft, blocks } = reading;
  const head = /^[^\S\n]*\(/.exec(draft.text.slice(at, at + 20));
  const paren = head ? behind(draft.text, at + head[0].length - 1) : at;
  if (paren < 0) {
    noteParse(draft, { start, end: at }, `The parentheses of '@${word}' do not match.`);
    return at;
  }
  const brace = draft.text.slice(paren, paren + 200).search(/\S/) + paren;
  const inside = { start: at, end: paren };
  const asked = draft.text.slice(at, paren);
  const item = word === 'foreach' ? loops.exec(asked)?.[1] : undefined;
  const tag = { start, end: draft.text[brace] === '{' ? brace + 1 : paren };
  const role = item === undefined ? 'condition' : 'loop';
  const names = plain.has(word) ? noteValues(reading, inside, tag, { role }) : [];
  draft.tags.push({ ...tag, kind: 'open' });
  const end = draft.text[brace] === '{' ? behind(draft.text, brace, 200_000) : paren;
  if (end < 0) noteOpen(draft, { word: `@${word}`, at: tag }, '}');
  else if (end > paren) draft.tags.push({ start: end - 1, end, kind: 'close' });
  const made =
    item === undefined ? {} : { item: [item, names[0] === undefined ? '' : `${names[0]}[]`] as const };
  const guards = word === 'if' ? names : [];
  blocks.push({ start: tag.end, end: end < 0 ? draft.text.length : end, guards, ...made });
  return tag.end;
}

/** `@Model.Name.ToString("C")`, `@L["Key", Model.Name]`: a path with the brackets behind it. */
function readExpression(reading: Reading, start: number, from: number): number {
  const { draft } = reading;
  let end = from;
  while (draft.text[end] === '(' || draft.text[end] === '[') {
    const close = behind(draft.text, end);
    if (close < 0) {
      noteParse(draft, { start, end }, 'The parentheses of the expression do not match.');
      break;
    }
    end = close + (more.exec(draft.text.slice(close, close + 200))?.[0].length ?? 0);
  }
  const tag = { start, end };
  const isRaw = raw.test(draft.text.slice(start, end));
  noteIncludes(draft, tag);
  noteValues(reading, { start: start + 1, end }, tag, isRaw ? { raw: true } : {});
  draft.tags.push({ ...tag, kind: draft.includes.at(-1)?.start === start ? 'include' : 'output' });
  return end;
}

function readSign(reading: Reading, match: RegExpExecArray): number {
  const { draft } = reading;
  const { block, code, open, path } = match.groups!;
  const start = match.index;
  const end = start + match[0].length;
  const note = (to: number, kind: Tag['kind']): number => {
    draft.tags.push({ start, end: to, kind });
    return to;
  };
  if (block !== undefined) return readBlock(reading, block, start, end);
  if (path !== undefined) return readExpression(reading, start, end);
  if (code === undefined && open === undefined)
    return note(end, match[0].startsWith('@*') ? 'comment' : 'other');
  const close = behind(draft.text, end - 1);
  if (close < 0) {
    noteParse(draft, { start, end }, `'${match[0]}' is never closed.`, pairs[code ?? open!]);
    return note(end, 'other');
  }
  noteIncludes(draft, { start, end: close });
  noteValues(
    reading,
    { start: end, end: close - 1 },
    { start, end: close },
    code ? { role: 'argument' } : {},
  );
  return note(close, code ? 'set' : 'output');
}

/** Razor of ASP.NET, https://learn.microsoft.com/aspnet/core/mvc/views/razor: values of the model; what the view or the program makes is its own. */
export function parseRazor(text: string): ParsedText {
  const draft = newDraft(text);
  const reading: Reading = { draft, blocks: [] };
  signs.lastIndex = 0;
  for (let match = signs.exec(text); match && draft.problems.length < most; match = signs.exec(text))
    signs.lastIndex = readSign(reading, match);
  for (const { 0: tag, 1: name, index: start } of text.matchAll(tagHelper))
    draft.includes.push({ start, end: start + tag.length, name: name!, kind: 'partial' });
  return finish(draft, 'razor');
}
