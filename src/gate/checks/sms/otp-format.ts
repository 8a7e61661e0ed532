import type { Part } from '../../../model/template.js';
import type { Check } from '../../check.js';
import { listOf, type WordList } from '../../lists/word-list.js';
import { nameWords } from '../../name-words.js';
import { hasWords } from '../../words.js';
import { smsTexts } from './texts.js';

/** A field that is a code, in a text that calls it one. */
const isCode = (part: Part, list: WordList): boolean =>
  part.parsed.uses.some(
    ({ name, role }) =>
      role === 'output' && /(?:^| )(?:code|otp|pin|passcode|token)(?: |$)/.test(nameWords(name)),
  ) && hasWords(list, 'code', part);

/** The last line browsers read a code from: `@bank.example #123456`. */
const bound = /(?:^|\n)@\S+ #\S/;

function* lacksOf(part: Part, list: WordList): Generator<string> {
  const isTimed = part.parsed.uses.some(({ name }) => list.has('expiry', 'fields', nameWords(name)));
  if (!isTimed && !hasWords(list, 'expiry', part)) yield 'no-expiry';
  if (!hasWords(list, 'warning', part)) yield 'no-warning';
  if (!bound.test(part.text)) yield 'not-bound';
}

/** Codes by SMS that do not say how long they are good for, that nobody else may have them, and for which site. */
export const otpFormat: Check = function* (world) {
  const list = listOf(world, 'sms/words');
  for (const { part } of smsTexts(world)) {
    if (!isCode(part, list)) continue;
    for (const name of lacksOf(part, list)) yield { case: name, at: { part }, about: name };
  }
};
