import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  groupDigits,
  renderDecimal,
  renderExpected,
  renderMeasure,
  renderPercentage,
  renderSeconds,
  renderShare,
} from '../../src/text/numbers.js';

const thin = (text: string): string => text.replaceAll('_', '\u202f');

test.each([
  [0, '0'],
  [999, '999'],
  [1204, '1_204'],
  [12_345_678, '12_345_678'],
  [-1204, '-1_204'],
])('%i is grouped by thin spaces in every locale', (value, text) => {
  expect(groupDigits(value)).toBe(thin(text));
});

test.each([
  [0, 10, '0_%'],
  [1, 8, '12.5_%'],
  [1, 3, '33.3_%'],
  [1, 100_000, '<_0.1_%'],
  [99_999, 100_000, '99.9_%'],
  [7, 7, '100_%'],
  [3, 1, '300_%'],
  [1, 0, ''],
])('%i of %i is %s', (count, of, text) => {
  expect(renderPercentage(count, of)).toBe(thin(text));
});

test('a share is whole only when it is', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
      const [count, of] = a < b ? [a, b] : [b, a + 1];
      expect(renderPercentage(count, of)).not.toBe(thin('100_%'));
      expect(renderPercentage(count, of) === thin('0_%')).toBe(count === 0);
    }),
  );
});

test.each([
  ['37.0000', '37'],
  ['21.9000', '21.9'],
  ['12345.6780', '12_345.678'],
  ['5', '5'],
])('the exact decimal %s reads %s', (text, read) => {
  expect(renderDecimal(text)).toBe(thin(read));
});

test.each([
  ['0.9400', '94_%'],
  ['1.0000', '100_%'],
  ['0.0004', '<_0.1_%'],
  ['1', '100_%'],
])('the share %s reads %s', (text, read) => {
  expect(renderShare(text)).toBe(thin(read));
});

test.each([
  [0, 'at once'],
  [45, '45_s'],
  [3600, '1_h'],
  [90_000, '1_d 1_h'],
  [86_461, '1_d'],
  [31_536_000, '365_d'],
])('%i seconds read %s', (seconds, text) => {
  expect(renderSeconds(seconds)).toBe(thin(text));
});

test.each([
  [37, '37'],
  [21.934, '21.9'],
  [3.456, '3.46'],
  [0.0031, '0.0031'],
  [0, '0'],
  [12345.6, '12_346'],
])('the measure %d reads %s', (value, read) => {
  expect(renderMeasure(value)).toBe(thin(read));
});

test('what is expected is little, but never nothing', () => {
  expect([0, 0.00004, 0.0001, 0.4].map(renderExpected)).toEqual(
    ['<_0.0001', '<_0.0001', '0.0001', '0.4'].map(thin),
  );
});
