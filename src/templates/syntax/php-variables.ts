import type { FieldUse, Span } from '../../model/template.js';
import { type Draft, toUse } from './draft.js';

/** `$user->name`, `$order['total']`; a call at the end is no field. */
const variable =
  /\$(?!this\b|loop\b|errors\b|slot\b|message\b|__env\b)([a-z_]\w*)((?:\??->\w+\b(?!\s*\()|\[['"]\w+['"]\])*)/gi;

/** Brackets of code whose strings are blotted out. */
export const signsOf = (code: string) =>
  [...code.matchAll(/[()[\]{}]/g)].map(([text]) => ({ kind: 'sign' as const, text }));

const nameOf = (root: string, steps: string): string =>
  [root, ...[...steps.matchAll(/\w+/g)].map(([step]) => step)].join('.');

/** A block that is open. */
export interface Block {
  readonly word: string;
  /** Names it makes, and the list each is an item of; empty where it is none. */
  readonly made: ReadonlyMap<string, string>;
  readonly at: Span;
}

interface How {
  readonly role: FieldUse['role'];
  readonly raw?: boolean;
  readonly filters?: readonly string[];
  readonly blocks: readonly Pick<Block, 'made'>[];
}

/** Notes the variables of an expression of PHP that stands at an offset of the text. */
export function noteVariables(draft: Draft, expression: string, at: number, tag: Span, how: How): void {
  const hasDefault = /\?\?|\?:/.test(expression);
  for (const match of expression.matchAll(variable)) {
    const [whole, root = '', steps = ''] = match;
    const list = how.blocks.findLast(({ made }) => made.has(root))?.made.get(root);
    const start = at + match.index + 1;
    const span = { start, end: start + whole.length - 1 };
    const name = list === undefined ? nameOf(root, steps) : nameOf(list, steps);
    const { role, raw = false, filters = [] } = how;
    const fallback = hasDefault || role === 'condition';
    draft.uses.push(toUse(name, span, tag, { role, raw, filters, fallback, local: list === '' }));
  }
}

/** `$lines as $line`, `$map as $key => $value`: what is walked, and what each name stands for. */
export function loopOf(inside: string): Map<string, string> {
  const [, list = '', , key, item] =
    /\$([\w>-]+)(?:\([^()]*\))?\s+as\s+(\$(\w+)\s*=>\s*)?&?\$(\w+)/.exec(inside) ?? [];
  const made = new Map<string, string>();
  if (key !== undefined) made.set(key, '');
  if (item !== undefined) made.set(item, `${list.replaceAll('->', '.')}[]`);
  return made;
}
