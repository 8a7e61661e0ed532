import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findTable } from '../../../src/model/tables/index.js';
import { readMapping, readMappingNames } from '../../../src/sources/read-mappings.js';
import type { Row, Store } from '../../../src/store/store.js';
import { type Files, withLoaded } from '../ecosystem.js';

const folder = 'fixtures/sources/delivery';
const isExpected = (file: string): boolean => file.endsWith('.txt');
const names = (await readdir(folder)).filter((file) => !isExpected(file)).sort();
const mappings = await Promise.all((await readMappingNames()).map(readMapping));

/** The files of vendors, each given as both tables it may fill, with nothing said of its columns. */
async function givenAs(table: string, files: readonly string[]): Promise<Files> {
  const sources = files.map((file) => `  - { table: ${table}, file: ${file} }\n`).join('');
  const contents = await Promise.all(files.map((file) => readFile(`${folder}/${file}`)));
  return {
    'unsilo.yaml': `name: vendors\nsources:\n${sources}`,
    ...Object.fromEntries(files.map((file, i) => [file, contents[i]!])),
  };
}

const textOf = (row: Row): string =>
  Object.values(row)
    .map((value) => `${value ?? '-'}`.replace('.000Z', 'Z').replaceAll('\n', '\\n'))
    .join(' | ');

/** Every record with its file and row, and what was set aside. */
async function read(store: Store, table: string): Promise<string> {
  const columns = Object.keys(findTable(table)!.columns).filter((name) => name !== 'event_id');
  const records = await store.all(`SELECT s.found_mapping AS mapping, s.file, t._row AS "row",
      ${columns.map((name) => `t."${name}"`).join(', ')}
    FROM std_${table} t JOIN std_sources s ON s.source = t._source ORDER BY ALL`);
  const rejects =
    await store.all(`SELECT 'set aside' AS what, s.file, r."row", r."column", r.value, r.expected
    FROM std_rejects r JOIN std_sources s ON s.source = r.source ORDER BY ALL`);
  return `${[columns.join(' | '), ...records.map(textOf), ...rejects.map(textOf)].join('\n')}\n`;
}

describe('what vendors write of messages', () => {
  it('is recognised, and every event keeps its file, row, word and text', async () => {
    const found = await withLoaded(await givenAs('delivery_events', names), (store) =>
      read(store, 'delivery_events'),
    );
    await expect(found).toMatchFileSnapshot(`../../../${folder}/events.txt`);
    for (const { name, table } of mappings)
      if (table === 'delivery_events') expect(found).toContain(`\n${name} | `);
  });

  it('tells what was sent, where it does', async () => {
    const sent = names.filter((file) =>
      /^(sendgrid|ses|mailgun|braze|sfmc-Sent|sparkpost|mandrill|customerio|iterable|kumomta|brevo|resend|marketo)/.test(
        file,
      ),
    );
    const found = await withLoaded(await givenAs('sends', sent), (store) => read(store, 'sends'));
    await expect(found).toMatchFileSnapshot(`../../../${folder}/sends.txt`);
    for (const { name, table } of mappings) if (table === 'sends') expect(found).toContain(`\n${name} | `);
  });
});
