import { describe, expect, it } from 'vitest';
import { type Records, readRecords } from '../../../src/app/link/read-records.js';
import type { LinkFilesRequest } from '../../../src/app/link/request.js';
import { openStore } from '../../../src/store/duckdb.js';
import type { Row } from '../../../src/store/store.js';
import { problemsOf, withRecords } from './records.js';

type Read = Records & { readonly rows: Row[] };

async function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<LinkFilesRequest> = {},
): Promise<Read> {
  const store = await openStore();
  try {
    return await withRecords(
      files,
      async (request) => {
        const records = await readRecords(store, request, () => undefined);
        return {
          ...records,
          rows: await store.all('FROM link_names JOIN link_records USING (record, source) ORDER BY record'),
        };
      },
      options,
    );
  } finally {
    store.close();
  }
}

const cells = ({ rows }: Read, ...columns: string[]): string[] =>
  rows.map((row) => columns.map((column) => row[column] ?? '–').join(' '));

describe('records of any file', () => {
  it('are numbered in order of files and rows, a column a role', async () => {
    const found = await read({
      'a.csv': 'id,First Name,Surname\n007,Ann,Lee\nx, Bo ,Roe\n',
      'b.csv': 'nr;Nachname;Vorname\n1;Lee;Anna\n',
    });
    expect(cells(found, 'record', 'source', 'row', 'record_id', 'given_name', 'family_name')).toEqual([
      '2 0 2 007 Ann Lee',
      '3 0 3 x Bo Roe',
      '5 1 2 2 Anna Lee',
    ]);
    expect(found.features.map(({ column, headers }) => [column, ...headers])).toEqual([
      ['given_name', 'First Name', 'Vorname'],
      ['family_name', 'Surname', 'Nachname'],
    ]);
    expect(found.files.map(({ id }) => id)).toEqual(['id', undefined]);
  });

  it('are found below title rows, in other encodings and as JSON lines', async () => {
    const text = 'Kundenliste;;\r\n;;\r\nid;Nachname;Vorname\r\n1;Müller;Jürgen\r\n';
    const found = await read({
      'a.csv': Buffer.from(text, 'latin1'),
      'b.jsonl': '{"id":2,"surname":"O\'Neil","given_name":"A"}\n{"id":3,"email":"a@example.com"}\n',
    });
    expect(cells(found, 'row', 'record_id', 'family_name', 'email')).toEqual([
      '4 1 Müller –',
      "1 2 O'Neil –",
      '2 3 – a@example.com',
    ]);
  });

  it('keep hostile text as it is', async () => {
    const hostile = `Robert'); DROP TABLE link_records;--`;
    const found = await read(
      { 'a.csv': `id,surname,"other ""x'"\n1,${hostile},=1+1\n` },
      {
        mapped: [{ role: 'other', column: `other "x'` }],
      },
    );
    expect(cells(found, 'family_name', 'other_other_x')).toEqual([`${hostile} =1+1`]);
  });

  it('carry the name of their file where several files use an id', async () => {
    const found = await read({
      'crm.csv': 'id,surname\n1,Lee\n2,Roe\n',
      'cards.csv': 'id,surname\n2,Lee\n3,Doe\n',
    });
    expect(found.rows.map(({ record_id }) => record_id)).toEqual(['1', 'crm:2', 'cards:2', '3']);
  });

  it('are named by a customer number where nothing is called an id', async () => {
    const found = await read({
      'a.csv': 'customer_no,surname\nC1,Lee\nC2,Roe\n',
      'b.csv': 'customer_no,surname\nC1,Lee\nC1,Roe\n',
    });
    expect(found.rows.map(({ record_id }) => record_id)).toEqual(['C1', 'C2', '2', '3']);
    expect(found.files.map(({ id }) => id)).toEqual(['customer_no', undefined]);
    expect(found.features.map(({ column }) => column)).toEqual(['key', 'family_name']);
  });

  it('write day and month in one order', async () => {
    const found = await read({
      'us.csv': 'id,dob,surname\n1,02/25/1980,a\n2,01/02/1980,b\n',
      'uk.csv': 'id,dob,surname\n3,25/02/1980,a\n4,01/02/1980,b\n5,1980-02-01,c\n',
    });
    expect(found.rows.map(({ date_of_birth }) => date_of_birth)).toEqual([
      '1980-02-25',
      '1980-01-02',
      '25/02/1980',
      '01/02/1980',
      '1980-02-01',
    ]);
  });

  it('have whole names in halves where another file has halves', async () => {
    const found = await read({
      'a.csv': 'id,given_name,family_name\n1,Ann Mary,Lee\n',
      'b.csv': 'id,name\n2,Ann Mary Lee\n3,"Lee, Ann"\n4,Lee\n5,علی ابراهیمی\n6,\n',
    });
    expect(cells(found, 'given_name', 'family_name')).toEqual([
      'Ann Mary Lee',
      'Ann Mary Lee',
      'Ann Lee',
      '– Lee',
      'علی ابراهیمی',
      '– –',
    ]);
    expect(found.features.map(({ column, headers }) => [column, ...headers])).toEqual([
      ['given_name', 'given_name', 'name'],
      ['family_name', 'family_name', 'name'],
    ]);
  });

  it('keep whole names where no file has halves', async () => {
    const found = await read({ 'a.csv': 'id,name\n1,Ann Lee\n', 'b.csv': 'id,full_name\n2,Ann Lee\n' });
    expect(found.features.map(({ column }) => column)).toEqual(['full_name']);
  });

  it('count rows that cannot be read, with their place', async () => {
    const { files, rows } = await read({ 'a.csv': 'id,surname\n1,Lee\n2,Roe,x\n3,Doe\n' });
    expect(files[0]).toMatchObject({
      rowsIn: 3,
      rowsSetAside: 1,
      setAside: [{ row: 3, column: null, value: '3 values', expected: '2 values' }],
    });
    expect(rows.map(({ row }) => row)).toEqual([2, 4]);
  });
});

describe('files that cannot be linked are told by file, row and column', () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      'an id twice',
      { 'a.csv': 'id,surname\n1,Lee\n2,Roe\n1,Doe\n' },
      ['a.csv | 4 | id | the id of row 2 again'],
    ],
    ['no id', { 'a.csv': 'id,surname\n,Lee\n2,Roe\n' }, ['a.csv | 2 | id | a record without id']],
    [
      'a column twice',
      { 'a.csv': 'id,surname,surname\n1,Lee,Roe\n' },
      ["a.csv | 1 | surname | column 'surname' occurs 2 times"],
    ],
  ])('%s', async (_, files, expected) => {
    expect(problemsOf(await read(files).catch((error: unknown) => error))).toEqual(expected);
  });

  it('an empty file, and one that is no Parquet', async () => {
    const broken = { 'a.csv': '', 'b.parquet': 'no' };
    for (const [name, content] of Object.entries(broken))
      expect(problemsOf(await read({ [name]: content }).catch((error: unknown) => error))[0]).toContain(
        `${name} cannot be read`,
      );
  });

  it('columns that say nothing of persons', async () => {
    await expect(read({ 'a.csv': 'id,colour\n1,red\n' })).rejects.toThrow(
      'no column says anything about persons',
    );
  });

  it('columns nobody has', async () => {
    const options = { mapped: [{ role: 'email' as const, column: 'emial' }] };
    await expect(read({ 'a.csv': 'id,email\n1,a\n' }, options)).rejects.toThrow(
      "--map: no file has a column 'emial'",
    );
    await expect(read({ 'a.csv': 'id,email\n1,a\n' }, { ignored: ['x'] })).rejects.toThrow(
      "--ignore: no file has a column 'x'",
    );
  });
});
