import type { Check, GateHit } from '../../check.js';
import { type Reading, readingsOf } from '../../notices/reading.js';
import { Words } from '../../notices/words.js';
import type { World } from '../../world.js';

/** How far around a request the reason and the time may stand, in sentences. */
const near = 3;

function ask(world: World, reading: Reading): GateHit | undefined {
  const words = Words.of(world, 'notice/documents', reading);
  const at = reading.sentences.findIndex((one) => words.says('ask', one));
  if (at < 0) return undefined;
  const around = reading.sentences.slice(Math.max(0, at - near), at + near + 1);
  const says = (group: string): boolean => around.some((one) => words.says(group, one));
  const lacking = ['what', 'why', 'long'].filter((group) => !says(group));
  if (lacking.length === 0) return undefined;
  const sentence = reading.sentences[at]!;
  return {
    case: lacking[0]!,
    at: { part: sentence.part, span: sentence.spanOf(0, sentence.text.length) },
    about: 'document-request',
    args: { lacking: lacking.map((group) => group.replace('long', 'how long')).join(', ') },
    confidence: 'possible',
  };
}

/** Requests for documents that do not say which, why, or until when. */
export const documentRequest: Check = function* (world) {
  for (const message of world.messages)
    for (const reading of readingsOf(message)) {
      const hit = reading.isShort || reading.part.channel === 'unknown' ? undefined : ask(world, reading);
      if (hit) yield hit;
    }
};
