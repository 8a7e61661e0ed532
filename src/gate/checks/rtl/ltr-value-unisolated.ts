import type { Element, Part, Span } from '../../../model/template.js';
import { fieldKind } from '../../../templates/facts/field-kind.js';
import { isRightToLeft } from '../../../templates/facts/locales.js';
import type { Check, GateHit } from '../../check.js';
import { isInterface } from '../../is-interface.js';
import { factsOf } from '../../variants/facts.js';

const rtlLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const isolates = /[\u2066-\u2068\u202a\u200e]\s*$/;

/** Elements of HTML, innermost last, that hold a place. */
function around({ elements }: Part, { start, end }: Span): Element[] {
  return elements.filter((element) => element.open.end <= start && element.end >= end);
}

/** Whether markup or a sign keeps the value apart from the words around it. */
function isIsolated(part: Part, span: Span): boolean {
  if (isolates.test(part.text.slice(Math.max(0, span.start - 3), span.start))) return true;
  return around(part, span).some(
    ({ name, attributes }) =>
      name === 'bdi' ||
      name === 'bdo' ||
      /^(?:ltr|auto)$/i.test(attributes.get('dir')?.value ?? '') ||
      /direction\s*:\s*ltr|unicode-bidi\s*:\s*(?:isolate|plaintext)/i.test(
        attributes.get('style')?.value ?? '',
      ),
  );
}

/** Whether words from right to left stand on the same line before or behind: alone on a line nothing moves. */
function isAmongWords({ prose }: Part, start: number, end: number): boolean {
  const { text } = prose;
  const before = text
    .slice(Math.max(0, start - 80), start)
    .split('\n')
    .at(-1)!;
  const after = text.slice(end, end + 80).split('\n')[0]!;
  return rtlLetter.test(before) || rtlLetter.test(after);
}

const breaks = /^\+|[\s()-]|\/$|[?&=#]/;

function hitOf(name: string, part: Part, span: Span, about: string): GateHit {
  const written = part.text.slice(span.start, span.end);
  const inside =
    part.markup === 'html' &&
    !part.elements.some(({ open }) => span.start >= open.start && span.end <= open.end);
  return {
    case: name,
    at: { part, span },
    about,
    args: { written: written.slice(0, 80) },
    ...(inside && { edits: [{ part, span, text: `<bdi>${written}</bdi>` }] }),
  };
}

function* literals(part: Part): Generator<GateHit> {
  for (const { kind, span, start, end } of factsOf(part)) {
    if (kind !== 'phone' && kind !== 'url') continue;
    const written = part.text.slice(span.start, span.end);
    if (/[٠-٩۰-۹]/.test(written) || !breaks.test(written)) continue;
    if (isAmongWords(part, start, end) && !isIsolated(part, span)) yield hitOf(kind, part, span, kind);
  }
}

/** Values of these kinds have signs and spaces that move; a code of letters and digits does not by itself. */
const moving = new Set(['phone', 'link']);

/** A message has fewer fields than this. */
const most = 500;

function* fields(part: Part): Generator<GateHit> {
  const { text } = part.prose;
  const shown = new Set<number>();
  for (let at = text.indexOf('\ufffc'); at >= 0; at = text.indexOf('\ufffc', at + 1))
    if (isAmongWords(part, at, at + 1)) shown.add(part.prose.toText(at));
  for (const { name, tag, role } of part.parsed.uses.slice(0, most))
    if (role === 'output' && moving.has(fieldKind(name)) && shown.has(tag.start) && !isIsolated(part, tag))
      yield hitOf('field', part, tag, name);
}

/** Numbers and addresses written from left to right among words from right to left, with nothing that keeps them apart. */
export const ltrValueUnisolated: Check = function* ({ parts }) {
  for (const part of parts) {
    if (isInterface(part) || !isRightToLeft(part.locale)) continue;
    yield* literals(part);
    yield* fields(part);
  }
};
