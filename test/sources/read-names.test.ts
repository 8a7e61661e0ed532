import { describe, expect, it } from 'vitest';
import { readNames } from '../../src/sources/read-names.js';
import { oneSource, withFolder } from './ecosystem.js';
import { workbook } from './workbook.js';

const systems = { table: 'systems', id: 'system_id', title: 'name' };
const sheets = [
  {
    name: 'Silos',
    rows: [
      ['silo_id', 'name'],
      ['cards', 'Cards'],
    ],
  },
  {
    name: 'Anwendungen',
    rows: [
      ['Our systems'],
      [],
      ['name', 'kind', 'silo_id', 'legacy', 'system_id'],
      ['Card core', 'core', 'cards', 'no', 'core'],
    ],
  },
];

describe('names for completion', () => {
  it.each([
    ['a workbook of the intake', 'intake', 'book.xlsx', workbook(sheets)],
    ['a sheet of a workbook, under its title', 'systems', 'book.xlsx', workbook(sheets)],
    ['a table', 'systems', 'systems.csv', 'name;system_id\r\nCard core;core\r\n'],
  ])('are read from %s', async (_, table, file, content) => {
    const files = { 'unsilo.yaml': oneSource(table, file), [file]: content };
    await withFolder(files, async (dir) =>
      expect([...(await readNames(dir, systems))]).toEqual([['core', 'Card core']]),
    );
  });

  it('are none where a workbook cannot be read', async () => {
    const files = { 'unsilo.yaml': oneSource('systems', 'book.xlsx'), 'book.xlsx': 'no workbook' };
    await withFolder(files, async (dir) => expect((await readNames(dir, systems)).size).toBe(0));
  });
});
