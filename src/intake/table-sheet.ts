import type { Column } from '../model/column.js';
import { type IntakeTexts, vocabularyOf } from '../model/intake.js';
import { findTable } from '../model/tables/index.js';
import { type BookSheet, type Cell, type CellStyle, type Entry, heightOf, type SheetColumn } from './book.js';
import {
  type Collected,
  headed,
  headerRows,
  type InventoryRow,
  idsName,
  isField,
  listName,
  referenceOf,
  usualRows,
} from './layout.js';

const styles: Partial<Record<Column['kind'], CellStyle>> = {
  date: 'date',
  integer: 'number',
  decimal: 'number',
};
/** Texts keep what was typed: ids such as 007, and times. */
const styleOf = ({ kind }: Column): CellStyle => styles[kind] ?? 'text';

function widthOf(name: string, spec: Column): number {
  if (name === 'offers_scopes') return 44;
  if (isField(name) || name === 'schedule') return 30;
  if (name === 'name' || name.endsWith('_id') || name === 'file') return 28;
  if (spec.kind === 'text' || spec.kind === 'enum' || spec.kind === 'list') return 22;
  return 15;
}

function entryOf(name: string, spec: Column, texts: IntakeTexts): Entry | undefined {
  const list = (source: string, strict: boolean): Entry => ({ kind: 'list', source, strict });
  const vocabulary = vocabularyOf(spec);
  const reference = referenceOf(spec);
  if (vocabulary) return list(listName(vocabulary), true);
  if (spec.kind === 'boolean') return list(`"${texts.yes},${texts.no}"`, true);
  if (spec.kind === 'duration') return list(listName('durations'), false);
  if (reference || name === 'to_system_id') return list(idsName(reference ?? 'systems'), false);
  if (isField(name)) return list(listName('fields'), false);
  if (spec.kind === 'integer') return { kind: 'number', least: 0, whole: true };
  if (name === 'fill_rate') return { kind: 'number', least: 0, most: 1, whole: false };
  return spec.kind === 'decimal' ? { kind: 'number', least: 0, whole: false } : undefined;
}

/** A number whose digits survive being one. */
const isExact = (text: string): boolean =>
  /^-?\d{1,15}(\.\d{1,4})?$/.test(text) && text.replace('.', '').length <= 15;

function wordOf(text: string, spec: Column, texts: IntakeTexts): string {
  if (spec.kind === 'boolean') return text === 'true' ? texts.yes : texts.no;
  const vocabulary = vocabularyOf(spec);
  return vocabulary && texts.labels ? texts.vocabularies[vocabulary][text]! : text;
}

function toCell(text: string | null | undefined, spec: Column, texts: IntakeTexts): Cell | null {
  if (text === null || text === undefined || text === '') return null;
  const style = styleOf(spec);
  if (style === 'number' && isExact(text)) return { value: Number(text), style };
  return { value: wordOf(text, spec, texts), style: style === 'number' ? 'text' : style };
}

const cell = (value: string, style: CellStyle): Cell => ({ value, style });
function headOf(table: Collected, specs: readonly (readonly [string, Column])[], texts: IntakeTexts) {
  const { sheet, help } = texts.tables[table];
  const said = specs.map(([name, spec]) => ({ name, spec, ...headed(texts, table, name) }));
  return [
    [cell(sheet, 'title'), null, cell(help, 'plain')],
    said.map((one) => cell(one.help, 'help')),
    said.map(({ heading, spec }) =>
      cell(spec.required ? `${heading} *` : heading, spec.required ? 'required' : 'optional'),
    ),
    said.map(({ name }) => cell(name, 'technical')),
  ];
}

/** The sheet of a table: four rows of what goes where, then what is known already. */
export function tableSheet(table: Collected, rows: readonly InventoryRow[], texts: IntakeTexts): BookSheet {
  const specs = Object.entries(findTable(table)!.columns);
  const columns = specs.map(([name, spec]): SheetColumn => {
    const entry = entryOf(name, spec, texts);
    return {
      width: widthOf(name, spec),
      style: styleOf(spec),
      required: spec.required,
      ...(entry && { entry }),
    };
  });
  const known = rows.map(({ cells }) => specs.map(([name, spec]) => toCell(cells[name], spec, texts)));
  const helps = specs.map(([name], i) => [headed(texts, table, name).help, columns[i]!.width] as const);
  return {
    name: texts.tables[table].sheet,
    columns,
    rows: [...headOf(table, specs, texts), ...known],
    heights: { 1: 24, 2: Math.min(120, heightOf(helps, 13) + 4), 3: 32 },
    frozen: { rows: headerRows, columns: 1 },
    header: headerRows,
    lastRow: headerRows + Math.max(usualRows, rows.length + 1000),
  };
}
