import type { Query } from '../../store/store.js';
import { quoteText } from '../../store/store.js';
import { asciiDigits, easternDigits } from '../../text/digits.js';
import { loadPhoneReader } from '../../text/phone.js';

/** Telephone numbers nearly as E.164 writes them: `+` and digits, without the 0 that is dialled at home only. */
export const dialled = (x: string): string =>
  `regexp_replace(regexp_replace(replace(translate(${x}, ${quoteText(easternDigits)}, ${quoteText(asciiDigits)}),
    '(0)', ''), '[^0-9+]', '', 'g'), '^00', '+')`;

const asWritten = `
  SELECT written FROM (
    SELECT DISTINCT translate(phone, ${quoteText(easternDigits)}, ${quoteText(asciiDigits)}) AS written
    FROM std_customers WHERE phone IS NOT NULL) w
  WHERE NOT regexp_full_match(written, '[+][1-9][0-9]{6,14}') ORDER BY written`;

/** Numbers that state no country, as E.164: `work_phones(written, number)`; `written` has ASCII digits. */
export async function createPhones(store: Query, region: string): Promise<void> {
  const read = await loadPhoneReader(region);
  const rows = (await store.all<{ written: string }>(asWritten)).flatMap(({ written }) => {
    const number = read(written);
    return number === null ? [] : [[written, number]];
  });
  await store.run('CREATE TABLE work_phones (written VARCHAR, number VARCHAR)');
  if (rows.length > 0) await store.append('work_phones', ['written', 'number'], rows);
}

/** The customer `c`'s number, and the join it needs where numbers were read by country. */
export const phoneOf = (byCountry: boolean): { number: string; join: string } =>
  byCountry
    ? {
        number: `coalesce(t.number, ${dialled('c.phone')})`,
        join: `LEFT JOIN work_phones t
          ON t.written = translate(c.phone, ${quoteText(easternDigits)}, ${quoteText(asciiDigits)})`,
      }
    : { number: dialled('c.phone'), join: '' };
