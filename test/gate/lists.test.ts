import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/gate/lists/fold.js';
import { finderOf } from '../../src/gate/lists/pattern.js';
import { readLists } from '../../src/rules/read-lists.js';

const lists = await readLists(fileURLToPath(new URL('../../rules', import.meta.url)));

const entries = [...lists].flatMap(([list, { groups }]) =>
  Object.entries(groups).flatMap(([group, languages]) =>
    Object.entries(languages).flatMap(([language, own]) =>
      own.map((entry) => ({ list, group, language, ...entry })),
    ),
  ),
);

const isIn = (words: string, language: string, sentence: string): boolean =>
  finderOf([words], language).test(fold(sentence).text);

test.each([
  ['plain words', 'late fee', 'a LATE  fee', 'a later fee'],
  ['either', 'out of (reach|order)', 'It is out of order.', 'It is out of date.'],
  ['what may be there', 'we [have] lost', 'We lost it.', 'We will have lost it.'],
  ['any ending', 'fail*', 'It failed.', 'It prefailed.'],
  ['any beginning', '*glitch', 'A hyperglitch.', 'A glitchy day.'],
  ['up to four words', 'we ... lost', 'We have, alas, lost it.', 'We have in all these five years lost it.'],
  ['first in a clause', '^ check', 'If it is late, check it.', 'We check it.'],
  ['a number', 'in # days', 'In 14 days.', 'In some days.'],
])('%s', (_title, words, yes, no) => {
  expect([isIn(words, 'en', yes), isIn(words, 'en', no)]).toEqual([true, false]);
});

test('Arabic words are found behind what is written together with them, and in any spelling of their letters', () => {
  expect(['والإزعاج', 'بالازعاج', 'للإزعاجِ'].map((word) => isIn('إزعاج', 'ar', word))).toEqual([
    true,
    true,
    true,
  ]);
});

test('a folded text knows where its characters stood', () => {
  const text = 'Ça  می‌رود، ۱۲';
  const folded = fold(text);
  expect(folded.text).toBe('ça مي رود, 12');
  expect(text.slice(folded.at(3), folded.at(9))).toBe('می‌رود');
});

describe('each entry of a list', () => {
  test.each([...new Set(entries.map(({ list }) => list))])('%s', (name) => {
    const wrong = entries
      .filter(({ list }) => list === name)
      .flatMap(({ group, language, words, yes, no }) => [
        ...(isIn(words, language, yes) ? [] : [`${group} ${language} '${words}' is not in: ${yes}`]),
        ...(isIn(words, language, no) ? [`${group} ${language} '${words}' is in: ${no}`] : []),
      ]);
    expect(wrong).toEqual([]);
  });
});
