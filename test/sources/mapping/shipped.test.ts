import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findTable } from '../../../src/model/tables/index.js';
import { readMapping, readMappingNames } from '../../../src/sources/read-mappings.js';
import type { Row } from '../../../src/store/store.js';
import { withLoaded } from '../ecosystem.js';

const folder = 'fixtures/sources/preferences';
const expectedFile = 'records.txt';
const all = await Promise.all((await readMappingNames()).map(readMapping));
/** Those of choices and customers; what vendors write of messages is read all at once, in its own test. */
const names = all
  .filter(({ table }) => table !== 'delivery_events' && table !== 'sends')
  .map(({ name }) => name);

/** Columns that some record fills, in the order of the table. */
const filled = (rows: readonly Row[], table: string): string[] =>
  ['row', ...Object.keys(findTable(table)!.columns)].filter(
    (name) => name !== 'system_id' && rows.some((row) => row[name] !== null),
  );

const textOf = (row: Row, columns: readonly string[]): string =>
  columns.map((column) => `${row[column] ?? '-'}`.replace('.000Z', 'Z')).join(' ');

/** The vendor's example file, and what a mapping makes of it: every record, and every row set aside. */
async function read(name: string, mapping: string): Promise<string> {
  const { table } = await readMapping(name);
  const file = (await readdir(`${folder}/${name}`)).find((one) => one !== expectedFile)!;
  const config = `name: test\nsources:\n  - table: ${table}\n    file: ${file}\n${mapping}    columns: { system_id: { constant: vendor } }\n`;
  const content = await readFile(`${folder}/${name}/${file}`);
  return withLoaded({ 'unsilo.yaml': config, [file]: content }, async (store) => {
    const records = await store.all(`SELECT _row AS "row", * FROM std_${table} ORDER BY ALL`);
    const rejects = await store.all(
      `SELECT 'set aside:' AS what, "row", "column", value, 'expected' AS instead, expected FROM std_rejects ORDER BY ALL`,
    );
    const columns = filled(records, table);
    const lines = [
      ...records.map((row) => textOf(row, columns)),
      ...rejects.map((row) => textOf(row, Object.keys(row))),
    ];
    return `${[columns.join(' '), ...lines].join('\n')}\n`;
  });
}

describe('a shipped mapping', () => {
  it.each(names)('%s reads its example, named or recognised', async (name) => {
    const expected = await readFile(`${folder}/${name}/${expectedFile}`, 'utf8');
    expect(await read(name, `    mapping: ${name}\n`)).toBe(expected);
    const { recognise } = await readMapping(name);
    if (recognise !== undefined) expect(await read(name, '')).toBe(expected);
  });
});
