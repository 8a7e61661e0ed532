import type { FieldUse, Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { readable } from '../../world.js';

/** Signs that the fonts of printers have not: emoji, private use, and characters of control. */
const unprintable = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Co}|(?!\s)\p{Cc}/gu;
const line = /address\D{0,10}line\D{0,3}(\d)$/i;
const whole = /postcode|postal_?code|zip|address_?line|(?:^|[._])(?:postal_?)?address(?:_?block)?$|country/i;
const most = 7;
const least = 3;

interface Line {
  readonly use: FieldUse;
  readonly number: number;
}

const linesIn = (part: Part): Line[] =>
  part.parsed.uses.flatMap((use) => {
    const number = line.exec(use.name)?.[1];
    return number === undefined || use.role === 'condition' ? [] : [{ use, number: Number(number) }];
  });

/** The address as numbered fields: without a gap, three lines at least and seven at most. */
function* wrongLines(part: Part): Generator<GateHit> {
  const lines = linesIn(part);
  const numbers = new Set(lines.map(({ number }) => number));
  const last = Math.max(0, ...numbers);
  const gap = Array.from({ length: last }, (_, at) => at + 1).find((number) => !numbers.has(number));
  const first = lines[0]?.use;
  if (!first) return;
  const at = { part, span: { start: first.start, end: first.end } };
  if (gap !== undefined) yield { case: 'gap', at, about: 'address', args: { missing: gap } };
  const hasMore = part.parsed.uses.some(({ name }) => /postcode|postal_?code|zip|country/i.test(name));
  if (last > most || (last < least && !hasMore))
    yield { case: 'lines', at, about: 'address', args: { lines: last, least, most } };
}

function* glyphsIn(part: Part): Generator<GateHit> {
  const { text, toText } = part.prose;
  for (const { 0: character, index } of text.matchAll(unprintable)) {
    const start = toText(index);
    const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    const span = { start, end: toText(index + character.length - 1) + 1 };
    yield { case: 'glyph', at: { part, span }, about: code, args: { character: code } };
  }
}

const hasAddress = (part: Part): boolean =>
  [part, ...part.included].some(({ parsed }) => parsed.uses.some(({ name }) => whole.test(name)));

/** Letters whose address cannot be read by a sorting machine, or with signs no printer has. */
export const addressBlock: Check = function* ({ messages }) {
  for (const message of messages) {
    const letters = readable(message).filter(({ channel, name }) => channel === 'post' && name === 'letter');
    const some = letters.some(hasAddress);
    for (const part of letters) {
      yield* wrongLines(part);
      yield* glyphsIn(part);
      if (some && !hasAddress(part)) yield { case: 'missing', at: { part }, about: 'address' };
    }
  }
};
