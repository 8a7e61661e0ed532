import type { Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { listOf, type WordList } from '../../lists/word-list.js';
import { nameWords } from '../../name-words.js';
import { isStoppable, purposeOf } from '../../purpose.js';
import { hasWords } from '../../words.js';
import type { World } from '../../world.js';
import { Ways } from '../unsubscribe/ways.js';
import { type SmsText, smsTexts } from './texts.js';

interface Judged extends SmsText {
  readonly hasWay: boolean;
}

/** The word that networks understand, the same in every language. */
const saysStop = ({ text }: Part): boolean => /(?<!\p{L})STOP(?!\p{L})/u.test(text);

function judge(sms: SmsText, list: WordList, ways: Ways): Judged {
  const { part } = sms;
  const isField = part.parsed.uses.some(({ name }) => list.has('stop-way', 'fields', nameWords(name)));
  const hasWay =
    isField || saysStop(part) || hasWords(list, 'stop-way', part) || ways.told(part) !== undefined;
  return { ...sms, hasWay };
}

/** The same text in other locales, where most of them say how to stop. */
function peersWith({ message, part }: Judged, all: readonly Judged[]): readonly Judged[] {
  const peers = all.filter(
    (one) => one.message === message && one.part.key === part.key && one.part !== part,
  );
  const having = peers.filter(({ hasWay }) => hasWay);
  return having.length >= 2 && having.length * 3 >= peers.length * 2 ? having : [];
}

function hitFor(sms: Judged, all: readonly Judged[], isKnown: boolean): GateHit | undefined {
  const purpose = purposeOf(sms.message);
  const others = peersWith(sms, all);
  const peers = isKnown || others.every(({ part }) => saysStop(part)) ? others : [];
  const at = { part: sms.part };
  const args = { purpose: purpose.name, others: peers.length };
  if (isStoppable(purpose) && !purpose.isGuess) return { case: 'missing', at, about: 'opt-out', args };
  if (peers.length > 0) {
    const examples = peers.slice(0, 3).map(({ part }) => ({ part }));
    return { case: 'not-here', at, about: 'opt-out', args, others: examples };
  }
  return isStoppable(purpose)
    ? { case: 'guess', at, about: 'opt-out', args, confidence: 'possible' }
    : undefined;
}

/** Texts by their message, so that each is held against its own locales. */
function* byMessage(world: World, list: WordList, ways: Ways): Generator<Judged[]> {
  for (const message of world.messages)
    yield [...smsTexts({ messages: [message] })].map((sms) => judge(sms, list, ways));
}

/** SMS that do not say how to stop them: those for marketing, and those of one locale where the others say it. */
export const optOut: Check = function* (world) {
  const list = listOf(world, 'sms/words');
  for (const all of byMessage(world, list, new Ways(world)))
    for (const sms of all) {
      const language = sms.part.locale.toLowerCase().split('-')[0]!;
      const hit = sms.hasWay ? undefined : hitFor(sms, all, list.knows('stop-way', language));
      if (hit) yield hit;
    }
};
