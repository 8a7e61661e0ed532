import type { Part } from '../../../model/template.js';
import type { Check } from '../../check.js';
import { isInterface } from '../../is-interface.js';
import { listOf } from '../../lists/word-list.js';
import { isAll } from '../../words.js';

const nothing = /["']?[^<>"']{0,400}>\s*<\/a\s*>/iy;

/** Whether a link ends where its address does, with no word and no picture in it. */
function isEmpty({ text, markup }: Part, end: number): boolean {
  nothing.lastIndex = end;
  return markup === 'html' && nothing.test(text);
}

/** Links whose words say nothing about where they lead. */
export const linkText: Check = function* (world) {
  const list = listOf(world, 'a11y/vague-links');
  for (const part of world.parts.filter((one) => !isInterface(one)))
    for (const { start, end, target, words } of part.links) {
      const at = { part, span: { start, end } };
      if (words === '' && isEmpty(part, end)) yield { case: 'empty', at, about: target, args: { target } };
      if (words !== '' && isAll(list, 'vague', part.locale, words))
        yield { case: 'vague', at, about: words, args: { words } };
    }
};
