import { describe, expect, it } from 'vitest';
import { failure, oneSource, withLoaded } from './ecosystem.js';
import { day, formula, time, type WorkbookSheet, workbook } from './workbook.js';

const header = ['Silo', 'Nr', 'Name', 'End of support', 'Lines'];
const columns =
  'columns: { silo_id: Silo, system_id: Nr, name: Name, end_of_support: End of support, lobs: Lines }';
const load = (sheets: readonly WorkbookSheet[], rest = columns) =>
  withLoaded(
    { 'unsilo.yaml': oneSource('systems', 'x.xlsx', rest), 'x.xlsx': workbook(sheets) },
    async (store, { inputs }) => ({
      rows: (
        await store.all<Record<string, string>>(
          `SELECT concat_ws(' ', _row, silo_id, system_id, name, end_of_support, lobs) AS text FROM std_systems ORDER BY _row`,
        )
      ).map(({ text }) => text),
      aside: inputs[0]!.rows_set_aside,
      header: (await store.all('SELECT found_header FROM std_sources'))[0]!.found_header,
    }),
  );

describe('a workbook', () => {
  it('has title rows found for itself, merged names cover their rows, hidden rows and empty ones are told apart', async () => {
    const sheet: WorkbookSheet = {
      name: 'Systems',
      rows: [
        ['Inventory of systems'],
        ['drawn', day(46082)],
        [],
        header,
        ['Retail', '007', 'Core', day(46022), null],
        [null, 'NA', 'CRM', null, 'card'],
        [null, null, null, null, null],
        ['Mortgage', '0012', 'Loans', null, null],
      ],
      merged: ['A1:E1', 'A5:A7'],
      hiddenRows: [6],
    };
    expect(await load([sheet])).toEqual({
      rows: ['5 Retail 007 Core 2025-12-31', '6 Retail NA CRM card', '8 Mortgage 0012 Loans'],
      aside: 0,
      header: 'row 4 of sheet Systems',
    });
  });

  it('has days as dates or as bare serial numbers, and what formulas gave', async () => {
    const sheet: WorkbookSheet = {
      name: 's',
      rows: [
        header,
        ['s', 1, 'a', 45000, formula('1+1', 2)],
        ['s', 12.5, 'b', day(45000), formula('0.1+0.2', 0.30000000000000004)],
        ['s', '3', 'c', 'soon', null],
      ],
    };
    expect(await load([sheet])).toMatchObject({
      rows: ['2 s 1 a 2023-03-15 2', '3 s 12.5 b 2023-03-15 0.30000000000000004'],
      aside: 1,
    });
  });

  it('is read from the sheet that has the columns, hidden or not', async () => {
    const rows = [header, ['s', 'a', 'A', null, null]];
    const about: WorkbookSheet = { name: 'About', rows: [['who to ask']] };
    expect(await load([about, { name: 'Data', rows, hidden: true }])).toMatchObject({
      rows: ['2 s a A'],
      header: 'row 1 of sheet Data',
    });
    expect(
      await load([about, { name: 'Data', rows }], `sheet: Data\nheader_row: 1\n${columns}`),
    ).toMatchObject({
      rows: ['2 s a A'],
      header: null,
    });
  });

  it('whose columns are nowhere is refused with the names of the best row', async () => {
    const rows = [['Title'], ['Silo', 'Nr', 'Nam', 'End of support', 'Lines']];
    const files = {
      'unsilo.yaml': oneSource('systems', 'x.xlsx', columns),
      'x.xlsx': workbook([{ name: 's', rows }]),
    };
    expect(await failure(files)).toMatchObject({
      problems: [
        { place: { row: 2, column: 'Name' }, message: "no column 'Name'", tips: ["did you mean 'Nam'?"] },
      ],
    });
  });

  it('has times to the second, though kept as fractions of a day', async () => {
    const rows = [
      ['system_id', 'subject_key', 'key_type', 'updated_at'],
      ['crm', '1', 'customer_no', time(46053.60416666666)],
      ['crm', '2', 'customer_no', 46053.60416666666],
    ];
    const files = {
      'unsilo.yaml': oneSource('customers', 'x.xlsx', 'time_zone: Europe/Berlin'),
      'x.xlsx': workbook([{ name: 's', rows }]),
    };
    await withLoaded(files, async (store) => {
      expect(await store.all('SELECT DISTINCT updated_at AS at FROM std_customers')).toEqual([
        { at: '2026-01-31T13:30:00.000Z' },
      ]);
    });
  });
});
