import type { Value } from '../../store/store.js';
import type { At, Imported, ImportedRow, ImportedTable, LeftOut } from './types.js';

type Cells = Readonly<Record<string, Value>>;

const ids: Partial<Record<ImportedTable, string>> = {
  silos: 'silo_id',
  owners: 'owner_id',
  systems: 'system_id',
  flows: 'flow_id',
};

/** Gathers the rows of one file. The first place that names a thing is its provenance. */
export class Gatherer {
  private items = 0;
  private readonly rows = new Map<string, ImportedRow>();
  private readonly leftOut: LeftOut[] = [];

  constructor(readonly file: string) {}

  /** Counts a thing the file describes. */
  count(things = 1): void {
    this.items += things;
  }

  add(table: ImportedTable, cells: Cells, at: At, assumed: Cells = {}): void {
    const id = ids[table];
    const key = JSON.stringify([table, ...(id === undefined ? Object.values(cells) : [cells[id]])]);
    const known = this.rows.get(key);
    if (known === undefined) this.rows.set(key, { table, cells, assumed, at });
    else this.rows.set(key, { ...known, cells: unite(known.cells, cells) });
  }

  /** Says that something has no place in the inventory. */
  leave(what: string, example: string, why: string, at: At): void {
    this.leftOut.push({ what, example, why, at });
  }

  done(): Imported {
    return { items: this.items, rows: [...this.rows.values()], rejects: [], leftOut: this.leftOut };
  }
}

/** What is said first, completed by what is said later. */
const unite = (first: Cells, later: Cells): Cells => {
  const stated = Object.entries(first).filter(([, value]) => value !== null);
  return { ...first, ...later, ...Object.fromEntries(stated) };
};
