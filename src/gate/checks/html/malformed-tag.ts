import type { Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { maskSilent, maskTags } from '../../mask-tags.js';
import { elementNames } from './element-names.js';
import { unclosedComponents } from './unclosed-components.js';
import { unclosedElements } from './unclosed-elements.js';

/** `< a href=`, `< /p>`, `</ p>`: browsers print the first and drop the others. */
const spaced =
  /<(?:\s{1,3}\/?\s{0,3}|\/\s{1,3})([a-z][a-z0-9]*)(?=\s{0,3}\/?>|\s{1,9}[a-z-]{1,30}\s{0,3}=)/gi;
/** A tag in which another one begins. */
const unclosed = /<\/?([a-z][a-z0-9]*)\b(?!\s*\/?>)([^<>]{0,400})<(?=\/?[a-z])/gi;

const isEven = (text: string): boolean => {
  const counts = ['"', "'"].map((quote) => text.split(quote).length - 1);
  return counts.every((count) => count % 2 === 0);
};

const isName = (name: string): boolean => elementNames.has(name.toLowerCase());

function* malformedIn(part: Part): Generator<GateHit> {
  if (!part.text.includes('<') || (part.markup === 'text' && !part.text.includes('>'))) return;
  const text = maskSilent(maskTags(part));
  const hit = (name: string, start: number, end: number, one: string): GateHit => ({
    case: name,
    at: { part, span: { start, end } },
    about: one.toLowerCase(),
    args: { tag: part.text.slice(start, Math.min(end, start + 60)) },
  });
  for (const { 0: whole, 1: name = '', index } of text.matchAll(spaced))
    if (isName(name)) yield hit('spaced', index, index + whole.length, name);
  if (part.markup === 'text') return;
  for (const { 0: whole, 1: name = '', 2: inside = '', index } of text.matchAll(unclosed))
    if (isName(name) && isEven(inside) && (inside.includes('=') || inside.trim() === ''))
      yield hit(
        'unclosed',
        index,
        index + whole.length - 1 - (inside.length - inside.trimEnd().length),
        name,
      );
}

/** Tags that browsers print as they stand, drop, or read as part of another one. */
export const malformedTag: Check = function* ({ parts }) {
  for (const part of parts) {
    const hits = [...malformedIn(part)];
    yield* hits;
    yield* unclosedComponents(part);
    if (hits.length === 0) yield* unclosedElements(part);
  }
};
