import { noteParse } from './draft.js';
import { lex, type Token } from './lex.js';
import { closeTo, noteTokens, type Reading } from './note.js';
import type { RawTag } from './scan.js';
import type { Frame } from './scopes.js';

/** Names between the bars of `as |item index|`, and the words before them. */
function cutParameters(tokens: readonly Token[]): { tokens: readonly Token[]; names: string[] } {
  const as = tokens.findIndex(({ text }, i) => text === 'as' && tokens[i + 1]?.text === '|');
  if (as < 0) return { tokens, names: [] };
  const names = tokens
    .slice(as + 2)
    .filter(({ kind }) => kind === 'path')
    .map(({ text }) => text);
  return { tokens: tokens.slice(0, as), names };
}

const asks = new Set(['if', 'unless']);

function framesOf(word: string, names: readonly string[], parameters: readonly string[]): Partial<Frame> {
  const [value] = names;
  if (asks.has(word)) return { guards: names, negated: word === 'unless' };
  if (word === 'each' && value !== undefined) {
    const made = parameters.map((name, i): [string, string | null] => [name, i === 0 ? `${value}[]` : null]);
    return { context: `${value}[]`, names: new Map(made), guards: [value] };
  }
  if (word === 'with' && value !== undefined)
    return { context: value, names: new Map(parameters.map((name) => [name, value])), guards: [value] };
  return { names: new Map(parameters.map((name) => [name, null])) };
}

/** A block that is named by a field: a list, an object, or a yes. */
function openSection(reading: Reading, tag: RawTag, field: Token, inverted: boolean): void {
  const { scopes } = reading;
  const around = scopes.resolve('').name;
  const { names } = noteTokens(reading, [field], tag, 'condition');
  const name = names[0] ?? field.text;
  const own = inverted ? {} : { context: name, contexts: [`${name}[]`, around] };
  scopes.push({ word: field.text, at: tag, guards: [name], negated: inverted, ...own });
}

/** Opens a block: of a helper (`#if x`), of a field (`#lines`), of a partial (`#> layout`). */
export function openBlock(reading: Reading, tag: RawTag, start: number, sigil: string): void {
  const { draft, scopes, dialect } = reading;
  const [lead] = /^[\s*>]*/.exec(draft.text.slice(start, tag.inner.end))!;
  const all = lex(draft.text, { start: start + lead.length, end: tag.inner.end }, dialect.lexer);
  const { tokens, names: parameters } = cutParameters(all);
  const [head, ...rest] = tokens;
  if (!head) {
    noteParse(draft, tag, 'The block has no name.');
    return;
  }
  if (lead.includes('>') || lead.includes('*')) {
    if (lead.includes('>'))
      draft.includes.push({
        start: tag.start,
        end: tag.end,
        kind: 'layout',
        name: head.text.replace(/^["']|["']$/g, ''),
      });
    noteTokens(reading, rest, tag, 'argument');
    scopes.push({ word: lead.includes('*') ? 'inline' : head.text, at: tag, guards: [] });
    return;
  }
  if (rest.length === 0 && !asks.has(head.text) && head.text !== 'each') {
    openSection(reading, tag, head, sigil === '^');
    return;
  }
  draft.helpers.push({ name: head.text, kind: 'helper', start: head.start, end: head.end });
  const role =
    head.text === 'each' ? 'loop' : asks.has(head.text) || head.text === 'with' ? 'condition' : 'argument';
  const { names } = noteTokens(reading, rest, tag, role);
  if (rest.length === 0) noteParse(draft, tag, `'${head.text}' asks for nothing.`);
  scopes.push({ word: head.text, at: tag, guards: [], ...framesOf(head.text, names, parameters) });
}

/** `else`, `else if x`, `^`. */
export function turnBlock(reading: Reading, tag: RawTag): void {
  const { draft, scopes, dialect } = reading;
  const inside = lex(draft.text, tag.inner, dialect.lexer).filter(
    ({ text }) => text !== 'else' && text !== '^',
  );
  const [head, ...rest] = inside;
  if (!scopes.top) {
    noteParse(draft, tag, "'else' stands outside every block.");
    return;
  }
  const negated = head?.text === 'unless';
  const { names } = noteTokens(reading, rest, tag, 'condition');
  scopes.turn(negated ? [] : names);
}

export const closingOf = (word: string): string => `{{/${word}}}`;

const bare = (word: string): string => word.replace(/\s+/g, '').replace(/^["']|["']$/g, '');

/** Closes the block that is open; another name than it has is a problem. */
export function closeBlock(reading: Reading, tag: RawTag, start: number): void {
  const { draft, scopes } = reading;
  const written = draft.text.slice(start, tag.inner.end).split(/[\s~]/).find(Boolean) ?? '';
  const word = bare(written);
  const frame = scopes.top;
  if (!frame) noteParse(draft, tag, `'${word}' is closed, but it was never opened.`);
  else if (!closeTo(reading, (one) => bare(one) === word, closingOf))
    noteParse(draft, tag, `'${word}' is closed where '${frame.word}' is open.`, closingOf(frame.word));
}
