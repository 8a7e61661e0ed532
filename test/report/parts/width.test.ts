import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutLines, displayWidth, wrap } from '../../../src/report/parts/width.js';

test.each([
  ['abc', 3],
  ['家族', 4],
  ['e\u0301', 1],
  ['می\u200cشود', 5],
  ['👩‍👩‍👧', 2],
  ['─▶', 2],
  ['ｱ', 1],
  ['\u2068x\u2069', 1],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('wrapped lines fit and lose nothing but spaces at their ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 30 }), (text, width) => {
      const lines = wrap(text, width);
      expect(lines.every((line) => displayWidth(line) <= width)).toBe(true);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});

test('cut lines say that something is missing', () => {
  expect(cutLines(['one', 'two', 'three'], 3, 5)).toEqual(['one', 'two', 'three']);
  expect(cutLines(['one', 'two', 'three'], 2, 5)).toEqual(['one', 'two …']);
  expect(cutLines(['whole', 'line'], 1, 5)).toEqual(['who …']);
});
