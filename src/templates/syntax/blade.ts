import type { ParsedText, Span, Tag } from '../../model/template.js';
import { type Draft, finish, newDraft, noteParse } from './draft.js';
import { areMatched } from './note.js';
import { quiet } from './php.js';
import { type Block, loopOf, noteVariables, signsOf } from './php-variables.js';

/** Comments, raw blocks, output, and directives with the text in their parentheses (nested once). */
const tags =
  /\{\{--[\s\S]{0,9000}?--\}\}|@verbatim\b[\s\S]{0,9000}?@endverbatim\b|@php\b(?!\s*\()[\s\S]{0,9000}?@endphp\b|@\{\{[^\n]{0,2000}?\}\}|\{!!(?<raw>[^\n]{0,2000}?)!!\}|\{\{(?<output>[\s\S]{0,2000}?)\}\}|(?<![\w@])@(?<word>[a-zA-Z]+)(?:[ \t]*\((?<inside>(?:[^()]|\((?:[^()]|\([^()]{0,100}\)){0,200}\)){0,500})\))?/g;

const opening = new Set(
  'if unless isset empty foreach forelse for while section component slot push auth guest can error env production switch'.split(
    ' ',
  ),
);
const turning = new Set(['else', 'elseif', 'case', 'default']);
const including = new Set(['include', 'includeIf', 'includeWhen', 'extends', 'component', 'each']);

/** Closes the innermost block of a name; blocks open inside it are never closed. */
function closeBlock(draft: Draft, word: string, tag: Span, blocks: Block[]): void {
  const at = blocks.findLastIndex((block) => block.word === word.slice(3));
  for (const inner of blocks.splice(at < 0 ? blocks.length : at + 1)) noteNeverClosed(draft, inner);
  blocks.pop();
  if (at < 0) noteParse(draft, tag, `'@${word}' closes what was never opened.`);
}

const noteNeverClosed = (draft: Draft, { word, at }: Block): void =>
  noteParse(draft, at, `The block '@${word}' is never closed.`, `@end${word}`);

function readDirective(draft: Draft, match: RegExpMatchArray, blocks: Block[]): Tag['kind'] | undefined {
  const { word = '', inside = '' } = match.groups!;
  const tag = { start: match.index!, end: match.index! + match[0].length };
  const at = tag.start + match[0].indexOf('(') + 1;
  if (word.startsWith('end') || (word === 'empty' && inside === '')) {
    if (word === 'empty') return 'else';
    if (opening.has(word.slice(3))) closeBlock(draft, word, tag, blocks);
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
      areMatched(draft, signsOf(quiet(expression)), span);
      noteVariables(draft, expression, at, span, { role: 'output', raw: raw !== undefined, blocks });
    } else if (word === undefined)
      draft.tags.push({ ...span, kind: match[0].startsWith('{{--') ? 'comment' : 'other' });
    else {
      const kind = readDirective(draft, match, blocks);
      if (kind) draft.tags.push({ ...span, kind });
    }
  }
  for (const block of blocks) noteNeverClosed(draft, block);
  return finish(draft, 'blade');
}
