import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { septetsOf } from '../../../src/templates/sms/gsm7.js';
import { canBePlain, plainFor } from '../../../src/templates/sms/replaceable.js';
import { countSegments } from '../../../src/templates/sms/segments.js';

describe('segments of an SMS', () => {
  test.each([
    ['an empty text', '', 'GSM-7', 0, 1],
    ['160 letters', 'a'.repeat(160), 'GSM-7', 160, 1],
    ['161 letters', 'a'.repeat(161), 'GSM-7', 161, 2],
    ['306 letters, twice 153', 'a'.repeat(306), 'GSM-7', 306, 2],
    ['307 letters', 'a'.repeat(307), 'GSM-7', 307, 3],
    ['the euro sign, two septets', '€'.repeat(80), 'GSM-7', 160, 1],
    ['an escape that would be cut', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 306, 3],
    ['70 Persian letters', 'س'.repeat(70), 'UCS-2', 70, 1],
    ['71 Persian letters', 'س'.repeat(71), 'UCS-2', 71, 2],
    ['one curly apostrophe', `${'a'.repeat(99)}’`, 'UCS-2', 100, 2],
    ['a surrogate pair that would be cut', `${'س'.repeat(66)}😀${'س'.repeat(66)}`, 'UCS-2', 134, 3],
  ])('%s', (_, text, encoding, units, segments) => {
    expect(countSegments(text)).toEqual({ encoding, units, segments });
  });

  test('are never fewer for a longer text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 20 }), (a, b) => {
        expect(countSegments(a + b).segments).toBeGreaterThanOrEqual(countSegments(a).segments);
      }),
    );
  });
});

test('the alphabet of GSM has 127 characters beside its escape, and ten in its extension', () => {
  const sizes = Array.from({ length: 0x3000 }, (_, code) => septetsOf(String.fromCodePoint(code)));
  expect(sizes.filter((size) => size === 1)).toHaveLength(127);
  expect(sizes.filter((size) => size === 2)).toHaveLength(10);
});

test('every plain counterpart is in the alphabet, and no letter has one', () => {
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    const counterpart = plainFor(character);
    if (counterpart === undefined) continue;
    expect(septetsOf(character), `U+${code.toString(16)}`).toBeUndefined();
    expect(canBePlain(counterpart) && [...counterpart].every((one) => septetsOf(one))).toBe(true);
    expect(character).not.toMatch(/\p{L}(?<!\u02bc)|\u200c/u);
  }
});
