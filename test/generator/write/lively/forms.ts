import { type Column, type Files, gzip, renderCsv } from '../files.js';
import type { Yaml } from '../yaml.js';
import { renderWorkbook } from './workbook.js';

/** The outer form of a table: how it is packed and spelt. */
export type Form = 'csv' | 'gzip' | 'semicolons' | 'utf-16' | 'arabic' | 'workbook' | 'lines';

const tables = new Map<string, Map<string, number>>();

/** Letters of a one-byte encoding by character; the platform only decodes them. */
function lettersOf(encoding: string): Map<string, number> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const letters = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  );
  tables.set(encoding, letters);
  return letters;
}

/** Bytes in Windows-1252 or Windows-1256; Persian letters missing there are written by their Arabic sisters. */
function encode(text: string, encoding: 'windows-1252' | 'windows-1256'): Uint8Array {
  const letters = lettersOf(encoding);
  return Uint8Array.from(text.replaceAll('ی', 'ي').replaceAll('ک', 'ك'), (letter) => {
    const byte = letters.get(letter);
    if (byte === undefined) throw new Error(`${encoding} has no letter '${letter}'`);
    return byte;
  });
}

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

const endings: Record<Form, string> = {
  csv: 'csv',
  gzip: 'csv.gz',
  semicolons: 'csv',
  'utf-16': 'txt',
  arabic: 'csv',
  workbook: 'xlsx',
  lines: 'jsonl',
};

const asLines = <T>(columns: readonly Column<T>[], rows: readonly T[]): string =>
  rows
    .map((row) => JSON.stringify(Object.fromEntries(columns.map(([header, text]) => [header, text(row)]))))
    .map((line) => `${line}\n`)
    .join('');

function render<T>(form: Form, title: string, columns: readonly Column<T>[], rows: readonly T[]) {
  switch (form) {
    case 'gzip':
      return gzip(renderCsv(columns, rows));
    case 'semicolons':
      return encode(renderCsv(columns, rows, ';').replaceAll('\n', '\r\n'), 'windows-1252');
    case 'utf-16':
      return utf16(renderCsv(columns, rows, '\t'));
    case 'arabic':
      return encode(renderCsv(columns, rows, ';'), 'windows-1256');
    case 'workbook':
      return renderWorkbook(title, columns, rows);
    case 'lines':
      return asLines(columns, rows);
    default:
      return renderCsv(columns, rows);
  }
}

/** What unsilo.yaml must say to read the form; what can be recognised is left unsaid. */
const said: Partial<Record<Form, Record<string, Yaml>>> = {
  arabic: { encoding: 'windows-1256' },
  workbook: { header_row: 4 },
};

/** Writes a table in a form and gives the start of the source that reads it. */
export function addTable<T>(
  files: Files,
  table: string,
  name: string,
  form: Form,
  columns: readonly Column<T>[],
  rows: readonly T[],
): Record<string, Yaml> {
  const file = `${table}/${name}.${endings[form]}`;
  files.set(file, render(form, `${table} of ${name}`, columns, rows));
  return { table, file, ...said[form] };
}
