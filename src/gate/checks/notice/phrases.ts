import type { Check, GateHit } from '../../check.js';
import { sortOf } from '../../notices/notices.js';
import { isKeptAmongNotices, type Reading, readingsWithStages } from '../../notices/reading.js';
import { Words } from '../../notices/words.js';
import type { Message, World } from '../../world.js';

/** Where phrases of a list stand in a reading; the same words in one text are one thing said. */
function* phrasesIn(world: World, reading: Reading, list: string, group: string): Iterable<GateHit> {
  const words = Words.of(world, list, reading);
  for (const sentence of reading.sentences)
    for (const { start, end, words: said } of words.places(group, sentence))
      yield {
        case: 'notice',
        at: { part: sentence.part, span: { start, end } },
        about: said,
        args: { phrase: sentence.part.text.slice(start, end) },
      };
}

/** Phrases of notices, once for each place although partials are read with every text they stand in. */
function* once(hits: Iterable<GateHit>): Iterable<GateHit> {
  const seen = new Map<unknown, Set<number>>();
  for (const hit of hits) {
    const [holder, start] = ['part' in hit.at ? hit.at.part : hit.at.file, hit.at.span!.start];
    const places = seen.get(holder) ?? new Set();
    if (places.has(start)) continue;
    seen.set(holder, places.add(start));
    yield hit;
  }
}

/** Whether a message is for an incident by what is said of it or by where it is kept, and whether that is a guess. */
const noticeSort = (message: Message): { readonly isGuess: boolean } | undefined =>
  sortOf(message) ?? (message.parts.some(isKeptAmongNotices) ? { isGuess: true } : undefined);

/** Excuses in every reading of a message; only notices must do without them. */
function excusesIn(world: World, message: Message): GateHit[] {
  const sort = noticeSort(message);
  return readingsWithStages(message)
    .filter(({ part }) => sort !== undefined || part.channel !== 'unknown')
    .flatMap((reading) => [...phrasesIn(world, reading, 'notice/excuses', 'excuse')])
    .map((hit) => ({
      ...hit,
      ...(sort === undefined && { case: 'elsewhere' }),
      ...(sort?.isGuess && { confidence: 'possible' as const }),
    }));
}

/** Phrases that excuse; outside notices they are a matter of taste. */
export const excuse: Check = (world) => {
  const notices = new Set(world.messages.filter(noticeSort));
  const others = world.messages.filter((message) => !notices.has(message));
  return once([...notices, ...others].flatMap((message) => excusesIn(world, message)));
};

/** Promises nobody can keep. */
export const unsupportedPromise: Check = (world) =>
  once(
    world.messages
      .filter(noticeSort)
      .flatMap(readingsWithStages)
      .flatMap((reading) => [...phrasesIn(world, reading, 'notice/promises', 'promise')]),
  );
