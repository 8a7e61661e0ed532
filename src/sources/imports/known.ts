import type { Value } from '../../store/store.js';
import type { At, ImportedTable } from './types.js';

/** Tables whose rows have an id, and the column of it. */
export const idColumns: Readonly<Partial<Record<ImportedTable, string>>> = {
  silos: 'silo_id',
  owners: 'owner_id',
  systems: 'system_id',
  flows: 'flow_id',
};

/** A row somebody said first. */
export interface KnownRow {
  readonly cells: Record<string, Value>;
  readonly source: number;
  readonly at: At;
  /** Stands in a table people keep; what an import adds stands elsewhere. */
  readonly declared: boolean;
}

/** What two sources say differently about one thing. The first is believed. */
export interface Contradiction {
  readonly table: ImportedTable;
  readonly column: string;
  readonly id: string;
  readonly value: string;
  readonly source: number;
  readonly at: At;
  /** What is believed, and where it stands. */
  readonly believed: string;
  readonly believedSource: number;
  readonly believedAt: At;
}

export const textOf = (value: Value | undefined): string => (value ?? '').toString().trim();
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Names are labels: that two sources call a thing differently contradicts nothing. */
const labels = new Set(['name', 'contact']);

/** Everything said so far, by table and id; and which ends flows connect. */
export class Known {
  private readonly rows = new Map<string, KnownRow>();
  private readonly ends = new Map<string, KnownRow[]>();
  private readonly names = new Map<string, string>();

  /** Remembers a row; the first about a thing stays. */
  add(table: ImportedTable, row: KnownRow): void {
    const key = this.keyOf(table, row.cells);
    if (this.rows.has(key)) return;
    this.rows.set(key, row);
    const { name, silo_id, owner_id } = row.cells;
    const id = table === 'silos' ? silo_id : table === 'owners' ? owner_id : undefined;
    for (const label of id === undefined ? [] : [name, id]) {
      const called = `${table} ${textOf(label).toLowerCase()}`;
      if (!this.names.has(called)) this.names.set(called, textOf(id));
    }
    if (table === 'flows') this.ends.set(endsOf(row.cells), [...this.between(row.cells), row]);
  }

  get(table: ImportedTable, cells: Readonly<Record<string, Value>>): KnownRow | undefined {
    return this.rows.get(this.keyOf(table, cells));
  }

  /** Flows with the same two ends. */
  between(cells: Readonly<Record<string, Value>>): readonly KnownRow[] {
    return this.ends.get(endsOf(cells)) ?? [];
  }

  /** The id of the silo or owner that is called so; departments have names rather than ids. */
  called(table: 'silos' | 'owners', name: string): string | undefined {
    return this.names.get(`${table} ${name.trim().toLowerCase()}`);
  }

  private keyOf(table: ImportedTable, cells: Readonly<Record<string, Value>>): string {
    const id = idColumns[table];
    return JSON.stringify([table, ...(id === undefined ? partsOf(table, cells) : [cells[id]])]);
  }
}

const partsOf = (table: ImportedTable, cells: Readonly<Record<string, Value>>): unknown[] =>
  table === 'system_fields'
    ? [cells.system_id, cells.field, cells.role]
    : [cells.flow_id, cells.source_field, cells.target_field];

const endsOf = ({ from_system_id, to_system_id }: Readonly<Record<string, Value>>): string =>
  JSON.stringify([from_system_id, to_system_id]);

/** Columns in which a row says something else than what is known. */
export function differences(table: ImportedTable, cells: KnownRow['cells'], known: KnownRow): string[] {
  return Object.keys(cells).filter((column) => {
    const [said, believed] = [textOf(cells[column]), textOf(known.cells[column])];
    return (
      !labels.has(column) &&
      column !== idColumns[table] &&
      said !== '' &&
      believed !== '' &&
      !same(said, believed)
    );
  });
}
