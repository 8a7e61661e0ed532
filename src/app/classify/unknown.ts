import { meldTemplates } from '../../classify/meld.js';
import { phraseOf, TemplateCounter } from '../../classify/templates.js';
import type { Classified } from './types.js';

/** Below this no word was known, at most a reply code. */
const known = 0.5;

/** Events of which somebody asks why. */
const failures = new Set([
  'deferred',
  'bounced',
  'failed',
  'rejected_pre_send',
  'expired',
  'returned',
  'unknown',
]);

/** The kinds of text of which no rule knows a word, the most frequent first, each with words a rule may look for. */
export async function countUnknown(all: AsyncIterable<readonly Classified[]>, most: number) {
  const counter = new TemplateCounter();
  let classified = 0;
  for await (const some of all)
    for (const { text, found } of some) {
      classified++;
      if (failures.has(found.type) && found.confidence < known) counter.add(text);
    }
  const templates = meldTemplates(counter.all())
    .slice(0, most)
    .map((one) => ({ ...one, phrase: phraseOf(one.template) }));
  return { classified, unknown: counter.total, templates };
}
