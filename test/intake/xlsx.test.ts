import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { type Book, columnName } from '../../src/intake/book.js';
import { intakeBook, toXlsx } from '../../src/intake/index.js';
import { mainSpace } from '../../src/intake/xlsx/xml.js';
import { collected } from '../../src/model/intake.js';
import { findTable } from '../../src/model/tables/index.js';
import { readIntakeTexts } from '../../src/rules/read-intake-texts.js';
import { inventoryOf } from './inventory.js';

const packs = fileURLToPath(new URL('../../rules', import.meta.url));
const persian = await readIntakeTexts(packs, 'fa');
const hostile = `<v>&"'${String.fromCharCode(0, 7, 0xd800)}=1+1 ]]>`;

const partsOf = (book: Book): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(toXlsx(book))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

const owners = [{ owner_id: 'ann', name: hostile }];
const question = {
  topic: 'unknown_values',
  owner_id: 'ann',
  owner: hostile,
  contact: null,
  subject: 'owner:ann',
  table: 'owners',
  place: { file: 'owners.csv', row: 2 },
  question: hostile,
  args: {},
} as const;
const book = intakeBook(
  inventoryOf({ owners, systems: [{ system_id: 'crm', name: 'CRM' }] }),
  [question],
  persian,
);
const parts = partsOf(book);
const sheetOf = (name: string): string =>
  parts[`xl/worksheets/sheet${book.sheets.findIndex((sheet) => sheet.name === name) + 1}.xml`]!;

/** Anything at all, as long as it is XML of this root. */
const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${mainSpace}">
  ${['worksheet', 'workbook', 'styleSheet'].map((name) => `<xs:element name="${name}" type="xs:anyType"/>`).join('')}
</xs:schema>`;

describe('the workbook as a file', () => {
  it('is well-formed XML throughout, whatever the cells hold', async () => {
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/') && name.endsWith('.xml'));
    expect(sheets.length).toBeGreaterThan(collected.length);
    const xml = sheets.map(([name, contents]) => ({ fileName: name.replaceAll('/', '-'), contents }));
    expect((await validateXML({ xml, schema })).errors).toEqual([]);
  });

  it('keeps text text: nothing in a cell is a formula but the counts of the first sheet', () => {
    const formulas = Object.values(parts).flatMap((part) =>
      [...part.matchAll(/<f>(.*?)<\/f>/g)].map(([, text]) => text),
    );
    expect(formulas).toHaveLength(collected.length);
    for (const text of formulas) expect(text).toMatch(/^COUNTA\('[^']+'!\$A\$5:\$A\$\d+\)$/u);
  });

  it('runs from right to left in Persian, on every sheet', () => {
    for (const [name, part] of Object.entries(parts))
      if (name.includes('worksheets/')) expect(part).toContain('rightToLeft="1"');
  });

  it('offers values for every flag, vocabulary and reference', () => {
    for (const table of collected) {
      const xml = sheetOf(persian.tables[table].sheet);
      for (const [i, { kind, references }] of Object.values(findTable(table)!.columns).entries()) {
        const isOffered =
          kind === 'boolean' || kind === 'enum' || collected.some((name) => name === references);
        const area = `sqref="${columnName(i)}5:`;
        if (isOffered)
          expect(xml.match(/<dataValidation type="list"[^>]*>/g)?.some((one) => one.includes(area))).toBe(
            true,
          );
      }
    }
  });

  it('names the place of every list, once', () => {
    const names = [...parts['xl/workbook.xml']!.matchAll(/definedName name="(\w+)"/g)].map(
      ([, name]) => name!,
    );
    expect(new Set(names).size).toBe(names.length);
    const used = Object.values(parts).flatMap((part) =>
      [...part.matchAll(/<formula1>(\w+_\w+)</g)].map(([, name]) => name!),
    );
    expect([...new Set(used)].filter((name) => !names.includes(name))).toEqual([]);
  });

  it('leads from a question to its row', () => {
    expect(sheetOf(persian.questions.sheet)).toContain(`location="'${persian.tables.owners.sheet}'!A5"`);
  });
});
