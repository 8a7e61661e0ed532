import { phraseOf, TemplateCounter } from '../../classify/templates.js';
import type { Classified } from './types.js';

/** The kinds of text that no rule knows, the most frequent first, each with words a rule may look for. */
export async function countUnknown(all: AsyncIterable<readonly Classified[]>, most: number) {
  const counter = new TemplateCounter();
  let classified = 0;
  for await (const some of all)
    for (const { text, found } of some) {
      classified++;
      const isEvent = ['complained', 'autoreply', 'delivered'].includes(found.type);
      if (found.reason === 'unclassified' && !isEvent) counter.add(text);
    }
  const templates = counter.top(most).map((one) => ({ ...one, phrase: phraseOf(one.template) }));
  return { classified, unclassified: counter.total, templates };
}
