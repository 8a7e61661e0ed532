import type { Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { type Longest, longestPart } from '../../longest-part.js';
import { type Message, readable } from '../../world.js';

const encoder = new TextEncoder();
const isPush = ({ channel }: Part): boolean => channel === 'push' || channel === 'web_push';

function overFor(
  part: Part,
  { text, assumed }: Longest,
  limits: Readonly<Record<string, number>>,
): GateHit | undefined {
  const limit = part.name === 'title' ? limits.title! : limits.body!;
  const characters = [...text].length;
  if (characters <= limit) return undefined;
  const args = { characters, limit, part: part.name === 'title' ? 'title' : 'text', fields: assumed };
  return {
    case: 'cut',
    at: { part },
    args,
    ...(assumed.length > 0 && { confidence: 'possible' }),
  };
}

/** Texts of one locale together: they travel in one payload. */
function* payloads(message: Message, parts: readonly Part[], limits: Readonly<Record<string, number>>) {
  for (const locale of new Set(parts.map((part) => part.locale))) {
    const own = parts.filter((part) => part.locale === locale);
    const texts = own.map((part) => longestPart(message, part, limits.assumed!).text);
    const bytes = encoder.encode(JSON.stringify(texts)).length;
    if (bytes > limits.payload!)
      yield { case: 'payload', at: { part: own[0]! }, args: { bytes, limit: limits.payload! } };
  }
}

/** Push messages longer than a screen shows, or than the services carry. */
export const limits: Check = function* ({ messages }, parameters): Generator<GateHit> {
  const numbers = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, Number(value)] as const),
  );
  for (const message of messages) {
    const parts = readable(message).filter(isPush);
    for (const part of parts) {
      const hit = overFor(part, longestPart(message, part, numbers.assumed!), numbers);
      if (hit) yield hit;
    }
    yield* payloads(message, parts, numbers);
  }
};
