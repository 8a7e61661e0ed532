import { quoteText } from '../../store/store.js';
import { misfit, preferenceValues } from './reading.js';

/** A cell on its way: raw text, and SQL of the value read from it. */
export interface Cell {
  readonly raw: string;
  readonly value: string;
  readonly column: string;
  /** The declared format, if any, has a clock. */
  readonly clockFormat: boolean;
}
export type Cells = ReadonlyMap<string, Cell>;

/** What one table adds to reading cell by cell: values that follow from others, and checks across columns. */
export interface Derived {
  readonly values: (cells: Cells) => Readonly<Record<string, string>>;
  readonly fine: (cells: Cells) => readonly string[];
  readonly problems: (cells: Cells) => readonly string[];
}

const cellOf = (cells: Cells, column: string): Cell =>
  cells.get(column) ?? { raw: 'NULL', value: 'NULL', column, clockFormat: false };

/** Which clock is known: the decision's with or without time of day, the system's, or the export's only. */
function timeQuality(cells: Cells): string {
  const { raw, value, clockFormat } = cellOf(cells, 'valid_from');
  const clock = clockFormat ? 'true' : `contains(${raw}, ':')`;
  return `CASE WHEN ${cellOf(cells, 'time_quality').value} IS NOT NULL THEN ${cellOf(cells, 'time_quality').value}
    WHEN ${value} IS NOT NULL THEN CASE WHEN ${clock} THEN 'exact' ELSE 'day' END
    WHEN ${cellOf(cells, 'recorded_at').value} IS NOT NULL THEN 'recorded_only' ELSE 'export_only' END`;
}

const valueMisfit = (cells: Cells): string =>
  misfit(cellOf(cells, 'kind').value, `lower(${cellOf(cells, 'value').value})`);

function valueProblem(cells: Cells): string {
  const { raw, column } = cellOf(cells, 'value');
  const expected = Object.entries(preferenceValues)
    .map(([kind, values]) => `WHEN '${kind}' THEN ${quoteText(`one of ${values.join(', ')}`)}`)
    .join(' ');
  return `CASE WHEN ${valueMisfit(cells)} THEN {'column': ${quoteText(column)}, 'value': ${raw}, 'expected': CASE ${cellOf(cells, 'kind').value} ${expected} END} END`;
}

/** Of a choice that names no contact point; one literal, so that it need not be kept for each row. */
const everywhere = quoteText('*');

/** By table. */
export const derivedOf: Readonly<Record<string, Derived>> = {
  preferences: {
    values: (cells) => ({
      value: `lower(${cellOf(cells, 'value').value})`,
      contact_point: cells.has('contact_point')
        ? `coalesce(${cellOf(cells, 'contact_point').value}, ${everywhere})`
        : everywhere,
      time_quality: timeQuality(cells),
    }),
    fine: (cells) => [`NOT ${valueMisfit(cells)}`],
    problems: (cells) => [valueProblem(cells)],
  },
};
