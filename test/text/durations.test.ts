import { expect, test } from 'vitest';
import { parseDuration } from '../../src/text/durations.js';

test.each([
  ['P10D', 864_000],
  ['PT15M', 900],
  ['P1DT2H', 93_600],
  ['P1W', 604_800],
  ['P1M', 2_592_000],
  ['P1Y', 31_536_000],
  ['PT0S', 0],
  ['PT1.5H', 5_400],
  ['PT1,5S', 2],
  [' P1D ', 86_400],
])('%s lasts %i seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test.each(['', 'P', 'PT', 'P1', '1D', 'P1H', 'PT1D', 'P1DT', '-P1D', 'P1D2H', 'nightly'])(
  '"%s" is no duration',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);
