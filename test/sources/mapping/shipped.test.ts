import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readMappingNames } from '../../../src/sources/read-mappings.js';
import type { Row } from '../../../src/store/store.js';
import { withLoaded } from '../ecosystem.js';

const folder = 'fixtures/sources/preferences';
const expectedFile = 'records.txt';

const columns =
  'subject_key, key_type, kind, lob, comm_type, channel, contact_point, value, strength, legal_basis, valid_from, valid_to, recorded_at, time_quality, actor_type, evidence_ref';

const textOf = (cells: Row): string =>
  Object.values(cells)
    .map((cell) => `${cell ?? '-'}`.replace('.000Z', 'Z'))
    .join(' ');

/** The vendor's example file, and what a mapping makes of it: every record, and every row set aside. */
async function read(name: string, mapping: string): Promise<string> {
  const file = (await readdir(`${folder}/${name}`)).find((one) => one !== expectedFile)!;
  const config = `name: test\nsources:\n  - table: preferences\n    file: ${file}\n${mapping}    columns: { system_id: { constant: vendor } }\n`;
  const content = await readFile(`${folder}/${name}/${file}`);
  return withLoaded({ 'unsilo.yaml': config, [file]: content }, async (store) => {
    const records = await store.all(`SELECT _row AS "row", ${columns} FROM std_preferences ORDER BY ALL`);
    const rejects = await store.all(
      `SELECT 'set aside:' AS what, "row", "column", value, 'expected' AS instead, expected FROM std_rejects ORDER BY ALL`,
    );
    return `${[`row, ${columns}`, ...[...records, ...rejects].map(textOf)].join('\n')}\n`;
  });
}

const names = await readMappingNames();

describe('a shipped mapping', () => {
  it.each(names)('%s reads its example, named or recognised', async (name) => {
    const expected = await readFile(`${folder}/${name}/${expectedFile}`, 'utf8');
    expect(await read(name, `    mapping: ${name}\n`)).toBe(expected);
    expect(await read(name, '')).toBe(expected);
  });
});
