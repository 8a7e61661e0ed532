import type { Span } from '../../model/template.js';
import { type Draft, toUse } from './draft.js';

const name = String.raw`[\p{L}_@$.][\p{L}\p{M}\p{N}_.\-[\]]{0,80}`;
const lostEnd = new RegExp(String.raw`(\{{2,3})([ \t]?${name}[ \t]?)(\}(?!\})|(?=[\s<,.;:!?"'）)]|$))`, 'uy');
const lostBegin = new RegExp(String.raw`(?<!\{)\{([ \t]?)(${name})[ \t]?\}\}(?!\})`, 'gu');

/** A tag that lost one or two of its closing braces: noted with its field, so that nobody misses the field too. Returns its end. */
export function noteLostEnd(draft: Draft, start: number): number | undefined {
  lostEnd.lastIndex = start;
  const match = lostEnd.exec(draft.text);
  if (!match) return undefined;
  const [whole, open, inside, brace] = match;
  const bare = brace === '';
  const written = bare ? inside!.trim() : inside!;
  const end = start + (bare ? open!.length + inside!.trimEnd().length : whole.length);
  const replacement = `${open}${written}${'}'.repeat(open!.length)}`;
  note(draft, { start, end }, written, replacement);
  return end;
}

function note(draft: Draft, span: Span, inside: string, replacement: string): void {
  const field = inside.trim();
  const at = draft.text.indexOf(field, span.start);
  const found = draft.text.slice(span.start, span.end);
  const message = `'${found}' lacks a brace, so it is printed as it stands or stops the engine.`;
  draft.problems.push({ kind: 'malformed', ...span, message, expected: replacement, replacement });
  draft.tags.push({ ...span, kind: 'output' });
  draft.uses.push(toUse(field, { start: at, end: at + field.length }, span));
}

const plain = (field: string): boolean => !field.startsWith('.') && !field.startsWith('-');

/** Tags that lost an opening brace; text inside tags, styles and scripts is not looked at. */
export function noteLostBegins(draft: Draft, isCode: (offset: number) => boolean): void {
  const tagged = [...draft.tags].sort((a, b) => a.start - b.start);
  let next = 0;
  for (const match of draft.text.matchAll(lostBegin)) {
    const [whole, space, field] = match;
    const span = { start: match.index, end: match.index + whole.length };
    while (next < tagged.length && tagged[next]!.end <= span.start) next++;
    const inTag = next < tagged.length && tagged[next]!.start < span.end;
    if (inTag || isCode(span.start) || !plain(field!)) continue;
    note(draft, span, field!, `{{${space}${field}${space}}}`);
  }
}
