import type { Check, GateHit } from '../../check.js';
import { noticesOf } from '../../notices/notices.js';
import { type Reading, readingsOf } from '../../notices/reading.js';
import { Words } from '../../notices/words.js';
import type { World } from '../../world.js';

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

/** Phrases that excuse; outside notices they are a matter of taste. */
export const excuse: Check = function* (world) {
  const notices = noticesOf(world);
  const inNotices = notices.flatMap((notice) =>
    [...phrasesIn(world, notice, 'notice/excuses', 'excuse')].map((hit) =>
      notice.isGuess ? { ...hit, confidence: 'possible' as const } : hit,
    ),
  );
  const told = new Set(notices.map(({ message }) => message));
  const elsewhere = world.messages
    .filter((message) => !told.has(message))
    .flatMap(readingsOf)
    .filter(({ part }) => part.channel !== 'unknown')
    .flatMap((reading) => [...phrasesIn(world, reading, 'notice/excuses', 'excuse')])
    .map((hit) => ({ ...hit, case: 'elsewhere' }));
  yield* once([...inNotices, ...elsewhere]);
};

/** Promises nobody can keep. */
export const unsupportedPromise: Check = (world) =>
  once(noticesOf(world).flatMap((notice) => [...phrasesIn(world, notice, 'notice/promises', 'promise')]));
