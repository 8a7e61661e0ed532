import type { FieldUse, Span } from '../../model/template.js';
import { type Draft, toUse } from './draft.js';

/** What closes a bracket. */
export const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

const value =
  /(?<![\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_]*)((?:\??\.[\p{L}_][\p{L}\p{N}_]*(?![\p{L}\p{N}_]|\s*\())*)/gu;

/** A block of code, and what it makes. */
export interface Block extends Span {
  /** Name that a loop makes, and the list it is an item of; empty where that is no data of the sender. */
  readonly item?: readonly [string, string];
  /** Values it asks for before it shows what is inside. */
  readonly guards: readonly string[];
}

/** A reading of a view under way. */
export interface Reading {
  readonly draft: Draft;
  readonly blocks: Block[];
}

/** Offset behind the bracket that closes the one at an offset; -1 where none does. Brackets in strings do not count. */
export function behind(text: string, from: number, limit = 20_000): number {
  const open = text[from]!;
  const close = pairs[open]!;
  let depth = 0;
  for (let i = from; i < Math.min(text.length, from + limit); i++) {
    if (text[i] === '"' && open !== '{') {
      const end = text.indexOf('"', i + 1);
      if (end < 0) return -1;
      i = end;
    } else if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i + 1;
  }
  return -1;
}

/** Name of a path in what the sender hands over; undefined where it is the program's own. */
function nameOf(root: string, steps: string, blocks: readonly Block[], at: number): string | undefined {
  const rest = steps.replaceAll('?', '').replace(/^\./, '');
  const made = blocks.findLast(({ item, start, end }) => item?.[0] === root && at >= start && at < end);
  const list = made?.item?.[1];
  if (list !== undefined) return list === '' ? undefined : [list, rest].filter(Boolean).join('.');
  return root === 'Model' && rest !== '' ? rest : undefined;
}

/** Notes the values of the model, and of items of its lists, that an expression asks for; gives their names. */
export function noteValues(
  { draft, blocks }: Reading,
  span: Span,
  tag: Span,
  how: Partial<FieldUse>,
): string[] {
  const code = draft.text.slice(span.start, span.end);
  const quiet = code.replace(/"[^"\n]*"/g, (found) => '"'.repeat(found.length));
  const names: string[] = [];
  for (const { 0: written, 1: root = '', 2: steps = '', index } of quiet.matchAll(value)) {
    const start = span.start + index;
    const name = nameOf(root, steps, blocks, start);
    if (name === undefined) continue;
    const isGuarded = blocks.some(
      (one) => one.guards.includes(name) && start >= one.start && start < one.end,
    );
    const fallback = isGuarded || /\?\?/.test(quiet);
    const from = root === 'Model' && steps !== '' ? written.search(/\.[^.]/) + 1 : 0;
    draft.uses.push(
      toUse(name, { start: start + from, end: start + written.length }, tag, { fallback, ...how }),
    );
    names.push(name);
  }
  return names;
}
