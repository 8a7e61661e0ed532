/** Words that are no part of the name proper; left out where others remain. */
const titles = new Set(
  `سید سیده حاج الحاج حاجی شیخ الشیخ دکتر مهندس اقا اقای خانم میرزا ملا
   seyed seyyed sayyid sayyed sayed syed sayid seyid haj hajj hadj haji hajji sheikh sheik shaikh shaykh cheikh
   dr mr mrs ms prof mirza mulla khanom khanum agha aga`.split(/\s+/u),
);
/** Son and daughter of, in both scripts; left out where other names remain. */
const kin = new Set('بن ابن بنت ابنه bin ben ibn ebn ebne bint bent binti ould'.split(' '));

const article = /^[aeiou](?:l|sh|ch|dh|th|[rsntzd])$/u;
const servantOf = /^ab[dt](?:[aeiou]{1,2}[lrsnztd])$/u;
const servantOfOne =
  /^ab[dt](?:[aeiou]{1,2}l|[aeiou](?=([rsnztd])\1|sh|ch)|[aeiou](?=[rsnztd]))([a-z]{2,})$/u;

/** The article as a word of its own: al and el before anything, its other forms only before the letter they take on. */
const isArticle = (word: string, next: string | undefined): boolean =>
  next !== undefined && article.test(word) && (word.endsWith('l') || next.startsWith(word.slice(1)));

/** Compounds written in one word are their parts, without the article between them: عبدالکریم, Abdelkrim, نورالدین. */
function parts(word: string, next: string | undefined): string[] {
  if (word === 'الله' || word === 'allah') return [word === 'allah' ? 'lah' : 'له'];
  if (next !== undefined && servantOf.test(word)) return ['abd'];
  const servant = /^عبدال(..+)$/u.exec(word)?.[1];
  if (servant) return ['عبد', servant];
  const latin = servantOfOne.exec(word)?.[2];
  if (latin) return ['abd', latin === 'la' ? 'lah' : latin];
  const joined = /^(..+?)ال(له|دین)$/u.exec(word);
  if (joined) return [joined[1]!, joined[2]!];
  return [word.replace(/[ae]ldin$|ttin$/u, 'din')];
}

/** The words of a folded name that say who it is. */
export function wordsOf(folded: string): string[] {
  const words = folded.split(' ').filter((word) => word !== '');
  return words
    .filter((word, index) => !isArticle(word, words[index + 1]))
    .flatMap((word, index, kept) => parts(word, kept[index + 1]));
}

/** The article joined to its word, as such or as the first letter of the word doubled: Alzahrani, Azzahrani. */
const withoutArticle = (word: string): string =>
  word
    .replace(/^ال(?=...)/u, '')
    .replace(/^[ae]l(?=[bcdfghjkmnpqrstvwxyz].{3})/u, '')
    .replace(/^a([nrsztd])(?=\1.{4})/u, '');

const without = (words: readonly string[], left: ReadonlySet<string>): readonly string[] => {
  const kept = words.filter((word) => !left.has(word));
  return kept.length > 0 ? kept : words;
};

/** The ways in which words can be meant: al- as an article or as part of the name, titles and kin with and without. */
export function waysToMean(words: readonly string[]): (readonly string[])[] {
  const stripped = [words, words.map(withoutArticle)];
  const ways = stripped.flatMap((way) => [way, without(way, titles), without(without(way, titles), kin)]);
  return [...new Map(ways.map((way) => [way.join(' '), way])).values()];
}
