import type { Part, Span } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { isInterface } from '../../is-interface.js';
import { listOf, type WordList } from '../../lists/word-list.js';
import { findWords } from '../../words.js';
import { type Message, readable } from '../../world.js';

const oneWay = new Set(['push', 'web_push', 'status_page', 'press']);
const silent = /no-?_?reply|do-?_?not-?_?reply/i;

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Why an answer to a part is lost; undefined where nothing says so. */
function lossOf({ channel }: Part, { settings: { from = '' } }: Message, refusals: readonly Span[]) {
  if (refusals.length > 0) return 'refused';
  if (oneWay.has(channel)) return 'one-way';
  if (channel === 'email' && silent.test(from)) return 'no-reply';
  return channel === 'sms' && /[a-z]/i.test(from) && !from.includes('@') ? 'named-sender' : undefined;
}

function* lostIn(part: Part, message: Message, list: WordList): Generator<GateHit> {
  const refusals = findWords(list, 'refuses', part);
  const asks = findWords(list, 'asks', part).filter((one) => !refusals.some((other) => overlaps(one, other)));
  const loss = asks.length > 0 ? lossOf(part, message, refusals) : undefined;
  if (!loss) return;
  for (const span of asks) {
    const words = part.text.slice(span.start, Math.min(span.end, span.start + 100));
    yield {
      case: loss,
      at: { part, span },
      about: 'reply',
      args: { words, from: message.settings.from ?? '' },
    };
  }
}

/** Messages that ask for an answer nobody reads. */
export const noreplyWithQuestion: Check = function* (world) {
  const list = listOf(world, 'sender/replies');
  for (const message of world.messages)
    for (const part of readable(message)) if (!isInterface(part)) yield* lostIn(part, message, list);
};
