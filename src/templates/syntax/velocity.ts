import type { ParsedText, Span } from '../../model/template.js';
import { type Draft, finish, newDraft, noteParse, toUse } from './draft.js';
import { noteUnended } from './note.js';
import { Scopes } from './scopes.js';

const name = String.raw`[A-Za-z_][\w-]{0,80}`;
const call = String.raw`\([^()\n]{0,200}\)`;
const reference = String.raw`\$(!?)(?:\{(${name}(?:\.${name}(?:${call})?)*)(?:\|[^{}\n]{0,100})?\}|(${name}(?:\.${name}(?:${call})?)*))`;
const token = new RegExp(
  String.raw`(##[^\n]*|#\*[\s\S]{0,5000}?\*#|#\[\[[\s\S]{0,5000}?\]\]#)|#\{?(if|elseif|else|end|foreach|set|parse|include|macro|define|stop|break|@${name}(?=\s?\())\b\}?|${reference}`,
  'g',
);

interface State {
  readonly draft: Draft;
  readonly scopes: Scopes;
}

/** End of the parentheses that begin at an offset, within one statement's reach. */
function endOfCall(text: string, start: number): number {
  let depth = 0;
  const limit = Math.min(text.length, start + 2000);
  for (let i = start; i < limit; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i + 1;
  }
  return -1;
}

const methods =
  /\.(?:size|length|isEmpty|format|toString|get|equals|trim|toUpperCase|toLowerCase|replace|substring)\(.*$|\(.*$/;

/** Names the engine and its tools make. */
const built = new Set([
  'foreach',
  'velocityCount',
  'esc',
  'date',
  'number',
  'math',
  'display',
  'util',
  'text',
  'i18n',
  'velocityHasNext',
]);

function noteReference(
  { draft, scopes }: State,
  match: RegExpMatchArray,
  tag: Span,
  role: 'output' | 'condition' | 'loop' | 'argument',
): string {
  const written = match[4] ?? match[5]!;
  const path = written.replace(methods, '');
  const found = scopes.resolve(path);
  const start = match.index! + match[0].indexOf(written);
  const local = found.local || built.has(path.split('.')[0]!);
  const fallback = found.guarded || match[3] === '!' || match[0].includes('|');
  draft.uses.push(toUse(found.name, { start, end: start + path.length }, tag, { role, local, fallback }));
  return found.name;
}

const referenceOnly = new RegExp(`()()${reference}`, 'g');

function noteInside(state: State, span: Span, tag: Span, role: 'condition' | 'loop' | 'argument'): string[] {
  const inside = state.draft.text.slice(0, span.end);
  const names: string[] = [];
  referenceOnly.lastIndex = span.start;
  for (let match = referenceOnly.exec(inside); match; match = referenceOnly.exec(inside))
    names.push(noteReference(state, match, tag, role));
  return names;
}

function noteStatement(state: State, match: RegExpMatchArray, word: string): number {
  const { draft, scopes } = state;
  const begin = match.index! + match[0].length;
  const [gap] = /^\s?/.exec(draft.text.slice(begin, begin + 1))!;
  const hasCall = draft.text[begin + gap.length] === '(' && word !== 'end' && word !== 'else';
  const end = hasCall ? endOfCall(draft.text, begin + gap.length) : begin;
  const tag = { start: match.index!, end: Math.max(end, begin) };
  if (end < 0) noteParse(draft, tag, `'#${word}(' has no end.`, ')');
  const inside = { start: begin, end: tag.end };
  const written = draft.text.slice(inside.start, inside.end);
  if (word === 'end') {
    draft.tags.push({ ...tag, kind: 'close' });
    if (!scopes.pop()) noteParse(draft, tag, "'#end' closes what was never opened.");
  } else if (word === 'else' || word === 'elseif') {
    draft.tags.push({ ...tag, kind: 'else' });
    scopes.turn(noteInside(state, inside, tag, 'condition'));
  } else if (word === 'set') {
    draft.tags.push({ ...tag, kind: 'set' });
    const made = /^\s*\(\s*\$!?\{?([\w.]+)\}?\s*=/.exec(written);
    noteInside(state, { start: inside.start + (made?.[0].length ?? 0), end: inside.end }, tag, 'argument');
    if (made) scopes.make(made[1]!);
  } else if (word === 'parse' || word === 'include') {
    draft.tags.push({ ...tag, kind: 'include' });
    const file = /["']([^"']{1,200})["']/.exec(written);
    if (file) draft.includes.push({ ...tag, kind: 'partial', name: file[1]! });
  } else if (word === 'foreach') openLoop(state, inside, tag, written);
  else if (word.startsWith('@')) {
    draft.tags.push({ ...tag, kind: 'open' });
    noteInside(state, inside, tag, 'argument');
    scopes.push({ word, at: tag, guards: [] });
  } else if (word === 'macro' || word === 'define') {
    draft.tags.push({ ...tag, kind: 'open' });
    const made = [...written.matchAll(/\$([\w]+)/g)].map(([, one]): [string, null] => [one!, null]);
    scopes.push({ word, at: tag, guards: [], names: new Map(made) });
  } else if (word === 'if') {
    draft.tags.push({ ...tag, kind: 'open' });
    const guards = noteInside(state, inside, tag, 'condition');
    scopes.push({ word, at: tag, guards, negated: /^\s*\(\s*!/.test(written) });
  }
  return tag.end;
}

function openLoop(state: State, inside: Span, tag: Span, written: string): void {
  const { draft, scopes } = state;
  const made = /^\s*\(\s*\$!?\{?(\w+)\}?\s+in\b/.exec(written);
  const names = noteInside(
    state,
    { start: inside.start + (made?.[0].length ?? 0), end: inside.end },
    tag,
    'loop',
  );
  draft.tags.push({ ...tag, kind: 'open' });
  const item = names[0] === undefined ? null : `${names[0]}[]`;
  scopes.push({ word: 'foreach', at: tag, guards: [], names: new Map(made ? [[made[1]!, item]] : []) });
}

/** Apache Velocity. */
export function parseVelocity(text: string): ParsedText {
  const draft = newDraft(text);
  const state: State = { draft, scopes: new Scopes() };
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const tag = { start: match.index, end: match.index + match[0].length };
    if (match[1]) draft.tags.push({ ...tag, kind: 'comment' });
    else if (match[2]) {
      const last = token.lastIndex;
      token.lastIndex = Math.max(last, noteStatement(state, match, match[2]));
    } else {
      draft.tags.push({ ...tag, kind: 'output' });
      noteReference(state, match, tag, 'output');
    }
  }
  noteUnended(state, () => '#end');
  return finish(draft, 'velocity');
}
