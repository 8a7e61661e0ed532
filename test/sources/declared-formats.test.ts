import { describe, expect, it } from 'vitest';
import { failure, oneSource, withLoaded } from './ecosystem.js';

const files = (format: string, values: readonly string[], more = '') => ({
  'unsilo.yaml': oneSource(
    'customers',
    'x.csv',
    `columns: { opened_at: { from: Since, format: "${format}"${more} } }`,
  ),
  'x.csv': `system_id,subject_key,key_type,Since\n${values.map((value, i) => `card,${i},customer_no,${value}\n`).join('')}`,
});
const days = ['2025-01-31', '2025-02-01', '2025-02-02'];

describe('a declared format', () => {
  it('that fits no value of its column is one error, which shows the look of a value and what reads it', async () => {
    expect(await failure(files('%d.%m.%Y', days))).toMatchObject({
      problems: [
        {
          place: { file: 'x.csv', column: 'Since' },
          message: "the format '%d.%m.%Y' of column 'Since' fits none of its 3 values",
          value: '9999-99-99',
          expected: "values written as '%d.%m.%Y' says",
          tips: ['such values are read by %Y-%m-%d', 'nothing was audited'],
        },
      ],
    });
  });

  it('that fits one value has the others set aside', async () => {
    await withLoaded(files('%d.%m.%Y', [...days, '01.02.2025']), async (_, { inputs }) => {
      expect(inputs[0]).toMatchObject({ rows_used: 1, rows_set_aside: 3 });
    });
  });

  it.each([
    ['%Q', '', "the format has '%Q', which gregorian times cannot be read by"],
    ['%d.%m.%', '', "the format has '%', which gregorian times cannot be read by"],
    ['%d.%b.%Y', ', calendar: hijri', "the format has '%b', which hijri times cannot be read by"],
    ['DD.MM.YYYY', '', 'the format names no part of a time'],
  ])('%s%s is refused where it stands', async (format, more, message) => {
    expect(await failure(files(format, days, more))).toMatchObject({
      problems: [
        {
          place: { file: 'unsilo.yaml', row: 5, column: 'sources.0.columns.opened_at.format' },
          message: expect.stringContaining(message) as string,
        },
      ],
    });
  });
});
