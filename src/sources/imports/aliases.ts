import type { Value } from '../../store/store.js';
import { renamePath } from './paths.js';
import type { ImportedRow } from './types.js';

/** A row of the table `aliases`. */
export interface Alias {
  readonly kind: string;
  readonly alias: string;
  readonly id: string;
  readonly source: number;
  readonly row: number;
}

/** What the columns of imported rows name. */
const kinds: Readonly<Record<string, string>> = {
  silo_id: 'silo',
  parent_silo_id: 'silo',
  system_id: 'system',
  from_system_id: 'system',
  to_system_id: 'system',
  owner: 'owner',
  sponsor: 'owner',
  owner_id: 'owner',
  escalates_to: 'owner',
  flow_id: 'flow',
  field: 'field',
  source_field: 'field',
  target_field: 'field',
};

/** Gives imported things the ids the inventory has for them, and remembers which aliases were of use. */
export class Aliases {
  private readonly ids = new Map<string, Map<string, string>>();
  private readonly endings = new Map<string, string>();
  private readonly used = new Set<string>();

  constructor(private readonly all: readonly Alias[]) {
    for (const { kind, alias, id } of all) {
      if (kind === 'field' && alias.startsWith('*.')) this.endings.set(alias.slice(1), id);
      else this.ids.set(kind, (this.ids.get(kind) ?? new Map<string, string>()).set(alias, id));
    }
  }

  rename(row: ImportedRow): ImportedRow {
    const cells = Object.entries(row.cells).map(([column, value]): [string, Value] => {
      const kind = kinds[column];
      return [column, kind === undefined || typeof value !== 'string' ? value : this.nameOf(kind, value)];
    });
    return { ...row, cells: Object.fromEntries(cells) };
  }

  /** Aliases no import has. */
  unused(): readonly Alias[] {
    return this.all.filter(({ kind, alias }) => !this.used.has(JSON.stringify([kind, alias])));
  }

  private nameOf(kind: string, name: string): string {
    if (kind === 'field') return this.fieldOf(name);
    const id = this.ids.get(kind)?.get(name);
    if (id !== undefined) this.use(kind, name);
    return id ?? name;
  }

  /** An alias of a path is one of everything below it; `*.email` is one of every path that ends so. */
  private fieldOf(path: string): string {
    const fields = this.ids.get('field') ?? new Map<string, string>();
    const renamed = renamePath(path, fields);
    if (renamed !== undefined) {
      for (const alias of fields.keys())
        if (path === alias || path.startsWith(`${alias}.`)) this.use('field', alias);
      return renamed;
    }
    const ending = [...this.endings.keys()].find((one) => path.endsWith(one));
    if (ending === undefined) return path;
    this.use('field', `*${ending}`);
    return this.endings.get(ending)!;
  }

  private use(kind: string, alias: string): void {
    this.used.add(JSON.stringify([kind, alias]));
  }
}
