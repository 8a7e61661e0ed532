import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/model/errors.js';
import { scaffold } from '../../src/sources/index.js';
import type { Store } from '../../src/store/store.js';
import { failure, oneSource, withFolder, withLoaded } from './ecosystem.js';
import { type WorkbookSheet, workbook } from './workbook.js';

const files = (sheets: readonly WorkbookSheet[]) => ({
  'unsilo.yaml': oneSource('intake', 'filled.xlsx'),
  'filled.xlsx': workbook(sheets),
});

const silos: WorkbookSheet = {
  name: 'Bereiche',
  rows: [['Silos'], [], ['Id', 'Name'], ['silo_id', 'name'], ['cards', 'Cards'], ['007', 'Retail']],
};
const systems = (rows: WorkbookSheet['rows'], name = 'Systems'): WorkbookSheet => ({
  name,
  rows: [['Our systems'], ['note', 'name', 'kind', 'legacy', 'silo_id', 'system_id'], ...rows],
});

const textOf = (store: Store) => async (table: string, columns: string) => {
  const rows = await store.all<{ text: string }>(
    `SELECT concat_ws(' ', _row, ${columns}) AS text FROM std_${table} ORDER BY _row`,
  );
  return rows.map(({ text }) => text);
};

const messagesOf = async (sheets: readonly WorkbookSheet[]) => {
  const error = await failure(files(sheets));
  expect(error).toBeInstanceOf(SourceError);
  return (error as SourceError).problems.map(
    ({ place, message }) => `${[place.file, place.row, place.column].join(' ').trim()}: ${message}`,
  );
};

describe('a workbook of the inventory', () => {
  it('is read sheet by sheet, whatever the sheets are called and whatever columns were moved or added', async () => {
    const sheets = [silos, systems([['ask Ann', 'Card core', 'core', 'yes', 'cards', 'core']])];
    const read = await withLoaded(files(sheets), async (store, { inputs }) => ({
      silos: await textOf(store)('silos', 'silo_id, name'),
      systems: await textOf(store)('systems', 'system_id, name, silo_id, kind, legacy'),
      inputs: inputs.map(({ file, table, rows_used }) => `${file} ${table} ${rows_used}`),
    }));
    expect(read).toEqual({
      silos: ['5 cards Cards', '6 007 Retail'],
      systems: ['3 core Card core cards core true'],
      inputs: ['filled.xlsx#Bereiche silos 2', 'filled.xlsx#Systems systems 1'],
    });
  });

  it('may hold words of its own language, which its sheet of lists explains', async () => {
    const lists: WorkbookSheet = {
      name: 'القوائم',
      rows: [
        ['vocabulary', 'value', 'code', 'meaning'],
        ['systemKinds', 'نظام أساسي', 'core', null],
        ['systemKinds', 'أرشيف', 'archive', null],
        ['channels', 'أرشيف', 'web', null],
      ],
    };
    const rows = [
      [null, 'a', 'أرشيف', 'نعم', 's', '1'],
      [null, 'b', 'CORE', 'لا', 's', '2'],
      [null, 'c', 'something', null, 's', '3'],
    ];
    const read = await withLoaded(files([systems(rows, 'الأنظمة'), lists]), async (store, { inputs }) => ({
      kinds: await textOf(store)('systems', 'kind, legacy'),
      aside: inputs[0]!.rows_set_aside,
    }));
    expect(read).toEqual({ kinds: ['3 archive true', '4 core false'], aside: 1 });
  });

  it('keeps numbers as people wrote them, though spreadsheets keep them as fractions of two', async () => {
    const channels: WorkbookSheet = {
      name: 'Channels',
      rows: [
        ['channel_id', 'channel', 'system_id', 'unit_cost'],
        ['a', 'post', 's', { xml: '><v>4.4999999999999998E-2</v>' }],
        ['b', 'post', 's', { xml: '><v>0.84999999999999998</v>' }],
      ],
    };
    const costs = await withLoaded(files([channels]), (store) => textOf(store)('channels', 'unit_cost'));
    expect(costs).toEqual(['2 0.0450', '3 0.8500']);
  });

  it('is known by init', async () => {
    const sheets = workbook([silos, systems([])]);
    const text = await withFolder({ 'filled.xlsx': sheets, 'one.xlsx': workbook([systems([])]) }, scaffold);
    expect(text).toContain('  - table: intake\n    file: filled.xlsx\n');
    expect(text).toMatch(/# one\.xlsx/);
  });

  it('leaves sheets of other content alone', async () => {
    const notes: WorkbookSheet = {
      name: 'Notes',
      rows: [
        ['Whom to ask', 'owner'],
        ['Ann', 'x'],
      ],
    };
    const inputs = await withLoaded(files([notes, silos]), async (_, loaded) => loaded.inputs.length);
    expect(inputs).toBe(1);
  });

  it('says which needed column a sheet has lost', async () => {
    const sheet: WorkbookSheet = {
      name: 'Flows',
      rows: [['flow_id', 'to_system_id', 'mechanism', 'latency', 'schedule', 'status', 'owner', 'unit_cost']],
    };
    expect(await messagesOf([silos, sheet])).toEqual([
      "filled.xlsx#Flows 1 from_system_id: sheet 'Flows' looks like flows, but its row of column names has no 'from_system_id'",
    ]);
  });

  it('is refused when it has no sheet of the inventory, or is no workbook', async () => {
    expect(await messagesOf([{ name: 'x', rows: [['a', 'b']] }])).toEqual([
      'filled.xlsx: filled.xlsx has no sheet of the inventory',
    ]);
    const broken = await failure({ ...files([silos]), 'filled.xlsx': 'no zip' });
    expect((broken as SourceError).problems[0]!.message).toBe('filled.xlsx cannot be read: no workbook');
  });
});
