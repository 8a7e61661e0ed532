import type { Problem } from '../../model/errors.js';
import { vocabularyOf } from '../../model/intake.js';
import type { SourceConfig } from '../../model/source-settings.js';
import { readSheets, type Sheet } from '../read-xlsx.js';
import type { SourceFile } from '../types.js';
import { type Labels, readLabels } from './labels.js';
import { type Recognised, recogniseSheet } from './recognise.js';

/** The tables of a workbook as sources of their own, and what is wrong with its sheets. */
export interface FoundSheets {
  readonly files: SourceFile[];
  readonly problems: Problem[];
  /** Sheets that are of no table. */
  readonly others: readonly string[];
}

/** Columns whose cells may hold the words of the workbook's language. */
function translatedColumns({ table, columns }: Recognised, labels: Labels): SourceConfig['columns'] {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const values = labels.get(vocabularyOf(table.columns[column]!) ?? '');
      return values ? [[column, { from: column, values: { ...values } }]] : [];
    }),
  );
}

/** A sheet goes by the name of the file and its own, so that a row of it can be found again. */
const sheetFile = (
  file: SourceFile,
  sheets: readonly Sheet[],
  name: string,
  as: Recognised,
  labels: Labels,
) => {
  const { table, headerRow: header_row } = as;
  const columns = translatedColumns(as, labels);
  const source: SourceConfig = { ...file.source, table: table.name, sheet: name, header_row, columns };
  return { ...file, file: `${file.file}#${name}`, format: 'xlsx', gzip: false, source, sheets } as const;
};

const damaged = (file: string, name: string, { table, headerRow: row, missing }: Recognised): Problem[] =>
  missing.map((column) => ({
    place: { file: `${file}#${name}`, row, column },
    message: `sheet '${name}' looks like ${table.name}, but its row of column names has no '${column}'`,
    expected: column,
    tips: ['write it back above its column', 'or take the sheet out of the workbook'],
  }));

const noTable = (file: string): Problem => ({
  place: { file },
  message: `${file} has no sheet of the inventory`,
  expected: 'a workbook that `unsilo intake` wrote, with its row of column names',
  tips: ['name a table instead of intake for other workbooks'],
});

/** The tables in a workbook's sheets, whatever these are called and in whichever order. */
export function findSheets(file: SourceFile, sheets: readonly Sheet[]): FoundSheets {
  const labels = readLabels(sheets);
  const read = sheets.map(({ name, rows }) => ({ name, as: recogniseSheet({ name, rows }) }));
  const tables = read.flatMap(({ name, as }) => (as ? [{ name, as }] : []));
  const whole = tables.filter(({ as }) => as.missing.length === 0);
  return {
    files: whole.map(({ name, as }) => sheetFile(file, sheets, name, as, labels)),
    problems:
      tables.length === 0
        ? [noTable(file.file)]
        : tables.flatMap(({ name, as }) => damaged(file.file, name, as)),
    others: read.filter(({ as }) => as === undefined).map(({ name }) => name),
  };
}

/** Reads a workbook and finds the tables in it. */
export async function openIntake(file: SourceFile): Promise<FoundSheets> {
  const sheets = await readSheets(file.path).catch(() => undefined);
  if (sheets) return findSheets(file, sheets);
  const message = `${file.file} cannot be read: no workbook`;
  const problem = {
    place: { file: file.file },
    message,
    expected: 'an .xlsx workbook',
    tips: ['of another spreadsheet program: save it there as .xlsx', 'nothing was audited'],
  };
  return { files: [], problems: [problem], others: [] };
}
