import { countSegments } from '../../../templates/sms/segments.js';
import type { Check, GateHit } from '../../check.js';
import { longestPart } from '../../longest-part.js';
import { type SmsText, smsTexts } from './texts.js';

/** In letters that GSM does not have; a sender whose values have some pays for this many segments. */
const inUnicode = (text: string): number => countSegments(`${text.slice(0, -1)}\u0627`).segments;

function measure(sms: SmsText, limit: number, assumed: number): GateHit | undefined {
  const longest = longestPart(sms.message, sms.part, assumed);
  const { encoding, units, segments } = countSegments(longest.text);
  if (segments <= limit) return undefined;
  const isKnown = longest.assumed.length === 0;
  return {
    case: isKnown ? 'over-limit' : 'assumed',
    at: { part: sms.part },
    args: {
      segments,
      limit,
      encoding,
      units,
      unicode: inUnicode(longest.text),
      fields: longest.assumed,
      assumed,
    },
    ...(!isKnown && { confidence: 'possible' }),
  };
}

/** SMS that can cost more segments than agreed. */
export const segments: Check = function* (world, { limit, assumed }) {
  for (const sms of smsTexts(world)) {
    const hit = measure(sms, Number(limit), Number(assumed));
    if (hit) yield hit;
  }
};
