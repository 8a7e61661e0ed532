import type { ParsedText, Span } from '../../model/template.js';
import { type Draft, finish, newDraft, noteParse, toUse } from './draft.js';

const selector = /\{\s*([^{}"\n]{1,200}?)\s*->/uy;
const placeable = /\{(?:\s*"(?:[^"\\\n]|\\.){0,200}"\s*|[^{}\n]{0,300})\}/uy;
const variant = /[^\S\n]*\*?\[\s*([\p{L}\p{N}._-]{1,60})\s*\]/uy;
const variable = /\$([\p{L}_][\p{L}\p{M}\p{N}_-]{0,80})/gu;
const plural = /^(?:zero|one|two|few|many|other|\d+)$/;

interface Choice {
  readonly at: Span;
  readonly name: string;
  readonly categories: string[];
}

interface Reading {
  readonly draft: Draft;
  readonly open: Choice[];
}

/** Notes the variables of a placeable or a selector; gives the name of the first. */
function noteVariables({ draft }: Reading, tag: Span, role: 'output' | 'condition'): string {
  const inside = draft.text.slice(tag.start, tag.end);
  const filter = /([A-Z][A-Z0-9_-]*)\s*\(/.exec(inside)?.[1];
  const found = [...inside.matchAll(variable)];
  for (const { 1: name, index } of found) {
    const start = tag.start + index + 1;
    const at = { start, end: start + name!.length };
    draft.uses.push(toUse(name!, at, tag, { role, filters: filter === undefined ? [] : [filter] }));
  }
  return found[0]?.[1] ?? '';
}

function close({ draft, open }: Reading, at: number): void {
  const span = { start: at, end: at + 1 };
  const choice = open.pop();
  if (!choice) {
    noteParse(draft, span, "'}' closes what was never opened.");
    return;
  }
  draft.tags.push({ ...span, kind: 'close' });
  const { name, categories } = choice;
  const kind = categories.every((one) => plural.test(one)) ? 'plural' : 'select';
  draft.plurals.push({ start: choice.at.start, end: at + 1, kind, name, categories });
}

/** Reads what begins with a brace; gives the offset behind it. */
function readBrace(reading: Reading, start: number): number {
  const { draft, open } = reading;
  for (const sign of [selector, placeable]) sign.lastIndex = start;
  if (selector.test(draft.text)) {
    const at = { start, end: selector.lastIndex };
    const name = noteVariables(reading, at, 'condition');
    draft.tags.push({ ...at, kind: 'open' });
    open.push({ at, name, categories: [] });
    return at.end;
  }
  if (placeable.test(draft.text)) {
    const tag = { start, end: placeable.lastIndex };
    noteVariables(reading, tag, 'output');
    draft.tags.push({ ...tag, kind: 'output' });
    return tag.end;
  }
  const line = draft.text.slice(start, start + 60).split('\n')[0]!;
  noteParse(draft, { start, end: start + line.length }, `'${line}' has no end.`, '}');
  return start + line.length;
}

/** Messages of Project Fluent, https://projectfluent.org: `{ $name }`, and choices with `->`. */
export function parseFluent(text: string): ParsedText {
  const draft = newDraft(text);
  const reading: Reading = { draft, open: [] };
  for (let at = 0; at < text.length; ) {
    const choice = reading.open.at(-1);
    variant.lastIndex = at;
    const named = choice && (at === 0 || text[at - 1] === '\n') ? variant.exec(text) : null;
    if (named) {
      choice!.categories.push(named[1]!);
      draft.tags.push({ start: at, end: variant.lastIndex, kind: 'else' });
      at = variant.lastIndex;
    } else if (text[at] === '{') at = readBrace(reading, at);
    else {
      if (text[at] === '}') close(reading, at);
      at++;
    }
  }
  for (const { at } of reading.open) noteParse(draft, at, 'The choice has no end.', '}');
  return finish(draft, 'fluent');
}
