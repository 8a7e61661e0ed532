import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/model/errors.js';
import type { ShippedColumn } from '../../../src/model/source-mapping.js';
import type { SourceConfig } from '../../../src/model/source-settings.js';
import { findTable } from '../../../src/model/tables/index.js';
import { sourceProblems } from '../../../src/sources/mapping/check-source.js';
import { listed } from '../../../src/sources/mapping/resolve.js';
import { readMapping, readMappingNames } from '../../../src/sources/read-mappings.js';

type Columns = Readonly<Record<string, string | ShippedColumn>>;
const problem = (path: readonly PropertyKey[], details: Omit<Problem, 'place'>): Problem => ({
  place: { file: path.join('.') },
  ...details,
});

/** What unsilo.yaml would say with each of the formats. */
const variants = (columns: Columns): NonNullable<SourceConfig['columns']>[] => {
  const entries = Object.entries(columns).map(([name, given]) => {
    const {
      form_of: _,
      format,
      from,
      with: __,
      ...rest
    } = typeof given === 'string' ? { from: given } : given;
    const formats = format === undefined ? [undefined] : listed(format);
    return formats.map((one) => [name, { ...rest, ...(one && { format: one }) }] as const);
  });
  const most = Math.max(...entries.map(({ length }) => length));
  return Array.from({ length: most }, (_, i) =>
    Object.fromEntries(entries.map((each) => each[i % each.length]!)),
  );
};

const names = await readMappingNames();
const known = ['core-banking-accounts', 'core-banking-customers', 'suppression-list', 'unsubscribe-list'];

describe('a shipped mapping', () => {
  it.each(names)('%s uses values, zones and formats that unsilo.yaml may', async (name) => {
    const { columns, records = [], table, time_zone } = await readMapping(name);
    const problems = [columns, ...records].flatMap(variants).flatMap((one) => {
      const source = { table, file: name, columns: one, ...(time_zone && { time_zone }) };
      return sourceProblems(source, findTable(table)!, [name], problem);
    });
    expect(problems).toEqual([]);
  });

  it.each(names)('%s says whose page describes the form, and what each scope means', async (name) => {
    const { pages, scopes } = await readMapping(name);
    expect(pages.length > 0 || known.includes(name)).toBe(true);
    expect(scopes).toMatch(/\.$/);
  });

  it.each(names)('%s states every column a record must have, but for the system of choices', async (name) => {
    const { columns, records = [{}], table } = await readMapping(name);
    const required = Object.entries(findTable(table)!.columns).filter(([, { required }]) => required);
    const missing = records.flatMap((record) =>
      required.flatMap(([column]) => (column in { ...columns, ...record } ? [] : column)),
    );
    const isOfMessages = table === 'delivery_events' || table === 'sends';
    expect([...new Set(missing)]).toEqual(isOfMessages ? [] : ['system_id']);
  });
});
