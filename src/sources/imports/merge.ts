import type { Value } from '../../store/store.js';
import type { Aliases } from './aliases.js';
import { type Contradiction, differences, idColumns, type Known, type KnownRow, textOf } from './known.js';
import type { At, Imported, ImportedRow } from './types.js';

/** What one file says, with its number and format. */
export interface Numbered {
  readonly source: number;
  readonly format: string;
  readonly imported: Imported;
}

/** A row to be added, with the file it comes from. */
export interface NewRow extends ImportedRow {
  readonly source: number;
}

/** What imports add to an inventory, and where they contradict it or each other. */
export interface Merged {
  readonly rows: readonly NewRow[];
  readonly contradictions: readonly Contradiction[];
}

type Cells = Record<string, Value>;

/** Adds imports to what is known, in their order; nothing is ever overwritten. */
class Merger {
  readonly rows: (NewRow & { readonly cells: Cells })[] = [];
  readonly contradictions: Contradiction[] = [];

  constructor(private readonly known: Known) {}

  /** Silos and owners are known by name as well. */
  private settle(row: ImportedRow): ImportedRow & { readonly cells: Cells } {
    const settled: Cells = { ...row.cells };
    for (const [column, called] of Object.entries(named)) {
      const value = settled[column];
      if (typeof value === 'string') settled[column] = this.known.called(called, value) ?? value;
    }
    return { ...row, cells: settled };
  }

  add(given: ImportedRow, source: number): void {
    const row = this.settle(given);
    const { table, cells, at } = row;
    const known = this.known.get(table, cells);
    if (table === 'flows') this.compareStatus(row, source);
    if (known !== undefined) this.compare(row, known, source);
    else {
      this.rows.push({ ...row, source });
      this.known.add(table, { cells, source, at, declared: false });
    }
  }

  /** A flow of which only the ends are known is the same as any between them. */
  addBare(given: ImportedRow, source: number): void {
    const row = this.settle(given);
    const same = this.known.between(row.cells).some((known) => isActive(known.cells));
    if (same && this.known.get('flows', row.cells) === undefined) return;
    this.add(row, source);
  }

  private compare({ table, cells, at }: ImportedRow, known: KnownRow, source: number): void {
    const id = idColumns[table];
    if (id === undefined) return;
    for (const column of differences(table, cells, known))
      this.blame(table, column, textOf(cells[id]), { value: textOf(cells[column]), source, at }, known);
    if (known.declared) return;
    for (const [column, value] of Object.entries(cells)) known.cells[column] ??= value;
  }

  /** What a document shows to be there cannot be retired or planned. */
  private compareStatus({ cells, at }: ImportedRow, source: number): void {
    const between = this.known.between(cells);
    if (!isActive(cells) || between.some((known) => isActive(known.cells))) return;
    for (const known of between) {
      const value = `active, as ${textOf(cells.flow_id)}`;
      this.blame('flows', 'status', textOf(known.cells.flow_id), { value, source, at }, known);
    }
  }

  private blame(
    table: Contradiction['table'],
    column: string,
    id: string,
    said: { readonly value: string; readonly source: number; readonly at: At },
    known: KnownRow,
  ): void {
    const believed = textOf(known.cells[column]);
    const about = { table, column, id, believed, believedSource: known.source, believedAt: known.at };
    this.contradictions.push({ ...about, ...said });
  }
}

const named = {
  silo_id: 'silos',
  parent_silo_id: 'silos',
  owner: 'owners',
  sponsor: 'owners',
  owner_id: 'owners',
  escalates_to: 'owners',
} as const;

const isActive = ({ status }: Readonly<Record<string, Value>>): boolean => (status ?? 'active') === 'active';

/** Flows of one file that carry fields or have a latency. */
function detailedFlows({ rows }: Imported): ReadonlySet<string> {
  const ids = rows.flatMap(({ table, cells }) =>
    table === 'flow_fields' || (table === 'flows' && cells.latency) ? textOf(cells.flow_id) : [],
  );
  return new Set(ids);
}

/** The silo of systems nobody says the owner of: what the format is called. */
const silos: Readonly<Record<string, string>> = {
  openlineage: 'OpenLineage',
  fides: 'Fides',
  backstage: 'Backstage',
  asyncapi: 'AsyncAPI',
  archimate: 'ArchiMate',
};

/** Gives systems without silo the one of their format. */
function addSilos(merger: Merger, formats: ReadonlyMap<number, string>): void {
  for (const { table, cells, at, source } of [...merger.rows]) {
    if (table !== 'systems' || textOf(cells.silo_id) !== '') continue;
    const silo_id = formats.get(source)!;
    merger.add({ table: 'silos', cells: { silo_id, name: silos[silo_id] ?? silo_id }, at }, source);
    cells.silo_id = silo_id;
  }
}

/**
 * Joins imports to what is declared: the inventory is believed first, then files in their order. Rows about known things
 * complete what other imports left open; where they say something else, that is a contradiction. Flows that say more
 * than their ends come first, so that bare ones can be seen to be the same.
 */
export function mergeImports(files: readonly Numbered[], known: Known, aliases: Aliases): Merged {
  const merger = new Merger(known);
  const bare: [ImportedRow, number][] = [];
  for (const { imported, source } of files) {
    const detailed = detailedFlows(imported);
    for (const row of imported.rows) {
      const renamed = aliases.rename(row);
      if (row.table === 'flows' && !detailed.has(textOf(row.cells.flow_id))) bare.push([renamed, source]);
      else merger.add(renamed, source);
    }
  }
  for (const [row, source] of bare) merger.addBare(row, source);
  addSilos(merger, new Map(files.map(({ source, format }) => [source, format])));
  return { rows: merger.rows, contradictions: merger.contradictions };
}
