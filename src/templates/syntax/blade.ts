import type { ParsedText, Span, Tag } from '../../model/template.js';
import { type Draft, finish, newDraft, noteParse, toUse } from './draft.js';

/** Comments, raw blocks, output, and directives with the text in their parentheses (nested once). */
const tags =
  /\{\{--[\s\S]{0,9000}?--\}\}|@verbatim\b[\s\S]{0,9000}?@endverbatim\b|@php\b(?!\s*\()[\s\S]{0,9000}?@endphp\b|@\{\{[^\n]{0,2000}?\}\}|\{!!(?<raw>[^\n]{0,2000}?)!!\}|\{\{(?<output>[\s\S]{0,2000}?)\}\}|(?<![\w@])@(?<word>[a-zA-Z]+)(?:[ \t]*\((?<inside>(?:[^()]|\((?:[^()]|\([^()]{0,100}\)){0,200}\)){0,500})\))?/g;

/** `$user->name`, `$order['total']`; a call at the end is no field. */
const variable =
  /\$(?!this\b|loop\b|errors\b|slot\b|message\b|__env\b)([a-z_]\w*)((?:\??->\w+\b(?!\s*\()|\[['"]\w+['"]\])*)/gi;

const opening = new Set(
  'if unless isset empty foreach forelse for while section component slot push auth guest can error env production switch'.split(
    ' ',
  ),
);
const turning = new Set(['else', 'elseif', 'case', 'default']);
const including = new Set(['include', 'includeIf', 'includeWhen', 'extends', 'component', 'each']);

const nameOf = (root: string, steps: string): string =>
  [root, ...[...steps.matchAll(/\w+/g)].map(([step]) => step)].join('.');

interface Block {
  readonly word: string;
  readonly made: ReadonlyMap<string, string>;
  readonly at: Span;
}

/** Notes the variables of an expression; `made` are loop variables and what they are items of. */
function noteVariables(
  draft: Draft,
  expression: string,
  at: number,
  tag: Span,
  more: { role: 'output' | 'condition' | 'loop'; raw?: boolean; blocks: readonly Block[] },
): void {
  const hasDefault = /\?\?|\?:/.test(expression);
  for (const match of expression.matchAll(variable)) {
    const [whole, root = '', steps = ''] = match;
    const list = more.blocks.findLast(({ made }) => made.has(root))?.made.get(root);
    const start = at + match.index + 1;
    const span = { start, end: start + whole.length - 1 };
    const name = list === undefined ? nameOf(root, steps) : nameOf(list, steps);
    const local = list === '';
    const fallback = hasDefault || more.role === 'condition';
    draft.uses.push(toUse(name, span, tag, { role: more.role, raw: more.raw ?? false, fallback, local }));
  }
}

/** `$lines as $line`, `$map as $key => $value`: what is walked, and what each name stands for. */
function loopOf(inside: string): Map<string, string> {
  const [, list = '', , key, item] = /\$(\w+)[\s\S]*?\bas\s+(\$(\w+)\s*=>\s*)?\$(\w+)/.exec(inside) ?? [];
  const made = new Map<string, string>();
  if (key !== undefined) made.set(key, '');
  if (item !== undefined) made.set(item, `${list}[]`);
  return made;
}

function readDirective(draft: Draft, match: RegExpMatchArray, blocks: Block[]): Tag['kind'] | undefined {
  const { word = '', inside = '' } = match.groups!;
  const tag = { start: match.index!, end: match.index! + match[0].length };
  const at = tag.start + match[0].indexOf('(') + 1;
  if (word.startsWith('end') || (word === 'empty' && inside === '')) {
    if (word === 'empty') return 'else';
    if (opening.has(word.slice(3)) && !blocks.pop())
      noteParse(draft, tag, `'@${word}' closes what was never opened.`);
    return 'close';
  }
  if (including.has(word)) {
    const name = /['"]([^'"]+)['"]/.exec(inside)?.[1];
    if (name !== undefined)
      draft.includes.push({ ...tag, name, kind: word === 'extends' ? 'layout' : 'partial' });
  }
  const isLoop = word === 'foreach' || word === 'forelse';
  noteVariables(draft, isLoop ? inside.split(/\bas\b/)[0]! : inside, at, tag, {
    role: isLoop ? 'loop' : 'condition',
    blocks,
  });
  if (turning.has(word)) return 'else';
  if (including.has(word) && word !== 'component') return 'include';
  if (!opening.has(word)) return inside === '' ? undefined : 'other';
  if (word !== 'section' || !inside.includes(','))
    blocks.push({ word, at: tag, made: isLoop ? loopOf(inside) : new Map() });
  return 'open';
}

/** Blade of Laravel, https://laravel.com/docs/blade: output, directives, components by directive. */
export function parseBlade(text: string): ParsedText {
  const draft = newDraft(text);
  const blocks: Block[] = [];
  for (const match of text.matchAll(tags)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const { raw, output, word } = match.groups!;
    const expression = raw ?? output;
    if (expression !== undefined) {
      draft.tags.push({ ...span, kind: 'output' });
      const at = span.start + match[0].indexOf(expression, 2);
      noteVariables(draft, expression, at, span, { role: 'output', raw: raw !== undefined, blocks });
    } else if (word === undefined)
      draft.tags.push({ ...span, kind: match[0].startsWith('{{--') ? 'comment' : 'other' });
    else {
      const kind = readDirective(draft, match, blocks);
      if (kind) draft.tags.push({ ...span, kind });
    }
  }
  for (const { word, at } of blocks)
    noteParse(draft, at, `The block '@${word}' is never closed.`, `@end${word}`);
  return finish(draft, 'blade');
}
