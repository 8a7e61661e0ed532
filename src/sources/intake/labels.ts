import { listColumns, type Vocabulary, vocabularyNames } from '../../model/intake.js';
import { titleRows } from '../mapping/wanted.js';
import type { Sheet } from '../read-xlsx.js';

/** By vocabulary: words that drop-downs offer → canonical values. */
export type Labels = ReadonlyMap<string, Readonly<Record<string, string>>>;

type Cells = readonly (string | null)[];
const cell = (cells: Cells, index: number): string => cells[index]?.trim() ?? '';

function readFrom({ rows }: Sheet): [string, string, string][] {
  const names = Object.values(listColumns);
  const header = rows
    .slice(0, titleRows)
    .findIndex((cells) => names.every((name) => cells.some((one) => one?.trim() === name)));
  if (header < 0) return [];
  const at = (name: string): number => rows[header]!.findIndex((one) => one?.trim() === name);
  const [vocabulary, value, code] = [at(listColumns.vocabulary), at(listColumns.value), at(listColumns.code)];
  return rows
    .slice(header + 1)
    .map((cells) => [cell(cells, vocabulary), cell(cells, value), cell(cells, code)]);
}

/**
 * The words a workbook offers in its own language, as its sheet of lists says; canonical values are understood beside
 * them. Only vocabularies whose words differ from the canonical values are listed.
 */
export function readLabels(sheets: readonly Sheet[]): Labels {
  const entries = sheets.flatMap(readFrom).filter(([, value, code]) => value !== '' && code !== '');
  const translated = new Set(entries.filter(([, value, code]) => value !== code).map(([name]) => name));
  return new Map(
    vocabularyNames
      .filter((name: Vocabulary) => translated.has(name))
      .map((name) => {
        const own = entries.filter(([vocabulary]) => vocabulary === name);
        const codes = own.map(([, , code]): [string, string] => [code, code]);
        return [name, Object.fromEntries([...codes, ...own.map(([, value, code]) => [value, code])])];
      }),
  );
}
