import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadEcosystem } from '../../src/sources/index.js';
import { openStore } from '../../src/store/duckdb.js';
import { type Files, failure, oneSource, withFolder, withLoaded } from './ecosystem.js';

const systems = 'system_id,name,silo_id\n007,"Bank, main",s\n\nNA,"two\nlines",s\n';
const wanted = [
  { id: '007', name: 'Bank, main', row: 2 },
  { id: 'NA', name: 'two\nlines', row: 4 },
];
const readSystems = (files: Files) =>
  withLoaded(files, (store) =>
    store.all('SELECT system_id AS id, name, _row AS "row" FROM std_systems ORDER BY _row'),
  );
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
const customers = (name: string): string =>
  `system_id,subject_key,key_type,full_name\ncard,1,customer_no,${name}\n\ncard,2,customer_no,x\n`;

/** Bytes of a text in an eight-bit encoding, by asking the decoder for every byte. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(Array.from({ length: 256 }, (_, i) => [decoder.decode(Uint8Array.of(i)), i]));
  return Uint8Array.from([...text], (letter) => bytes.get(letter)!);
}

describe('text files', () => {
  it.each([
    [';', systems.replace('Bank, main', 'Bank; main').replaceAll(',', ';').replace('Bank;', 'Bank;')],
    ['tab', systems.replaceAll(/,(?! )/g, '\t')],
    ['|', systems.replaceAll(/,(?! )/g, '|')],
    ['CRLF', systems.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${systems}`],
    ['blanks around names', systems.replace('system_id,name', ' system_id ,"name"')],
  ])('are read with %s', async (_, text) => {
    const rows = await readSystems({ 'unsilo.yaml': oneSource('systems', 'x.csv'), 'x.csv': text });
    const plain = rows.map((row) => ({
      ...row,
      name: String(row.name).replace('\r', '').replace('Bank;', 'Bank,'),
    }));
    expect(plain).toEqual(wanted);
  });

  it('may have title rows, a declared delimiter and be packed', async () => {
    const text = `Export of systems\nof today\n${systems}`;
    const rest = 'header_row: 3\ndelimiter: ","';
    const files = { 'unsilo.yaml': oneSource('systems', 'x.csv.gz', rest), 'x.csv.gz': gzipSync(text) };
    expect(await readSystems(files)).toEqual(wanted.map((row) => ({ ...row, row: row.row + 2 })));
  });

  it.each([
    ['UTF-8', 'Zoë', Buffer.from(customers('Zoë'))],
    ['UTF-16', 'Zoë', utf16(customers('Zoë'))],
    ['Windows-1252', 'Zoë Müller', encode(customers('Zoë Müller'), 'windows-1252')],
    ['Windows-1256', 'محمد علي', encode(customers('محمد علي'), 'windows-1256')],
  ])('of a large table may be in %s', async (_, name, bytes) => {
    const files = { 'unsilo.yaml': oneSource('customers', 'x.csv'), 'x.csv': bytes };
    await withLoaded(files, async (store) => {
      const rows = await store.all(
        'SELECT full_name AS name, _row AS "row" FROM std_customers ORDER BY _row',
      );
      expect(rows).toEqual([
        { name, row: 2 },
        { name: 'x', row: 4 },
      ]);
    });
  });

  it('set a row aside whose bytes are broken, not the file', async () => {
    const bytes = Buffer.concat([Buffer.from(customers('Zoë Müller')), Buffer.from([0x63, 0xff, 0x2c])]);
    const rest = Buffer.from(',2,customer_no\ncard,3,customer_no,y\n');
    const files = { 'unsilo.yaml': oneSource('customers', 'x.csv'), 'x.csv': Buffer.concat([bytes, rest]) };
    await withLoaded(files, async (store, { inputs }) => {
      expect(inputs[0]).toMatchObject({ rows_in: 4, rows_used: 3, rows_set_aside: 1 });
      expect(await store.all('SELECT "row" FROM std_rejects')).toEqual([{ row: 5 }]);
      expect(await store.all('SELECT max(_row) AS last FROM std_customers')).toEqual([{ last: 6 }]);
    });
  });

  it('may mix line ends', async () => {
    const text = customers('Zoë').replace('\n', '\r\n');
    const files = { 'unsilo.yaml': oneSource('customers', 'x.csv'), 'x.csv': text };
    await withLoaded(files, async (store) => {
      expect(await store.all('SELECT _row AS "row" FROM std_customers ORDER BY _row')).toEqual([
        { row: 2 },
        { row: 4 },
      ]);
    });
  });
});

describe('other files', () => {
  it('JSON lines: numbers and missing keys as text and empty; rows count from 1', async () => {
    const text =
      '{"system_id":7,"name":"A","silo_id":"s"}\nbroken\n{"system_id":"b","name":"B","silo_id":"s","deduplicated":true}\n';
    const files = { 'unsilo.yaml': oneSource('systems', 'x.jsonl'), 'x.jsonl': text };
    await withLoaded(files, async (store) => {
      const rows = await store.all(
        'SELECT system_id AS id, deduplicated AS d, _row AS "row" FROM std_systems ORDER BY _row',
      );
      expect(rows).toEqual([
        { id: '7', d: null, row: 1 },
        { id: 'b', d: true, row: 3 },
      ]);
      expect(await store.all('SELECT DISTINCT "row" FROM std_rejects')).toEqual([{ row: 2 }]);
    });
  });

  it('JSON lines: a line whose bytes are broken is set aside, not the file', async () => {
    const line = (id: string) => Buffer.from(`{"system_id":"${id}","name":"Zoë","silo_id":"s"}\r\n`);
    const broken = Buffer.from([...Buffer.from('{"system_id":"'), 0xff, ...Buffer.from('"}\r\n')]);
    const bytes = Buffer.concat([line('a'), broken, line('b')]);
    const files = { 'unsilo.yaml': oneSource('systems', 'x.jsonl'), 'x.jsonl': bytes };
    await withLoaded(files, async (store, { inputs }) => {
      expect(inputs[0]).toMatchObject({ rows_in: 3, rows_used: 2, rows_set_aside: 1 });
      const rows = await store.all('SELECT system_id AS id, _row AS "row" FROM std_systems ORDER BY _row');
      expect(rows).toEqual([
        { id: 'a', row: 1 },
        { id: 'b', row: 3 },
      ]);
    });
  });

  it('JSON lines: no line is no record', async () => {
    const files = { 'unsilo.yaml': oneSource('sends', 'x.jsonl'), 'x.jsonl': '' };
    await withLoaded(files, async (store, { inputs }) => {
      expect(inputs[0]).toMatchObject({ file: 'x.jsonl', rows_in: 0, rows_set_aside: 0 });
      expect(await store.all('SELECT count(*) AS n FROM std_sends')).toEqual([{ n: 0 }]);
    });
  });

  it('Parquet: typed columns', async () => {
    await withFolder({ 'unsilo.yaml': oneSource('sends', 'x.parquet') }, async (dir) => {
      const store = await openStore();
      await store.run(`COPY (SELECT 'm' AS message_key, 'a' AS system_id, 's' AS comm_type, 'l' AS lob, 'sms' AS channel,
        1 AS subject_key, 'customer_no' AS key_type, TIMESTAMPTZ '2025-01-01 10:00:00+02' AS sent_at) TO '${join(dir, 'x.parquet')}' (FORMAT parquet)`);
      await loadEcosystem(store, dir);
      expect(
        await store.all('SELECT subject_key AS key, sent_at AS at, _row AS "row" FROM std_sends'),
      ).toEqual([{ key: '1', at: '2025-01-01T08:00:00.000Z', row: 1 }]);
      store.close();
    });
  });

  describe('a workbook', () => {
    const rest = `sheet: Inventory
header_row: 3
columns: { system_id: Nr, name: Name, silo_id: Division, end_of_support: End of support }`;

    it('may have a sheet, title rows, empty rows, numbers and dates', async () => {
      const workbook = await readFile('fixtures/sources/xlsx/inventory.xlsx');
      const files = { 'unsilo.yaml': oneSource('systems', 'x.xlsx', rest), 'x.xlsx': workbook };
      await withLoaded(files, async (store, { inputs }) => {
        const sql =
          'SELECT system_id AS id, name, end_of_support AS "end", _row AS "row" FROM std_systems ORDER BY _row';
        expect(await store.all(sql)).toEqual([
          { id: '007', name: 'Core', end: '2025-12-31', row: 4 },
          { id: '12.5', name: 'CRM', end: null, row: 6 },
        ]);
        const rejects = await store.all('SELECT "row", "column", value FROM std_rejects ORDER BY "column"');
        expect(rejects).toEqual([
          { row: 7, column: 'End of support', value: 'soon' },
          { row: 7, column: 'Name', value: null },
        ]);
        expect(inputs[0]).toMatchObject({ format: 'xlsx', rows_in: 3, rows_used: 2, rows_set_aside: 1 });
      });
    });

    it('without the named sheet is refused with the names it has', async () => {
      const workbook = await readFile('fixtures/sources/xlsx/inventory.xlsx');
      const files = { 'unsilo.yaml': oneSource('systems', 'x.xlsx', 'sheet: Inv'), 'x.xlsx': workbook };
      expect(await failure(files)).toMatchObject({
        problems: [
          { expected: 'one of Read me, Inventory', message: "x.xlsx cannot be read: no sheet 'Inv'" },
        ],
      });
    });
  });

  it('several files of one source keep their own rows', async () => {
    const files = {
      'unsilo.yaml': oneSource('customers', '"in/*.csv"'),
      'in/a.csv': customers('a'),
      'in/b.csv': customers('b'),
      'in/copy of a.csv': customers('a'),
    };
    await withLoaded(files, async (store, { inputs }) => {
      expect(inputs.map(({ file }) => file)).toEqual(['in/a.csv', 'in/b.csv', 'in/copy of a.csv']);
      const rows = await store.all(
        `SELECT _source AS source, _row AS "row" FROM std_customers WHERE full_name <> 'x' ORDER BY _source`,
      );
      expect(rows).toEqual([1, 2, 3].map((source) => ({ source, row: 2 })));
    });
  });
});

describe('what is kept between runs', () => {
  const line = (i: number) => `card,k${i},customer_no,${'x'.repeat(60)}\n`;
  const text = `system_id,subject_key,key_type,full_name\n${Array.from({ length: 60_000 }, (_, i) => line(i + 2)).join('')}`;

  it('is one immutable file per content and mapping of a large file, in a folder of its own', async () => {
    await withFolder({ 'unsilo.yaml': oneSource('customers', 'x.csv'), 'x.csv': text }, async (dir) => {
      const load = async () => {
        const store = await openStore();
        const { inputs } = await loadEcosystem(store, dir);
        const sql = `SELECT count(*) FILTER (subject_key <> concat('k', _row)) AS misplaced FROM std_customers`;
        expect(await store.all(sql)).toEqual([{ misplaced: 0 }]);
        store.close();
        return inputs;
      };
      const first = await load();
      expect(await load()).toEqual(first);
      expect(await readdir(join(dir, '.unsilo'))).toEqual(['.gitignore', 'store']);
      const kept = (await readdir(join(dir, '.unsilo/store'))).sort();
      expect(kept).toEqual([
        '.gitignore',
        expect.stringMatching(/^customers-[0-9a-f]{32}\.duckdb$/) as string,
      ]);
    });
  });

  it('leaves nothing half when a file cannot be loaded, and every table exists when nothing feeds it', async () => {
    await withLoaded({ 'unsilo.yaml': oneSource('systems', 'x.csv'), 'x.csv': systems }, async (store) => {
      expect(await store.all('SELECT count(*) AS n FROM std_sends')).toEqual([{ n: 0 }]);
      expect(await store.all('SELECT _source, _row FROM std_error_reports')).toEqual([]);
    });
  });
});

describe('a folder that may not be written', () => {
  it('is told with the option that names another', async () => {
    const files = { 'unsilo.yaml': oneSource('systems', 'x.csv'), 'x.csv': systems, '.unsilo': 'a file' };
    expect(await failure(files)).toMatchObject({
      name: 'UsageError',
      details: { tips: ['name another with --store DIR'] },
    });
  });
});
