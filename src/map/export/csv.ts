import { findTable } from '../../model/tables/index.js';
import { csvLine } from '../../text/csv.js';
import type { EcosystemMap } from '../model.js';
import type { ExportedFile } from './types.js';

const textOf = (cell: unknown): string => (Array.isArray(cell) ? cell.join('|') : String(cell ?? ''));

/** A canonical table: its columns are taken from the rows, what else they have is left out. */
function tableFile(table: string, rows: readonly object[]): ExportedFile {
  const columns = Object.keys(findTable(table)!.columns);
  const lines = rows.map((row) => {
    const cells = new Map<string, unknown>(Object.entries(row));
    return csvLine(columns.map((column) => textOf(cells.get(column))));
  });
  return { name: `${table}.csv`, text: csvLine(columns) + lines.join('') };
}

/** Canonical tables, which unsilo and every spreadsheet read: what comes back is the same map. */
export function exportCsv(map: EcosystemMap): readonly ExportedFile[] {
  const flows = map.flows.map((flow) => ({ ...flow, from_system_id: flow.from, to_system_id: flow.to }));
  const flowFields = map.flows.flatMap(({ flow_id, fields }) =>
    fields.map((field) => ({ flow_id, ...field })),
  );
  return [
    tableFile(
      'systems',
      map.systems.filter(({ declared }) => declared),
    ),
    tableFile('flows', flows),
    tableFile('flow_fields', flowFields),
    tableFile('system_fields', map.system_fields),
    tableFile('silos', map.silos),
    tableFile('owners', map.owners),
  ];
}
