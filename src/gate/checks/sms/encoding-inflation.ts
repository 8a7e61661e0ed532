import type { Part } from '../../../model/template.js';
import { canBePlain, plainFor } from '../../../templates/sms/replaceable.js';
import { countSegments } from '../../../templates/sms/segments.js';
import type { Check, Edit, GateHit } from '../../check.js';
import { longestPart } from '../../longest-part.js';
import { masked, maskTags } from '../../mask-tags.js';
import { type SmsText, smsTexts } from './texts.js';

const toPlain = (text: string): string => [...text].map((one) => plainFor(one) ?? one).join('');

/** `'` begins a quote in MessageFormat, and may end a string of a catalogue: there it is for a person to write. */
function editsFor(part: Part, start: number, plain: string): Edit[] {
  const isBare = part.key === '' && !['messageformat', 'icu'].includes(part.parsed.syntax);
  return isBare || !/['"]/.test(plain) ? [{ part, span: { start, end: start + 1 }, text: plain }] : [];
}

function* inflatedIn(sms: SmsText, assumed: number): Generator<GateHit> {
  const { part } = sms;
  const text = maskTags(part).trimEnd();
  if (!canBePlain(text.replaceAll(masked, ''))) return;
  const longest = longestPart(sms.message, sms.part, assumed).text;
  const before = countSegments(longest).segments;
  const after = countSegments(toPlain(longest)).segments;
  for (let start = 0; start < text.length; start++) {
    const plain = plainFor(text[start]!);
    if (plain === undefined) continue;
    const code = `U+${text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0')}`;
    yield {
      case: before > after ? 'more-segments' : 'less-room',
      at: { part, span: { start, end: start + 1 } },
      about: code,
      args: { character: code, plain, before, after },
      edits: editsFor(part, start, plain),
    };
  }
}

/** Typographic characters that alone force an SMS into UCS-2. */
export const encodingInflation: Check = function* (world, { assumed }) {
  for (const sms of smsTexts(world)) yield* inflatedIn(sms, Number(assumed));
};
