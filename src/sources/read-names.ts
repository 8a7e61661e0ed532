import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { compareText } from '../text/compare.js';

/** A table of the inventory, and where its ids and what they are called stand. */
interface NameTable {
  readonly table: string;
  readonly id: string;
  readonly title: string;
}

interface Entry {
  readonly table?: unknown;
  readonly file?: unknown;
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

async function readRows(dir: string, entry: Entry): Promise<readonly Record<string, string>[]> {
  const file = typeof entry.file === 'string' ? entry.file : '';
  if (!/\.(csv|tsv|txt)$/i.test(file) || /[*?{]/.test(file)) return [];
  const text = await readFile(join(dir, file), 'utf8').catch(noFile);
  const delimiter = typeof entry.delimiter === 'string' ? entry.delimiter : [',', ';', '\t', '|'];
  return parseCsv(text, { bom: true, columns: true, delimiter, relax_column_count: true });
}

/** Ids of a table of the inventory with what they are called, by id; from CSV files alone, as quickly as can be. */
export async function readNames(dir: string, { table, id, title }: NameTable): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readEntries(dir)) {
    if (entry.table !== table) continue;
    for (const row of await readRows(dir, entry)) {
      const value = row[columnOf(entry, id)] ?? '';
      if (value !== '') found.set(value, row[columnOf(entry, title)] ?? '');
    }
  }
  return new Map([...found].sort(([a], [b]) => compareText(a, b)));
}
