import { describe, expect, it } from 'vitest';
import type { NamedMapping } from '../../../src/model/source-mapping.js';
import { pickFormat } from '../../../src/sources/mapping/pick-format.js';
import { recogniseMapping } from '../../../src/sources/mapping/recognise.js';
import { type Look, resolveMapping } from '../../../src/sources/mapping/resolve.js';

const look = (values: Readonly<Record<string, readonly string[]>>): Look => ({
  header: Object.keys(values),
  values: (column) => values[column] ?? [],
});

const mapping: NamedMapping = {
  name: 'mail-tool',
  title: 'Mail Tool',
  table: 'preferences',
  pages: [],
  scopes: 'All mail.',
  recognise: { columns: [['Subscriber Key', 'Key'], 'Status'], without: ['List'] },
  columns: {
    subject_key: { from: ['SubscriberKey', 'Key'] },
    key_type: { form_of: 'subject_key', values: { email: 'email' }, constant: 'subscriber_key' },
    kind: { constant: 'consent' },
    lob: { from: ['Brand'], constant: '*', absent: '*' },
    comm_type: { constant: 'marketing' },
    channel: { constant: 'email' },
    value: { from: 'Status', values: { on: 'opt_in', off: 'opt_out' } },
  },
};
const source = { table: 'preferences', file: 'x.csv' };
const two = {
  ...mapping,
  records: [{ value: { from: ['Mail'] } }, { value: { from: ['Text'] }, channel: { constant: 'sms' } }],
};

describe('a mapping for many files', () => {
  it('reads the first of its names a file has, without regard to case, blanks and marks', () => {
    const { columns } = resolveMapping(mapping, source, look({ 'subscriber key': ['7'], STATUS: ['on'] }));
    expect(columns).toMatchObject({ subject_key: { from: 'subscriber key' }, value: { from: 'STATUS' } });
  });

  it('takes the constant where the file has no such column, and the column where it has', () => {
    const lob = (values: Record<string, string[]>) =>
      resolveMapping(mapping, source, look({ Key: ['7'], Status: [], ...values })).columns?.lob;
    expect(lob({})).toEqual({ constant: '*' });
    expect(lob({ Brand: ['A'] })).toEqual({ from: 'Brand', absent: '*' });
  });

  it.each([
    [['a@example.com', 'b@example.com'], 'email'],
    [['a@example.com', '8'], 'subscriber_key'],
    [[], 'subscriber_key'],
  ])('takes keys %j for %s', (keys, type) => {
    const { columns } = resolveMapping(mapping, source, look({ Key: keys, Status: [] }));
    expect(columns?.key_type).toEqual({ constant: type });
  });

  it('holds every row to the form of most keys where that form alone says what they are', () => {
    const { constant: _, ...key_type } = mapping.columns.key_type as { constant: string };
    const unsure = { ...mapping, columns: { ...mapping.columns, key_type } };
    const { columns } = resolveMapping(
      unsure,
      source,
      look({ Key: ['a@example.com', 'b@example.com', '8'], Status: [] }),
    );
    expect(columns).toMatchObject({ subject_key: { form: 'email' }, key_type: { constant: 'email' } });
  });

  it('makes the records whose columns the file has', () => {
    const one = resolveMapping(two, source, look({ Key: ['7'], Text: [] }));
    expect(one.columns).toMatchObject({ channel: { constant: 'sms' }, value: { from: 'Text' } });
    expect(resolveMapping(two, source, look({ Key: ['7'], Mail: [], Text: [] })).records).toHaveLength(2);
  });

  it('gives way to unsilo.yaml column by column, in every record', () => {
    const columns = { comm_type: { constant: 'marketing/offers' }, system_id: { constant: 'mail' } };
    const { records } = resolveMapping(two, { ...source, columns }, look({ Key: ['7'], Mail: [], Text: [] }));
    expect(records).toMatchObject([columns, columns]);
  });

  it('gives way to the records of unsilo.yaml as a whole', () => {
    const own = { ...source, records: [{ value: 'Text' }] };
    const resolved = resolveMapping(two, own, look({ Key: ['7'], Text: [] }));
    expect(resolved.records).toEqual(own.records);
    expect(resolved.columns).toMatchObject({ kind: { constant: 'consent' }, subject_key: { from: 'Key' } });
  });
});

describe('recognition', () => {
  const other = { ...mapping, name: 'other', recognise: { columns: ['Status'] } };
  const find = (header: string[]) =>
    recogniseMapping([other, mapping], () => look(Object.fromEntries(header.map((name) => [name, []]))), 'x')
      ?.name;

  it.each([
    [['Key', 'Status'], 'mail-tool'],
    [['Status'], 'other'],
    [['Key', 'Status', 'List'], 'other'],
    [['Key'], undefined],
  ])('of columns %j finds %s', (header, name) => {
    expect(find(header)).toBe(name);
  });
});

describe('the format of times', () => {
  const formats = ['%d/%m/%Y', '%m/%d/%Y', '%m/%d/%Y %I:%M:%S %p', 'unix'];

  it.each([
    [['2026-01-31'], undefined],
    [['31/01/2026', '02/03/2026'], '%d/%m/%Y'],
    [['02/03/2026', '01/31/2026'], '%m/%d/%Y'],
    [['1/31/2026 11:30:00 PM'], '%m/%d/%Y %I:%M:%S %p'],
    [['1769902200'], 'unix'],
    [['yesterday'], undefined],
    [[], undefined],
  ])('of %j is %s', (values, format) => {
    expect(pickFormat(formats, values)).toBe(format);
  });
});
