import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Files, failure, oneSource, withLoaded } from './ecosystem.js';

/** Bytes of a text in an eight-bit encoding, by asking the decoder for every byte. */
function eightBit(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(Array.from({ length: 256 }, (_, i) => [decoder.decode(Uint8Array.of(i)), i]));
  return Buffer.from([...text].map((letter) => bytes.get(letter)!));
}
const encoders = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 with mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'utf-16le with mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be with mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'utf-16le': (text: string) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(text, 'utf16le').swap16(),
  'windows-1252': (text: string) => eightBit(text, 'windows-1252'),
  'windows-1256': (text: string) => eightBit(text, 'windows-1256'),
} as const;
type EncoderName = keyof typeof encoders;

const names = {
  latin: ['Zoë Müller', 'François Élan', 'Ærø', 'plain', 'a;b|c,d', 'two\nlines'],
  arabic: ['محمد علي', 'فاطمة', 'Ali علي', 'plain', 'a;b|c,d', 'سطر\nآخر'],
};
const lettersOf = (encoding: EncoderName): string[] =>
  encoding === 'windows-1256'
    ? names.arabic
    : encoding === 'windows-1252'
      ? names.latin
      : [...names.latin, ...names.arabic];

const read = (files: Files) =>
  withLoaded(files, async (store, { inputs }) => ({
    names: (await store.all('SELECT name FROM std_systems ORDER BY _row')).map(({ name }) => name),
    keys: (await store.all('SELECT full_name AS name FROM std_customers ORDER BY _row')).map(
      ({ name }) => name,
    ),
    aside: inputs[0]!.rows_set_aside,
  }));

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('a text', () => {
  const layouts = fc.record({
    encoding: fc.constantFrom(...(Object.keys(encoders) as EncoderName[])),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n', '\r', 'mixed'),
    packed: fc.boolean(),
    large: fc.boolean(),
    titles: fc.constantFrom(0, 2),
    picks: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
  });

  it('is read whatever its encoding, delimiter, line ends, title rows and packing, with nothing declared', async () => {
    await fc.assert(
      fc.asyncProperty(layouts, async ({ encoding, delimiter, end, packed, large, titles, picks }) => {
        const letters = lettersOf(encoding);
        // Enough words beyond ASCII to tell an eight-bit encoding by; a single letter could be anything.
        const wanted = [letters[0]!, ...picks.map((pick) => letters[pick % letters.length]!), letters[1]!];
        const header = large
          ? ['system_id', 'subject_key', 'key_type', 'full_name']
          : ['system_id', 'silo_id', 'name'];
        const row = (name: string, i: number) =>
          large ? ['card', `k${i}`, 'customer_no', name] : [`s${i}`, 'silo', name];
        const lines = [
          ...Array.from({ length: titles }, (_, i) => `Export ${i}`),
          header.join(delimiter),
          ...wanted.map((name, i) => row(name, i).map(cell).join(delimiter)),
        ];
        const text = lines
          .map((line, i) => `${line}${end === 'mixed' ? (i % 2 ? '\n' : '\r\n') : end}`)
          .join('');
        const bytes = encoders[encoding](text);
        const file = packed ? 'x.csv.gz' : 'x.csv';
        const files = {
          'unsilo.yaml': oneSource(large ? 'customers' : 'systems', file),
          [file]: packed ? gzipSync(bytes) : bytes,
        };
        const found = await read(files);
        expect(large ? found.keys : found.names).toEqual(wanted);
        expect(found.aside).toBe(0);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  const customers = (name: string) =>
    `system_id,subject_key,key_type,full_name\ncard,1,customer_no,${name}\n`;

  it.each([
    ['utf-16', encoders['utf-8'](customers('Zoë')), 'it is declared to be in utf-16 but looks like utf-8'],
    [
      'utf-16',
      encoders['windows-1252'](customers('Zoë')),
      'it is declared to be in utf-16 but looks like windows-1252',
    ],
    ['utf-8', encoders['utf-16be'](customers('Zoë')), 'it is declared to be in utf-8 but looks like utf-16'],
    [
      'windows-1252',
      encoders['utf-8'](customers('Zoë')),
      'it is declared to be in windows-1252 but looks like utf-8',
    ],
    [
      'windows-1256',
      encoders['utf-8'](customers('علي')),
      'it is declared to be in windows-1256 but looks like utf-8',
    ],
    [
      'windows-1256',
      encoders['utf-16le with mark'](customers('علي')),
      'it is declared to be in windows-1256 but looks like utf-16',
    ],
  ])('declared to be in %s is refused when it surely is not: %#', async (encoding, bytes, message) => {
    const files = { 'unsilo.yaml': oneSource('customers', 'x.csv', `encoding: ${encoding}`), 'x.csv': bytes };
    expect(await failure(files)).toMatchObject({
      problems: [{ message: `x.csv cannot be read: ${message}` }],
    });
  });

  it('declared to be in UTF-8 has rows in another encoding set aside, saying which it looks like', async () => {
    const bytes = encoders['windows-1252'](customers('Zoë'));
    const files = { 'unsilo.yaml': oneSource('customers', 'x.csv', 'encoding: utf-8'), 'x.csv': bytes };
    await withLoaded(files, async (store) => {
      expect(await store.all('SELECT "row", expected FROM std_rejects')).toEqual([
        { row: 2, expected: 'text in the declared encoding; the bytes look like windows-1252' },
      ]);
    });
  });

  it.each([
    ['customers', `${customers('a')}card,2,customer_no,b\0c\ncard,3,customer_no,d\n`],
    ['systems', 'system_id,name,silo_id\na,A,s\nb,b\0c,s\nc,C,s\n'],
  ])('has rows of %s with zero bytes set aside, and only those', async (table, text) => {
    const files = { 'unsilo.yaml': oneSource(table, 'x.csv'), 'x.csv': text };
    await withLoaded(files, async (store, { inputs }) => {
      expect(inputs[0]).toMatchObject({ rows_in: 3, rows_used: 2, rows_set_aside: 1 });
      expect(await store.all('SELECT "row", expected FROM std_rejects')).toEqual([
        { row: 3, expected: 'text in the declared encoding, without zero bytes' },
      ]);
    });
  });

  it('may begin with the line by which spreadsheets name their delimiter', async () => {
    const text = `sep=;\n${customers('a').replaceAll(',', ';')}`;
    const found = await read({ 'unsilo.yaml': oneSource('customers', 'x.csv'), 'x.csv': text });
    expect(found.keys).toEqual(['a']);
  });
});

describe('JSON', () => {
  const record = (key: number) => ({
    system_id: 'card',
    subject_key: `${key}`,
    key_type: 'customer_no',
    full_name: 'Zoë علي',
  });
  const lines = [1, 2].map((key) => `${JSON.stringify(record(key))}\n`).join('');
  it.each([
    ['lines with a mark', `\ufeff${lines}`],
    ['lines in UTF-16', encoders['utf-16le with mark'](lines)],
    ['an array', JSON.stringify([record(1), record(2)], null, 2)],
    ['an array with a mark', `\ufeff${JSON.stringify([record(1), record(2)])}`],
  ])('is read as %s', async (_, text) => {
    const found = await read({ 'unsilo.yaml': oneSource('customers', 'x.json'), 'x.json': text });
    expect(found).toMatchObject({ keys: ['Zoë علي', 'Zoë علي'], aside: 0 });
  });

  it('has a broken line told as one problem', async () => {
    const files = {
      'unsilo.yaml': oneSource('customers', 'x.jsonl'),
      'x.jsonl': `${lines}{"system_id": "card",\n`,
    };
    await withLoaded(files, async (store) => {
      expect(await store.all('SELECT "row", "column", expected FROM std_rejects')).toEqual([
        { row: 3, column: null, expected: 'one JSON object a line' },
      ]);
    });
  });
});

describe('a row', () => {
  it('in which every cell is empty is one problem', async () => {
    const files = {
      'unsilo.yaml': oneSource('customers', 'x.csv'),
      'x.csv': 'system_id,subject_key,key_type\na,1,email\n,,\n',
    };
    await withLoaded(files, async (store) => {
      expect(await store.all('SELECT "row", "column", expected FROM std_rejects')).toEqual([
        { row: 3, column: null, expected: 'a row with values' },
      ]);
    });
  });
});
