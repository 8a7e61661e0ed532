import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { compareText } from '../text/compare.js';
import { findHeader } from './mapping/wanted.js';
import type { Sheet } from './read-xlsx.js';

/** A table of the inventory, and where its ids and what they are called stand. */
interface NameTable {
  readonly table: string;
  readonly id: string;
  readonly title: string;
}

interface Entry {
  readonly table?: unknown;
  readonly file?: unknown;
  readonly sheet?: unknown;
  readonly delimiter?: unknown;
  readonly columns?: Readonly<Record<string, unknown>>;
}

const noFile = (): string => '';

/** `sources` of the unsilo.yaml of a folder, unchecked: who completes a word is not told what is wrong with it. */
async function readEntries(dir: string): Promise<readonly Entry[]> {
  const text = await readFile(join(dir, 'unsilo.yaml'), 'utf8').catch(noFile);
  if (text === '') return [];
  const sources = (parseYaml(text) as { sources?: unknown } | null)?.sources;
  return Array.isArray(sources) ? (sources.filter((one) => typeof one === 'object' && one) as Entry[]) : [];
}

/** The column of a source that has a canonical one. */
function columnOf({ columns }: Entry, name: string): string {
  const mapped = columns?.[name];
  if (typeof mapped === 'string') return mapped;
  const from = (mapped as { from?: unknown } | undefined)?.from;
  return typeof from === 'string' ? from : name;
}

type Row = Readonly<Record<string, string>>;

async function readText(dir: string, { file, delimiter }: Entry): Promise<readonly Row[]> {
  const text = await readFile(join(dir, String(file)), 'utf8').catch(noFile);
  const marks = typeof delimiter === 'string' ? delimiter : [',', ';', '\t', '|'];
  return parseCsv(text, { bom: true, columns: true, delimiter: marks, relax_column_count: true });
}

const cells = ({ rows }: Sheet, headerRow: number): Row[] => {
  const header = rows[headerRow - 1] ?? [];
  return rows
    .slice(headerRow)
    .map((row) => Object.fromEntries(header.map((name, at) => [(name ?? '').trim(), row[at] ?? ''])));
};

/** Rows of a table in a workbook: of the sheet that is named or looks like it, else of every one with the column. */
async function readWorkbook(dir: string, entry: Entry, { table, id }: NameTable): Promise<readonly Row[]> {
  const [{ readSheets }, { recogniseSheet }] = await Promise.all([
    import('./read-xlsx.js'),
    import('./intake/recognise.js'),
  ]);
  const sheets = await readSheets(join(dir, String(entry.file))).catch(() => []);
  return sheets.flatMap((sheet) => {
    if (entry.table === 'intake') {
      const known = recogniseSheet(sheet);
      return known?.table.name === table ? cells(sheet, known.headerRow) : [];
    }
    if (typeof entry.sheet === 'string' && entry.sheet !== sheet.name) return [];
    const { row, found } = findHeader(sheet.rows, [columnOf(entry, id)]);
    return found > 0 ? cells(sheet, row) : [];
  });
}

async function readRows(dir: string, entry: Entry, wanted: NameTable): Promise<readonly Row[]> {
  const file = typeof entry.file === 'string' ? entry.file : '';
  const isOf = entry.table === wanted.table || entry.table === 'intake';
  if (!isOf || /[*?{]/.test(file)) return [];
  if (/\.xlsx$/i.test(file)) return readWorkbook(dir, entry, wanted);
  return /\.(csv|tsv|txt)$/i.test(file) ? readText(dir, entry) : [];
}

/** Ids of a table of the inventory with what they are called, by id; from tables people keep, as quickly as can be. */
export async function readNames(dir: string, wanted: NameTable): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readEntries(dir)) {
    for (const row of await readRows(dir, entry, wanted)) {
      const value = row[columnOf(entry, wanted.id)] ?? '';
      if (value !== '') found.set(value, row[columnOf(entry, wanted.title)] ?? '');
    }
  }
  return new Map([...found].sort(([a], [b]) => compareText(a, b)));
}
