import { extractFacts } from '../../templates/facts/index.js';
import type { Sentence } from '../sentences.js';
import type { World } from '../world.js';
import type { Reading } from './reading.js';
import { Words } from './words.js';

type Detector = (world: World, reading: Reading) => boolean;

/** A plain statement of what went wrong with what, not under an if. */
export const saysWhatHappened: Detector = (world, reading) => {
  const events = Words.of(world, 'notice/events', reading);
  const isStatement = (one: Sentence): boolean =>
    events.says('event', one) && events.says('thing', one) && !events.says('hypothetical', one);
  return reading.sentences.some((one) => events.tells('told', one) || isStatement(one));
};

/** What it means for the reader; questions, thanks and apologies do not count. */
export const saysConsequences: Detector = (world, reading) => {
  const words = Words.of(world, 'notice/consequences', reading);
  return reading.sentences.some(
    (one) => words.tells('told', one) || (words.says('effect', one) && !words.says('aside', one)),
  );
};

/** What went wrong is itself what the reader feels: `your order is late`. */
export const meetsReader: Detector = (world, reading) => {
  const events = Words.of(world, 'notice/events', reading);
  const words = Words.of(world, 'notice/consequences', reading);
  return reading.sentences.some(
    (one) => words.says('reader', one) && events.says('event', one) && !words.says('aside', one),
  );
};

export const saysWhatToDo: Detector = (world, reading) => {
  const words = Words.of(world, 'notice/actions', reading);
  return reading.sentences.some(
    (one) => words.tells('told', one) || (words.says('action', one) && !words.says('aside', one)),
  );
};

export const saysOffer: Detector = (world, reading) => {
  const words = Words.of(world, 'notice/offers', reading);
  return reading.sentences.some((one) => words.tells('told', one) || words.says('offer', one));
};

/** Concrete regret or knowledge of the trouble; a hollow phrase beside it takes it away. */
export const acknowledgesImpact: Detector = (world, reading) => {
  const words = Words.of(world, 'notice/impact', reading);
  return reading.sentences.some(
    (one) => words.says('knows', one) || (words.says('sorry', one) && !words.says('hollow', one)),
  );
};

export const takesResponsibility: Detector = (world, reading) => {
  const words = Words.of(world, 'notice/ownership', reading);
  return reading.sentences.some((one) => words.says('own', one));
};

export const saysPrevention: Detector = (world, reading) => {
  const words = Words.of(world, 'notice/closing', reading);
  return reading.sentences.some((one) => words.says('prevent', one));
};

/** From when to when, or that all works again. */
export const sumsUp: Detector = (world, reading) => {
  const words = Words.of(world, 'notice/closing', reading);
  return reading.sentences.some((one) => words.says('closed', one) || words.says('period', one));
};

const factsOf = ({ part, start, end }: Sentence, language: string) =>
  extractFacts(part.prose.text.slice(start, end), language);

/** A page the reader can look at or act on, which is not there to be rid of mails. */
export const hasSelfService: Detector = (world, reading) => {
  const words = Words.of(world, 'notice/self-service', reading);
  const isPage = (target: string): boolean =>
    !/^(?:mailto|tel|sms|cid|#)|^[^\s/]+@[^\s/]+$/i.test(target.trim()) &&
    !/unsub|opt-?out|preferences|privacy|terms/i.test(target);
  return (
    reading.links.some(({ target }) => isPage(target)) ||
    reading.sentences.some(
      (one) =>
        words.says('place', one) ||
        one.fields.some((name) => /\b(?:url|link|href)$/.test(name) && !words.isNamed('aside', name)) ||
        factsOf(one, reading.language).some(({ kind }) => kind === 'url'),
    )
  );
};

/** Told by whom: nobody, a way to reach somebody, or a name with a way. */
export function contactIn(world: World, reading: Reading): 'none' | 'unnamed' | 'named' {
  const words = Words.of(world, 'notice/contacts', reading);
  const reaches = (one: Sentence): boolean =>
    words.says('way', one) ||
    words.tells('reach', one) ||
    factsOf(one, reading.language).some(({ kind }) => kind === 'phone' || kind === 'email');
  const isReachable =
    reading.sentences.some(reaches) || reading.links.some(({ target }) => /^(?:mailto|tel):/i.test(target));
  if (!isReachable) return 'none';
  const isNamed = reading.sentences.some((one) => words.says('who', one) || words.tells('named', one));
  return isNamed ? 'named' : 'unnamed';
}

/** When the next news comes: never said, without a time, a clock time without a zone, or said in full. */
export function nextNewsIn(world: World, reading: Reading): 'none' | 'vague' | 'unzoned' | 'full' {
  const words = Words.of(world, 'notice/news', reading);
  const rank = ['none', 'vague', 'unzoned', 'full'] as const;
  const promised = reading.sentences.map((one) => {
    if (words.tells('told', one)) return 3;
    if (!words.says('news', one)) return 0;
    const kinds = new Set(factsOf(one, reading.language).map(({ kind }) => kind));
    const isValue = one.fields.some((name) =>
      /\b(?:at|on|date|time|day|by|until|deadline|eta|hour)\b/.test(name),
    );
    if (isValue || words.says('zone', one)) return 3;
    if (kinds.has('time') || words.says('clock', one)) return 2;
    return kinds.has('date') || kinds.has('duration') || words.says('day', one) ? 3 : 1;
  });
  return rank[promised.reduce<number>((most, one) => Math.max(most, one), 0)]!;
}
