import type { Check } from '../../check.js';
import { isInterface } from '../../is-interface.js';
import { listOf } from '../../lists/word-list.js';
import { isAll } from '../../words.js';

/** Links whose words say nothing about where they lead. */
export const linkText: Check = function* (world) {
  const list = listOf(world, 'a11y/vague-links');
  for (const part of world.parts.filter((one) => !isInterface(one)))
    for (const { start, end, words } of part.links)
      if (words !== '' && isAll(list, 'vague', part.locale, words))
        yield { case: 'vague', at: { part, span: { start, end } }, about: words, args: { words } };
};
