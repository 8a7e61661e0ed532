import type { Template } from './templates.js';

/** Fewer words are too few to tell that two texts say the same. */
const leastWords = 4;
/** Of so many words one may differ. */
const perDifference = 5;
/** Beyond so many kinds the rare are left as they are. */
const mostKinds = 2000;

/** Stands for words in which texts of one kind differ. */
const anything = '*';

interface Kind {
  words: readonly string[];
  count: number;
}

/** Whether two texts of as many words differ in few of them. */
function isNear(a: readonly string[], b: readonly string[]): boolean {
  let left = Math.max(1, Math.floor(a.length / perDifference));
  for (let i = 0; i < a.length && left >= 0; i += 1) if (a[i] !== b[i]) left -= 1;
  return left >= 0;
}

/** Takes templates together that differ in a word or two of many, the most frequent first. */
export function meldTemplates(templates: readonly Template[]): Template[] {
  const kinds: Kind[] = [];
  const byLength = new Map<number, Kind[]>();
  for (const { template, count } of templates) {
    const words = template.split(/\s+/);
    const alike = byLength.get(words.length) ?? [];
    byLength.set(words.length, alike);
    const near = words.length < leastWords ? undefined : alike.find((kind) => isNear(kind.words, words));
    if (near) {
      near.words = near.words.map((word, i) => (word === words[i] ? word : anything));
      near.count += count;
      continue;
    }
    const kind = { words, count };
    kinds.push(kind);
    if (kinds.length <= mostKinds) alike.push(kind);
  }
  return kinds
    .map(({ words, count }) => ({ template: words.join(' '), count }))
    .sort((a, b) => b.count - a.count || (a.template < b.template ? -1 : 1));
}
