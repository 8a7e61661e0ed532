import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { contractSchema } from '../../../src/model/contract.js';

const fixtures = fileURLToPath(new URL('../../../fixtures', import.meta.url));
const text = await readFile(`${fixtures}/example-templates/unsilo.contract.json`, 'utf8');
const contract = contractSchema.parse(JSON.parse(text));

/** Every text in a value, keys of objects left out. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

/** What records of customers hold, but for codes that many share. */
async function valuesOfCustomers(): Promise<Set<string>> {
  const folder = `${fixtures}/example-bank/customers`;
  const values = new Set<string>();
  for (const file of await readdir(folder)) {
    const bytes = await readFile(`${folder}/${file}`);
    const csv = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    const rows: string[][] = parse(csv, { delimiter: csv.slice(0, 200).includes(';') ? ';' : ',', from: 2 });
    const counts = new Map<string, number>();
    for (const cell of rows.flat()) counts.set(cell, (counts.get(cell) ?? 0) + 1);
    for (const [cell, count] of counts) if (cell.length > 3 && count < rows.length / 20) values.add(cell);
  }
  return values;
}

describe('the contract of the example', () => {
  test('holds nothing that records of customers hold', async () => {
    const values = await valuesOfCustomers();
    expect(values.size).toBeGreaterThan(5000);
    const words = textsOf(contract).flatMap((one) => [one, ...one.split(/[\s,;/|]+/)]);
    expect(words.filter((word) => values.has(word) && !/^\d{4}-\d\d-\d\d$/.test(word))).toEqual([]);
  });

  test('holds no address and no number of a telephone', () => {
    expect(text).not.toMatch(/[\w.]@[\w-]+\.\w/);
    expect(text).not.toMatch(/\+\d{6,}/);
  });

  test('keeps back cells of fewer than five persons, and says how many', () => {
    const cells = contract.communications.flatMap(({ recipients }) => recipients ?? []);
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.filter(({ persons }) => persons < 5)).toEqual([]);
    expect(contract.communications.some(({ withheld }) => withheld > 0)).toBe(true);
    expect(contract.consent.filter(({ persons, of }) => of < 5 || (persons > 0 && persons < 5))).toEqual([]);
  });

  test('says of a value who supplies and masters it, its way, its age and how long it is', () => {
    const statement = contract.communications.find(
      ({ communication_id: id }) => id === 'core-banking-statement',
    )!;
    expect(statement.supplies.find(({ name }) => name === 'person_name')).toEqual({
      name: 'person_name',
      field: 'person.name',
      type: 'text',
      nullable: false,
      null_rate: 0,
      min_length: 10,
      max_length: 20,
      system_id: 'core-banking',
      master_id: 'crm',
      path: ['crm', 'core-banking', 'composer'],
      age: 6900,
    });
  });

  test('names the causes that are open, by what they go wrong in', () => {
    const causes = contract.communications.flatMap(({ communication_id: id, open_causes: open }) =>
      open.map(({ rule, severity }) => `${id} ${rule} ${severity}`),
    );
    expect(causes).toContain('core-banking-charges error/wrong-amount high');
    expect(causes).toContain('core-banking-statement error/wrong-recipient critical');
    expect(causes.filter((cause) => cause.startsWith('mobile-app-security'))).toEqual([]);
  });
});
