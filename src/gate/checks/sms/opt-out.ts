import type { Check } from '../../check.js';
import { listOf } from '../../lists/word-list.js';
import { nameWords } from '../../name-words.js';
import { isStoppable, purposeOf } from '../../purpose.js';
import { hasWords } from '../../words.js';
import { Ways } from '../unsubscribe/ways.js';
import { smsTexts } from './texts.js';

/** Marketing SMS that do not say how to stop them. */
export const optOut: Check = function* (world) {
  const list = listOf(world, 'sms/words');
  const ways = new Ways(world);
  for (const { message, part } of smsTexts(world)) {
    const purpose = purposeOf(message);
    if (!isStoppable(purpose) || hasWords(list, 'stop-way', part) || ways.told(part)) continue;
    if (part.parsed.uses.some(({ name }) => list.has('stop-way', 'fields', nameWords(name)))) continue;
    yield {
      case: purpose.isGuess ? 'guess' : 'missing',
      at: { part },
      about: 'opt-out',
      args: { purpose: purpose.name },
      ...(purpose.isGuess && { confidence: 'possible' }),
    };
  }
};
