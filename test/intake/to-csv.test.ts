import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { toCanonicalCsv } from '../../src/intake/to-csv.js';
import { inventoryOf } from './inventory.js';

const csvOf = (names: readonly string[]) => {
  const { owners } = inventoryOf({ owners: names.map((name, i) => ({ owner_id: String(i), name })) });
  const { csv, changed } = toCanonicalCsv('owners', owners);
  const rows = parse(csv, { columns: true }) as { owner_id: string; name: string }[];
  return { names: rows.map(({ name }) => name), changed };
};

describe('a table of a workbook as CSV', () => {
  it('is the same again, quotes, separators and line ends included', () => {
    const names = ['Cards & "more"', 'a,b;c', 'two\nlines', '+44 7700 900123', '-1', '٣', "O'Neil", '007'];
    expect(csvOf(names)).toEqual({ names, changed: 0 });
  });

  it('runs nothing in a spreadsheet; what got an apostrophe is counted', () => {
    expect(csvOf(['=1+1', '+SUM(A1)', '@x', 'plain'])).toEqual({
      names: ["'=1+1", "'+SUM(A1)", "'@x", 'plain'],
      changed: 3,
    });
  });
});
