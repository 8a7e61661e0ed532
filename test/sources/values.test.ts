import { describe, expect, it } from 'vitest';
import { oneSource, withLoaded } from './ecosystem.js';

interface Read {
  readonly value: unknown;
  readonly expected: string | null;
}

/** What one cell becomes: its value, or what was expected of it. */
async function readCell(table: string, column: string, cell: string, mapping = '{}'): Promise<Read> {
  const fixed: Record<string, Record<string, string>> = {
    customers: { system_id: 'card', subject_key: '1', key_type: 'customer_no' },
    flows: { flow_id: 'f', from_system_id: 'a', to_system_id: 'b', mechanism: 'api' },
    authorities: { field: 'f', system_id: 'a', rank: '1' },
    systems: { system_id: 'a', name: 'A', silo_id: 's' },
  };
  const constants = Object.entries(fixed[table]!).filter(([name]) => name !== column);
  const columns = [
    ...constants.map(([name, value]) => `${name}: { constant: "${value}" }`),
    `${column}: { from: Cell, ${mapping.slice(1, -1)} }`,
  ];
  const files = {
    'unsilo.yaml': oneSource(table, 'rows.csv', `columns: { ${columns.join(', ')} }`),
    'rows.csv': `Cell,Other\n"${cell.replaceAll('"', '""')}",x\n`,
  };
  return withLoaded(files, async (store) => {
    const [row] = await store.all(`SELECT ${column} AS value FROM std_${table}`);
    const [reject] = await store.all<{ expected: string }>('SELECT expected FROM std_rejects');
    return { value: row?.value ?? null, expected: reject?.expected ?? null };
  });
}

const utc = '{ time_zone: UTC }';
const berlin = '{ time_zone: Europe/Berlin }';
const zoneless = 'a time with its offset; declare time_zone for times without zone';
const nightly = 'a time that Europe/Berlin had: a day of the calendar, and no hour that its clocks skipped';
const early = 'a year from 1600 on; declare calendar: jalali or hijri for dates of other calendars';

describe('an instant', () => {
  it.each([
    ['2025-01-31T10:00:00Z', '{}', '2025-01-31T10:00:00.000Z'],
    ['2025-01-31T10:00:00.123456Z', '{}', '2025-01-31T10:00:00.123Z'],
    ['2025-01-31T10:00Z', '{}', '2025-01-31T10:00:00.000Z'],
    ['2025-01-31 10:00:00 z', '{}', '2025-01-31T10:00:00.000Z'],
    ['2025-01-31T10:00:00+02:00', '{}', '2025-01-31T08:00:00.000Z'],
    ['2025-01-31T10:00:00.5-0330', '{}', '2025-01-31T13:30:00.500Z'],
    ['2025-01-31 10:00+02', '{}', '2025-01-31T08:00:00.000Z'],
    ['2025-01-31', '{}', '2025-01-31T00:00:00.000Z'],
    ['2025-01-31', berlin, '2025-01-30T23:00:00.000Z'],
    ['2025-07-31T10:00:00', berlin, '2025-07-31T08:00:00.000Z'],
    ['2025-03-30T03:00:00', berlin, '2025-03-30T01:00:00.000Z'],
    ['2025-03-30T01:59:59', berlin, '2025-03-30T00:59:59.000Z'],
    ['2025-10-26T02:30:00', berlin, '2025-10-26T01:30:00.000Z'],
    ['2005-03-22', '{ time_zone: Asia/Tehran }', '2005-03-21T20:30:00.000Z'],
    ['2025/7/31 9:05', utc, '2025-07-31T09:05:00.000Z'],
    ['20250731', '{}', '2025-07-31T00:00:00.000Z'],
    [' 2025-01-31T10:00:00Z ', '{}', '2025-01-31T10:00:00.000Z'],
    ['٢٠٢٥-٠١-٣١ ١٠:٠٠:٠٠', utc, '2025-01-31T10:00:00.000Z'],
    [
      '31.01.2025 10:00',
      '{ format: "%d.%m.%Y %H:%M", time_zone: Europe/Berlin }',
      '2025-01-31T09:00:00.000Z',
    ],
    ['31.01.2025', '{ format: "%d.%m.%Y" }', '2025-01-31T00:00:00.000Z'],
    ['31/Jan/2025:10:00:00 +0200', '{ format: "%d/%b/%Y:%H:%M:%S %z" }', '2025-01-31T08:00:00.000Z'],
    ['۱۴۰۳/۰۱/۰۱', '{ calendar: jalali }', '2024-03-20T00:00:00.000Z'],
    ['1403-12-30 23:30', '{ calendar: jalali, time_zone: Asia/Tehran }', '2025-03-20T20:00:00.000Z'],
    ['1446-01-01', '{ calendar: hijri }', '2024-07-07T00:00:00.000Z'],
    ['01/01/1446', '{ calendar: hijri, format: "%d/%m/%Y" }', '2024-07-07T00:00:00.000Z'],
    ['', '{}', null],
  ])('%j read with %s is %s', async (cell, mapping, value) => {
    expect(await readCell('customers', 'opened_at', cell, mapping)).toEqual({ value, expected: null });
  });

  it.each([
    ['2025-01-31T10:00:00', '{}', zoneless],
    ['31.01.2025 10:00', '{ format: "%d.%m.%Y %H:%M" }', zoneless],
    ['1403-01-01', '{}', early],
    ['1403/01/01 10:00', utc, early],
    ['01.01.1446', utc, early],
    ['14030101', '{}', early],
    ['0099-01-01', '{}', early],
    ['2025-03-30T02:30:00', berlin, nightly],
    ['2025-03-30 2:59', berlin, nightly],
    ['2025-02-30T01:00:00', berlin, nightly],
    [
      '30.03.2025 02:00',
      '{ format: "%d.%m.%Y %H:%M", time_zone: Europe/Berlin }',
      "a date as '%d.%m.%Y %H:%M'",
    ],
    ['31/01/2025', '{}', 'a time such as 2025-01-31T10:00:00Z, or declare its format'],
    ['2025-02-30', '{}', 'a time such as 2025-01-31T10:00:00Z, or declare its format'],
    ['infinity', utc, 'a time such as 2025-01-31T10:00:00Z, or declare its format'],
    ['1403-12-31', '{ calendar: jalali }', 'a Jalali date, year-month-day, or declare its format'],
    ['2025-01-31', '{ calendar: hijri }', 'a Hijri date, year-month-day, or declare its format'],
    ['2025-01-31', '{ format: "%d.%m.%Y" }', "a date as '%d.%m.%Y'"],
  ])('%j read with %s is set aside', async (cell, mapping, expected) => {
    expect(await readCell('customers', 'opened_at', cell, mapping)).toEqual({ value: null, expected });
  });
});

describe('a value', () => {
  it.each([
    ['customers', 'date_of_birth', '1980-02-29', '{}', '1980-02-29'],
    ['customers', 'date_of_birth', '1980-02-29 00:00:00', '{}', '1980-02-29'],
    ['customers', 'date_of_birth', '29.02.1980', '{ format: "%d.%m.%Y" }', '1980-02-29'],
    ['customers', 'date_of_birth', '۱۳۵۸/۱۲/۱۰', '{ calendar: jalali }', '1980-02-29'],
    ['customers', 'subject_key', '007', '{}', '007'],
    ['customers', 'subject_key', 'NA', '{}', 'NA'],
    ['customers', 'subject_key', '۰۰۷', '{}', '007'],
    ['customers', 'subject_key', 'علی٧', '{}', 'علی7'],
    ['customers', 'city', ' Köln\u00a0', '{}', 'Köln'],
    ['customers', 'city', '  ', '{}', null],
    ['customers', 'deceased', 'J', '{}', true],
    ['customers', 'deceased', 'no', '{}', false],
    ['customers', 'deceased', 'N', '{ invert: true }', true],
    ['customers', 'deceased', '', '{ absent: "false" }', false],
    ['customers', 'deceased', 'dead', '{ values: { dead: "yes", alive: "no" } }', true],
    ['customers', 'key_type', ' Customer_No ', '{}', 'customer_no'],
    ['customers', 'country', 'D', '{ values: { D: DE } }', 'DE'],
    ['flows', 'latency', 'pt1h30m', '{}', 'PT1H30M'],
    ['flows', 'unit_cost', '0,45', '{}', '0.4500'],
    ['flows', 'unit_cost', '1,234.5', '{}', '1234.5000'],
    ['flows', 'unit_cost', '۱٫۵', '{}', '1.5000'],
    ['flows', 'unit_cost', '١٬٢٣٤٫٥٦', '{}', '1234.5600'],
    ['flows', 'unit_cost', '1.234,56', '{}', '1234.5600'],
    ['flows', 'unit_cost', '12,345,678', '{}', '12345678.0000'],
    ['flows', 'unit_cost', "1'234.5", '{}', '1234.5000'],
    ['flows', 'unit_cost', '1\u202f234,5', '{}', '1234.5000'],
    ['flows', 'unit_cost', '\u22125', '{}', '-5.0000'],
    ['authorities', 'rank', '1,234', '{}', 1234],
    ['authorities', 'rank', '١٬٢٣٤', '{}', 1234],
    ['authorities', 'rank', '1 234', '{}', 1234],
    ['authorities', 'rank', '3.0', '{}', 3],
    ['customers', 'deceased', 'OUI', '{ values: { oui: "yes", non: "no" } }', true],
    ['customers', 'deceased', '۰', '{ values: { "1": "yes", "0": "no" } }', false],
    ['customers', 'country', 'b', '{ values: { b: BE, B: BR } }', 'BE'],
    ['customers', 'subject_key', 'AB'.repeat(32), '{}', 'ab'.repeat(32)],
    ['customers', 'subject_key', 'AB'.repeat(31), '{}', 'AB'.repeat(31)],
    ['authorities', 'rank', '٢', '{}', 2],
    ['systems', 'lobs', 'card | loan', '{}', 'card|loan'],
  ])('of %s.%s: %j read with %s is %j', async (table, column, cell, mapping, value) => {
    expect(await readCell(table, column, cell, mapping)).toEqual({ value, expected: null });
  });

  it.each([
    ['customers', 'date_of_birth', '1979-02-29', '{}', 'a date such as 2025-01-31, or declare its format'],
    ['customers', 'deceased', 'maybe', '{}', 'yes or no: y, yes, true, t, 1; n, no, false, f, 0'],
    ['customers', 'subject_key', ' ', '{}', 'a value for subject_key'],
    ['customers', 'country', 'X', '{ values: { D: DE, A: AT } }', 'one of D, A'],
    ['flows', 'mechanism', 'pigeon', '{}', 'one of stream, api, batch, file, manual'],
    ['flows', 'latency', 'P', '{}', 'an ISO 8601 duration such as P1DT2H'],
    ['flows', 'unit_cost', '1,234', '{}', 'a number such as 12.50'],
    ['authorities', 'rank', '12.7', '{}', 'a whole number'],
    ['authorities', 'rank', '1.000', '{}', 'a whole number'],
    ['authorities', 'rank', '1,23', '{}', 'a whole number'],
  ])('of %s.%s: %j read with %s is set aside', async (table, column, cell, mapping, expected) => {
    expect(await readCell(table, column, cell, mapping)).toEqual({ value: null, expected });
  });
});
