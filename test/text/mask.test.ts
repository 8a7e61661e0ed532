import { expect, it } from 'vitest';
import { mask } from '../../src/text/mask.js';

it.each([
  ['a long key shows its last two characters', 'C00012345', '***45'],
  ['a short key shows nothing', 'C1234', '***'],
  ['no key shows nothing', '', '***'],
  ['characters are counted, not code units', 'ابجدهو😀', '***و😀'],
])('%s', (_title, key, expected) => {
  expect(mask(key)).toBe(expected);
});
