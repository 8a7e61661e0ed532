import type { Sheet } from 'write-excel-file/universal';
import type { Roadmap } from '../../../model/roadmap-report.js';
import { initiativeColumns } from '../../roadmap/csv.js';
import { sheetOf } from './sheet.js';

/** Columns that hold numbers. */
const numeric = new Set([
  'wave',
  'effort',
  'persons_added',
  'persons_alone',
  'persons_touched',
  'messages_a_month',
  'cost',
]);

const headOf = (name: string): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`;

/** Every initiative in a row, those of the plan first; the columns are those of the CSV. */
export function initiativeSheet({ initiatives }: Roadmap): Sheet<Blob> {
  const columns = Object.entries(initiativeColumns);
  return sheetOf({
    name: 'Initiatives',
    caption: 'Initiatives',
    heads: columns.map(([name]) => headOf(name)),
    rows: initiatives.map((initiative) => columns.map(([, cell]) => String(cell(initiative) ?? ''))),
    numeric: columns.flatMap(([name], i) => (numeric.has(name) ? [i] : [])),
  });
}
