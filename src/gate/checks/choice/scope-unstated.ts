import type { Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { listOf, type WordList } from '../../lists/word-list.js';
import { type Sentence, sentencesOf } from '../../sentences.js';
import { hasWords, languagesOf } from '../../words.js';
import { type Message, readable } from '../../world.js';

const has = (list: WordList, group: string, { part, text }: Sentence): boolean =>
  languagesOf(list, group, part.locale).some((language) => list.has(group, language, text));

/** How far a choice reaches by its sentence and those next to it. */
interface Offer {
  readonly sentence: Sentence;
  readonly saysAll: boolean;
  readonly saysPart: boolean;
}

/** Choices a part offers: how things reach the reader, whether and about what they are written to. */
function* offersIn(list: WordList, ways: WordList, part: Part): Generator<Offer> {
  if (!hasWords(list, 'offers', part) && !hasWords(ways, 'stop', part)) return;
  const sentences = sentencesOf(part);
  for (const [at, sentence] of sentences.entries()) {
    if (!has(list, 'offers', sentence) && !has(ways, 'stop', sentence)) continue;
    const around = sentences.slice(Math.max(0, at - 1), at + 2);
    yield {
      sentence,
      saysAll: around.some((one) => has(list, 'all', one)),
      saysPart: around.some((one) => has(list, 'some', one)),
    };
  }
}

/** Whether a scope covers everything: `*`, or stars alone. */
const isWhole = (scope: string): boolean => /^[*/|]+$/.test(scope);

function caseOf({ saysAll, saysPart }: Offer, scope: string | null | undefined): string | undefined {
  if (saysAll && scope && !isWhole(scope) && !saysPart) return 'too-wide';
  if (saysAll || saysPart) return undefined;
  return scope ? 'unstated' : 'unknown';
}

function* unstatedIn(list: WordList, ways: WordList, message: Message): Generator<GateHit> {
  const scope = message.communication?.choice_scope;
  for (const part of readable(message).filter(({ channel }) => channel !== 'unknown')) {
    const offers = [...offersIn(list, ways, part)];
    const isSaid = offers.some((offer) => offer.saysAll || offer.saysPart);
    for (const offer of offers) {
      const found = caseOf(offer, scope);
      if (found === undefined || (found !== 'too-wide' && isSaid)) continue;
      if (found === 'unknown' && !has(list, 'offers', offer.sentence)) continue;
      const { sentence } = offer;
      yield {
        case: found,
        at: { part, span: sentence.spanOf(0, sentence.text.length) },
        about: 'scope',
        args: { message: message.id, scope: scope ?? '' },
        ...(found === 'unknown' && { confidence: 'possible' }),
      };
    }
  }
}

/** Choices offered without saying what they cover, or said to cover more than they do. */
export const scopeUnstated: Check = function* (world) {
  const [list, ways] = [listOf(world, 'choice/scopes'), listOf(world, 'unsubscribe/ways')];
  for (const message of world.messages) yield* unstatedIn(list, ways, message);
};
