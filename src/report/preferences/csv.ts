import type { ConflictRow, Conflicts } from '../../model/conflicts.js';
import { csvLine } from '../../text/csv.js';
import { cleanDeep } from '../../text/escape.js';

type Cell = (row: ConflictRow) => string | number | null | undefined;

/** Names stay what they are; new columns come last. */
const columns: Readonly<Record<string, Cell>> = {
  cause: ({ cause }) => cause,
  class: (row) => row.class,
  from_system_id: ({ from_system_id }) => from_system_id,
  to_system_id: ({ to_system_id }) => to_system_id,
  field: ({ field }) => field,
  path: ({ path }) => path.join(' > '),
  arrivals: ({ lag }) => lag?.arrivals,
  median_s: ({ lag }) => lag?.median_s,
  p95_s: ({ lag }) => lag?.p95_s,
  certain: ({ certain }) => certain,
  persons: ({ persons }) => persons,
  persons_of: ({ persons_of }) => persons_of,
  cells: ({ cells }) => cells,
  messages: ({ messages }) => messages,
  messages_of: ({ messages_of }) => messages_of,
  cost: ({ cost }) => cost,
  days_max: ({ days_max }) => days_max,
};

/** One pair of systems, field and cause a row. */
export function renderConflictsCsv(raw: Conflicts): string {
  const rows = cleanDeep(raw).rows.map((row) =>
    Object.values(columns).map((cell) => String(cell(row) ?? '')),
  );
  return [Object.keys(columns), ...rows].map(csvLine).join('');
}
