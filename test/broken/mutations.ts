import { gunzipSync, gzipSync } from 'node:zlib';
import type { Ecosystem } from './ecosystems.js';

/** Numbers that decide where and how a file is broken; every mutation uses as many as it needs. */
export interface Choice {
  readonly file: number;
  readonly how: number;
  readonly where: number;
  readonly what: number;
}

/** Values nobody expects in a cell. */
const hostile = [
  '', ' ', '"', '""', "'; DROP TABLE std_systems; --", '\0', 'a\0b', '\ud800', '\u001b[2J', '\u202eevil', 'NULL', 'NA', 'NaN',
  'Infinity', '-1', '1e400', '99999999999999999999999', '0.00001', '0001-01-01', '1403-05-06', '9999-12-31T23:59:59Z',
  '2026-02-30', '2026-01-01T25:61:61Z', '294247-01-10', '-4713-01-01', 'P', 'P99999999999999999Y', 'PT-1S', '|', '||||', 'a|b|',
  '=cmd|x', '*', 'none', '../../etc/passwd', '{"a":1}', '[', '٣٤', '１２', '😀', 'x'.repeat(70_000), 'é', '\t', '\\', '%s%n', 'true',
]; // biome-ignore format: a list of words

type Mutate = (content: Buffer, choice: Choice) => Buffer;

const at = (choice: Choice, length: number): number => (length === 0 ? 0 : choice.where % length);
const word = ({ what }: Choice): string => hostile[what % hostile.length]!;
const splice = (content: Buffer, from: number, to: number, middle: Buffer | string): Buffer =>
  Buffer.concat([content.subarray(0, from), Buffer.from(middle), content.subarray(to)]);

/** What can befall any file. */
const anyFile: readonly Mutate[] = [
  (content, choice) => {
    const flipped = Buffer.from(content);
    for (let i = 0; i <= choice.what % 5; i++) {
      const place = (choice.where + i * 7919) % Math.max(1, content.length);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << ((choice.what + i) % 8));
    }
    return flipped;
  },
  (content, choice) => content.subarray(0, at(choice, content.length)),
  (content, choice) => content.subarray(at(choice, content.length)),
  () => Buffer.alloc(0),
  (_, choice) => Buffer.from(word(choice)),
  (content, choice) => splice(content, at(choice, content.length), at(choice, content.length), word(choice)),
  (content, choice) =>
    splice(content, at(choice, content.length), at(choice, content.length), Buffer.from([choice.what % 256])),
  (content, choice) =>
    splice(content, at(choice, content.length), at(choice, content.length) + (choice.what % 40), ''),
  (content) => Buffer.concat([content, content]),
  (_, { what, where }) =>
    Buffer.from(Array.from({ length: where % 3000 }, (_none, i) => (i * what * 31 + where) % 256)),
];

const lineEnds = ['\r', '\r\n', '\n\n', '', '\n\r\n', '\u2028'];

/** What can befall text. */
const anyText: readonly Mutate[] = [
  (content, { what }) => Buffer.from(content.toString().replaceAll('\n', lineEnds[what % lineEnds.length]!)),
  (content) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), content]),
  (content, { what }) =>
    Buffer.concat([Buffer.from(what % 2 ? [0xff, 0xfe] : []), Buffer.from(content.toString(), 'utf16le')]),
  (content) => Buffer.from(content.toString(), 'utf16le').swap16(),
  (content) => Buffer.from(content.toString(), 'latin1'),
  (content, choice) =>
    splice(content, at(choice, content.length), at(choice, content.length), Buffer.from([0xc3, 0x28, 0xff])),
  (content, choice) => {
    const rows = content.toString().split('\n');
    const row = at(choice, rows.length);
    rows.splice(row, 1, ...Array<string>(choice.what % 3).fill(rows[row]!));
    return Buffer.from(rows.join('\n'));
  },
  (content, { what }) =>
    Buffer.from(content.toString().replaceAll(',', [';', '\t', '|', ',,', ' '][what % 5]!)),
];

/** Changes one cell, or a column from the header on. */
const tables: readonly Mutate[] = [
  (content, choice) =>
    onCells(content, choice, (cells, column, row, wanted) =>
      row === wanted ? cells.with(column, word(choice)) : cells,
    ),
  (content, choice) =>
    onCells(content, choice, (cells, column, row, wanted) =>
      row === wanted ? cells.with(column, `"${word(choice)}`) : cells,
    ),
  (content, choice) => onCells(content, choice, (cells, column) => cells.toSpliced(column, 1)),
  (content, choice) =>
    onCells(content, choice, (cells, column) => cells.toSpliced(column, 0, cells[column] ?? '')),
  (content, choice) =>
    onCells(content, choice, (cells, column, row) => (row === 0 ? cells.with(column, word(choice)) : cells)),
  (content, choice) =>
    onCells(content, choice, (cells, column, row) => (row === 0 ? cells : cells.with(column, word(choice)))),
  (content, choice) =>
    onCells(content, choice, (cells, _column, row, wanted) =>
      row === wanted ? [...cells, ...cells] : cells,
    ),
];

type OnRow = (cells: string[], column: number, row: number, wanted: number) => string[];

function onCells(content: Buffer, choice: Choice, change: OnRow): Buffer {
  const rows = content
    .toString()
    .split('\n')
    .map((row) => row.split(/[,;]/));
  const separator = content.includes(';') ? ';' : ',';
  const column = choice.where % rows[0]!.length;
  const changed = rows.map((cells, row) =>
    column < cells.length ? change(cells, column, row, choice.where % rows.length) : cells,
  );
  return Buffer.from(changed.map((cells) => cells.join(separator)).join('\n'));
}

const odd = [
  'null', '[]', '7', '{}', '{"a":', '{"system_id":{"x":[1]}}', '{"time":1e999}', '{"type":"\\ud800"}', '{"a":1,"a":2}', '"x"',
  `${'['.repeat(3000)}`, '{"message_key":["m"],"system_id":null}', '{"__proto__":{"x":1}}', '\0', `{"k":"${'y'.repeat(100_000)}"}`,
]; // biome-ignore format: a list of words

const jsonLines: readonly Mutate[] = [
  (content, choice) => {
    const rows = content.toString().split('\n');
    return Buffer.from(rows.with(at(choice, rows.length), odd[choice.what % odd.length]!).join('\n'));
  },
  (content, choice) => {
    const parts = content.toString().split(/("[^"]*")/);
    const place = at(choice, parts.length);
    return Buffer.from(parts.with(place, odd[choice.what % odd.length]!).join(''));
  },
];

const bomb = `${Array.from(
  { length: 12 },
  (_, i) =>
    `a${i}: &a${i} [${
      i
        ? Array(12)
            .fill(`*a${i - 1}`)
            .join(', ')
        : 'x'
    }]`,
).join('\n')}\n`;
const settings = [
  'name: 7', 'time_zone: Mars/Olympus', 'agreed_time: P', 'as_of: 2026-02-30T00:00:00Z', 'sources: []', 'rules: { x/y: {} }',
  'require: [nothing]', '!!binary x: y', '? [a]\n: b', 'a: *unknown', '<<: *b', '%YAML 9', '---\n---', '\tname: x', bomb,
  'identity: { shared_keys: [{ key_type: customer_no, systems: [core, nowhere] }] }', 'grace: [{ channel: fax, time: 1 }]',
  '__proto__: { a: 1 }', 'clock_tolerance: P99999999Y', 'as_of: 0001-01-01T00:00:00Z',
]; // biome-ignore format: a list of words

const yamlText: readonly Mutate[] = [
  (content, { what }) => Buffer.from(`${settings[what % settings.length]!}\n${content}`),
  (content, { what }) => Buffer.from(`${content}${settings[what % settings.length]!}\n`),
  (content, choice) => {
    const words = content.toString().split(/([\w.*-]+)/);
    return Buffer.from(words.with(at(choice, words.length), word(choice)).join(''));
  },
  (content, choice) => {
    const rows = content.toString().split('\n');
    const row = at(choice, rows.length);
    return Buffer.from(rows.with(row, `${choice.what % 2 ? '  ' : '\t'}${rows[row]!}`).join('\n'));
  },
];

function mutationsOf(file: string): readonly Mutate[] {
  if (file.endsWith('.yaml')) return [...anyText, ...yamlText, ...yamlText];
  if (file.endsWith('.csv')) return [...anyText, ...tables, ...tables];
  return file.endsWith('.jsonl') ? [...anyText, ...jsonLines, ...jsonLines] : [];
}

const inside = (file: string): readonly Mutate[] =>
  mutationsOf(file.replace(/\.gz$/, '')).map(
    (mutate): Mutate =>
      (content, choice) =>
        gzipSync(mutate(gunzipSync(content), choice)),
  );

/** The ecosystem with one file broken as the choice says. */
export function broken(ecosystem: Ecosystem, choice: Choice): Ecosystem {
  const files = Object.keys(ecosystem);
  const file = files[choice.file % files.length]!;
  const ways = [...anyFile, ...(file.endsWith('.gz') ? inside(file) : mutationsOf(file))];
  const mutate = ways[choice.how % ways.length]!;
  try {
    return { ...ecosystem, [file]: mutate(ecosystem[file]!, choice) };
  } catch {
    return { ...ecosystem, [file]: Buffer.from(word(choice)) };
  }
}
