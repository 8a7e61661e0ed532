import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine } from '../../src/text/csv.js';

describe('CSV', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "yes"', '"say ""yes"""'],
    ['two\nlines', '"two\nlines"'],
    ['+447700900001', '+447700900001'],
    ['-12', '-12'],
    ['=1+1', `"'=1+1"`],
    ["=cmd|'/c calc'!A1", `"'=cmd|'/c calc'!A1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['-2+3', `"'-2+3"`],
    ['＝1+1', `"'＝1+1"`],
    ['\t=1', `"'\t'=1"`],
    ['a;=1+1', `"a;'=1+1"`],
    ['::error::x', '"::error::x"'],
  ])('%j becomes %j', (value, expected) => {
    expect(csvCell(value)).toBe(expected);
  });

  it('is read back as it was written, but for formulas', () => {
    const formula = /(?:^|[;\t]\s*)[=+\-@\t\r\n＝＋－＠]/;
    const value = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !formula.test(text));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
        expect(parse(csvLine(values), { bom: false })).toEqual([values]);
      }),
    );
  });
});
