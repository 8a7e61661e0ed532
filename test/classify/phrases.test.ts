import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '../../src/classify/fold.js';
import { createTextSearch } from '../../src/classify/match-texts.js';
import { createPhraseFinder, foldPhrase } from '../../src/classify/phrases.js';
import type { TextRule } from '../../src/classify/types.js';

const few = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 6 });

/** Ends of all places, by looking at every position. */
const endsIn = (text: string, phrase: string): number[] =>
  [...text].flatMap((_, i) => (text.startsWith(phrase, i) ? [i + phrase.length] : []));

test('the finder gives the ends that looking at every position gives', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(few, { maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 }),
      (phrases, text) => {
        const found = createPhraseFinder(phrases).find(text);
        phrases.forEach((phrase, number) => {
          expect(found.get(number) ?? []).toEqual(endsIn(text, phrase));
        });
      },
    ),
  );
});

test.each([
  ['user unknown', ' user unknown '],
  ['Blacklist*', ' blacklist'],
  ["doesn't", ' doesnt '],
  ['MAILBOX_FULL', ' mailbox full '],
  ['存在しない', '存在しない'],
  ['boîte pleine', ' boite pleine '],
])('the phrase %s is looked for as "%s"', (phrase, folded) => {
  expect(foldPhrase(phrase)).toBe(folded.normalize('NFKD').replace(/\p{M}/gu, ''));
});

const rule = (id: string, says: string[], more: Partial<TextRule> = {}): TextRule => ({
  id,
  tier: 'words',
  says,
  unless: [],
  when: {},
  ...more,
});
const nothing = { enhancedCode: '', replyCode: '', stage: '', channel: '', type: '', remote: '' };
const first = (rules: readonly TextRule[], text: string, of: Partial<typeof nothing> = {}) =>
  createTextSearch(rules)(foldText(text))('words', { ...nothing, ...of })?.id;

test.each<[string, string[], string, boolean]>([
  ['words are whole', ['full'], 'fully', false],
  ['open words are not', ['full*'], 'fully', true],
  ['parts stand in their order', ['user … unknown'], 'User <x> is unknown', true],
  ['not in another', ['user … unknown'], 'unknown user', false],
  ['parts share the blank between them', ['user … unknown'], 'user unknown', true],
  ['parts stand near each other', ['user … unknown'], `user ${'so '.repeat(30)} unknown`, false],
  ['the last place of a part may be the one', ['a … b'], `b a ${'x'.repeat(70)} a b`, true],
])('%s', (_, says, text, isFound) => {
  expect(first([rule('r', says)], text)).toBe(isFound ? 'r' : undefined);
});

test('the first rule that fits is taken, an exception makes it fit not', () => {
  const rules = [rule('one', ['full'], { unless: ['not full'] }), rule('two', ['mailbox'])];
  expect(first(rules, 'mailbox full')).toBe('one');
  expect(first(rules, 'mailbox not full')).toBe('two');
});

test.each<[string, TextRule['when'], Partial<typeof nothing>, boolean]>([
  ['the enhanced code', { enhanced: ['7.1'] }, { enhancedCode: '5.7.1' }, true],
  ['its subject', { enhanced: ['7'] }, { enhancedCode: '5.7.99' }, true],
  ['the beginning of the reply code', { reply: ['55'] }, { replyCode: '554' }, true],
  ['the stage', { stage: ['rcpt'] }, { stage: 'data' }, false],
  ['the host that answered', { remote: ['example.com'] }, { remote: 'mx.example.com' }, true],
  ['not a host of a longer name', { remote: ['example.com'] }, { remote: 'badexample.com' }, false],
])('a rule may ask for %s', (_, when, of, isFound) => {
  expect(first([rule('r', [], { when })], 'x', of)).toBe(isFound ? 'r' : undefined);
});
