import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyInventory, readInventoryRows } from '../../src/app/intake/read-inventory.js';
import { intakeBook, toXlsx } from '../../src/intake/index.js';
import type { Collected, InventoryRow, InventoryRows } from '../../src/intake/layout.js';
import type { Column } from '../../src/model/column.js';
import { collected, intakeLanguages } from '../../src/model/intake.js';
import { findTable } from '../../src/model/tables/index.js';
import { readIntakeTexts } from '../../src/rules/read-intake-texts.js';
import { loadEcosystem } from '../../src/sources/index.js';
import { openStore } from '../../src/store/duckdb.js';
import { withFolder, withLoaded } from '../sources/ecosystem.js';

const packs = fileURLToPath(new URL('../../rules', import.meta.url));
const bank = fileURLToPath(new URL('../../fixtures/example-bank', import.meta.url));
const texts = await Promise.all(intakeLanguages.map((language) => readIntakeTexts(packs, language)));

const cellsOf = (rows: InventoryRows) =>
  Object.fromEntries(collected.map((name) => [name, rows[name].map(({ cells }) => cells)]));

/** Writes an inventory as a workbook and reads it back as a source of unsilo.yaml. */
const throughWorkbook = (rows: InventoryRows, language: number) =>
  withLoaded(
    {
      'unsilo.yaml': 'name: test\nsources:\n  - { table: intake, file: i.xlsx }\n',
      'i.xlsx': toXlsx(intakeBook(rows, [], texts[language]!)),
    },
    async (store) => cellsOf(await readInventoryRows(store)),
  );

const unheld = /[^\P{Cc}]|[\uFFFE\uFFFF]/u;
const word = fc.oneof(
  fc.constantFrom(
    '007',
    'NA',
    '=1+1',
    '+44 7700 900123',
    "'x",
    '1e5',
    'TRUE',
    '2026-02-30',
    '٣',
    'بله',
    'a,b;c',
    '<&>"',
    '_x0041_',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !unheld.test(text) && text.trim() === text && text !== ''),
);

const values: Readonly<Record<Column['kind'], (spec: Column) => fc.Arbitrary<string>>> = {
  text: () => word,
  list: () => fc.constantFrom('a', 'a|b', '*/marketing/email|*/marketing/sms', 'none'),
  enum: ({ values = [] }) => fc.constantFrom(...values),
  boolean: () => fc.constantFrom('true', 'false'),
  integer: () => fc.integer({ min: 0, max: 2 ** 40 }).map(String),
  decimal: () => fc.integer({ min: 0, max: 10 ** 9 }).map((n) => String(n / 10_000)),
  date: () => fc.constantFrom('2027-12-31', '1999-01-01', '2024-02-29'),
  instant: () => fc.constantFrom('2026-01-20T09:00:00Z', '2026-01-20T00:00:00Z'),
  duration: () => fc.constantFrom('P1D', 'PT15M', 'P1DT2H'),
};

const rowOf = (table: Collected): fc.Arbitrary<InventoryRow> => {
  const cells = Object.entries(findTable(table)!.columns).map(([name, spec]) => {
    const value = values[spec.kind](spec);
    return [name, spec.required ? value : fc.option(value)] as const;
  });
  return fc.record({
    cells: fc.record(Object.fromEntries(cells)),
    place: fc.constant({ file: 'x', row: 2 }),
  });
};

describe('an inventory written as a workbook', () => {
  it('is read back as it was, whatever its values, in every language', async () => {
    const tables = fc.record(
      Object.fromEntries(collected.map((name) => [name, fc.array(rowOf(name), { maxLength: 3 })])),
    );
    await fc.assert(
      fc.asyncProperty(tables, fc.nat(2), async (rows, language) => {
        const given = rows as unknown as InventoryRows;
        expect(await throughWorkbook(given, language)).toEqual(cellsOf(given));
      }),
      { numRuns: 8 },
    );
  });

  it('is read back as it was for the whole example, and gives the same bytes again', async () => {
    const read = await withFolder({}, async (dir) => {
      const store = await openStore();
      try {
        await loadEcosystem(store, bank, { storeDir: dir });
        return await readInventoryRows(store);
      } finally {
        store.close();
      }
    });
    expect(read.communication_steps.length).toBeGreaterThan(300);
    expect(await throughWorkbook(read, 2)).toEqual(cellsOf(read));
    const bytes = () => toXlsx(intakeBook(read, [], texts[1]!));
    expect(Buffer.from(bytes()).equals(Buffer.from(bytes()))).toBe(true);
  });

  it('may be empty', async () => {
    expect(await throughWorkbook(emptyInventory, 0)).toEqual(cellsOf(emptyInventory));
  });
});
