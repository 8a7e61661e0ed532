import { expect, test } from 'vitest';
import {
  ageWords,
  breakWords,
  channelSentence,
  communicationTitle,
  costWords,
  measureWords,
  timeWords,
} from '../../../src/report/parts/communications.js';
import { indexSystems } from '../../../src/report/parts/systems.js';
import { richReport } from '../fixtures.js';

const system = indexSystems(richReport);
const [broken, , sound] = richReport.communications;
const [post, , sms] = richReport.channels;
const plain = (text: string): string => text.replaceAll('\u202f', ' ');

test('a communication goes by its name and channel', () => {
  expect(communicationTitle(broken!)).toBe('Card statement by post');
  expect(communicationTitle({ ...broken!, channel: null })).toBe('Card statement');
});

test('what breaks a communication is told worst first, with names', () => {
  expect(breakWords(broken!, system).map(plain)).toEqual([
    'no flow from Statement composer to Printhaus',
    'cannot keep its deadline of 3 d',
    'person.language does not get there',
    'CRM never learns of changes of address, returned letters',
    'by hand in Statement composer',
    'by hand from Credit Cards to Statement composer',
    'Statement composer is about to go',
  ]);
  expect(breakWords(sound!, system)).toEqual([]);
});

test('a way takes its time, is interrupted, or nobody knows', () => {
  expect(plain(timeWords(sound!))).toBe('2 h');
  expect(timeWords(broken!)).toBe('interrupted');
  expect(timeWords({ ...sound!, latency_s: null })).toBe('unknown');
  expect(plain(ageWords(sound!))).toBe('1 d 2 h (contact.email)');
  expect(ageWords(broken!)).toBe('unknown');
});

test.each([
  [12, 100, '12 (12 %)'],
  [0, 100, '0 (0 %)'],
  [0, 0, '0'],
  [5, null, '5'],
  [null, 100, 'not measurable'],
])('%o of %o is %s', (count, of, words) => {
  expect(plain(measureWords(count, of))).toBe(words);
});

test('costs say for how many messages they are known', () => {
  expect(costWords(post!)).toBe('12.5 for 100');
  expect(costWords({ ...post!, costed: post!.messages })).toBe('12.5');
  expect(costWords({ ...post!, cost: null })).toBe('not measurable');
});

test('a channel is one sentence; what cannot be measured is said', () => {
  expect(plain(channelSentence(post!))).toBe(
    '1 204 messages to 900 of 2 000 persons (45 %); delivered 88 of 90 (97.7 %); opt-outs 0 of 88 (0 %); ' +
      'returned 12 of 90 (13.3 %); late 4 of 100 (4 %); cost 12.5 for 100; ' +
      'not measurable: opened, answered, complaints.',
  );
  expect(plain(channelSentence(sms!))).toMatch(
    /cost 3\.015 for 67; not measurable: delivered, opened, answered, complaints\.$/,
  );
});
