import { expect, it } from 'vitest';
import { loadPhoneReader } from '../../src/text/phone.js';

it.each([
  ['GB', '07700 900123', '+447700900123'],
  ['GB', '+44 (0)7700 900123', '+447700900123'],
  ['gb', '0044 7700 900123', '+447700900123'],
  ['GB', '+49 30 23125 001', '+493023125001'],
  ['IR', '0912 345 6789', '+989123456789'],
  ['IR', '٠٩١٢٣٤٥٦٧٨٩', '+989123456789'],
  ['DE', 'nobody', null],
  ['DE', '', null],
  ['ZZ', '07700 900123', null],
])('a number in %s, %s, is %s', async (region, written, number) => {
  expect((await loadPhoneReader(region))(written)).toBe(number);
});
