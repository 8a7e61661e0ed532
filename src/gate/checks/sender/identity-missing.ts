import type { Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { fold } from '../../lists/fold.js';
import { listOf, type WordList } from '../../lists/word-list.js';
import { nameWords } from '../../name-words.js';
import { hasPostalAddress } from '../../postal-address.js';
import { isStoppable, purposeOf } from '../../purpose.js';
import { foldProse, hasWords } from '../../words.js';
import { type Message, type World, withIncluded } from '../../world.js';
import { smsTexts } from '../sms/texts.js';
import { isPiece, mailUnits } from '../unsubscribe/units.js';

const hasField = (part: Part, list: WordList, group: string): boolean =>
  part.parsed.uses.some(({ name }) => list.has(group, 'fields', nameWords(name)));

const says = (part: Part, words: string | undefined): boolean =>
  words !== undefined && foldProse(part).text.includes(fold(words).text.trim());

function* mailWithout(message: Message, world: World, list: WordList): Generator<GateHit> {
  const purpose = purposeOf(message);
  if (!isStoppable(purpose)) return;
  for (const unit of mailUnits(message)) {
    const all = unit.parts.flatMap(withIncluded);
    const isKnown = all.some(
      (part) =>
        says(part, world.settings.brand?.address) ||
        hasField(part, list, 'address') ||
        hasWords(list, 'address', part) ||
        hasPostalAddress(part.prose.text),
    );
    if (isKnown || (purpose.isGuess && isPiece(unit))) continue;
    yield {
      case: purpose.isGuess ? (unit.kind === 'catalogue' ? 'guess-entry' : 'guess') : 'address',
      at: { part: unit.parts[0] },
      about: 'address',
      args: { purpose: purpose.name },
      ...(purpose.isGuess && { confidence: 'possible' }),
    };
  }
}

/** Messages that do not say who sends them: mail without a postal address, SMS without a name. */
export const identityMissing: Check = function* (world) {
  const list = listOf(world, 'sender/identity');
  for (const message of world.messages) yield* mailWithout(message, world, list);
  const name = world.settings.brand?.name;
  if (name === undefined) return;
  for (const { message, part } of smsTexts(world)) {
    const isNamed = says(part, name) || says(part, world.settings.brand?.legal_name);
    const isSender = fold(message.settings.from ?? '').text.includes(fold(name).text);
    const isLatin = /[a-z]{3}/i.test(part.prose.text);
    if (!isNamed && !isSender && isLatin && !hasField(part, list, 'name'))
      yield { case: 'sms', at: { part }, about: 'name', args: { name } };
  }
};
