import { type Cells, type Edit, tableOf } from '../../model/edit.js';
import { type Problem, SourceError } from '../../model/errors.js';
import { findTable } from '../../model/tables/index.js';
import type { Ground } from '../../roadmap/ground.js';
import { addTo } from '../../text/group-by.js';
import { didYouMean } from '../../text/nearest.js';

/** Tables of which ids are known, by the column of their id. */
const idOf: Readonly<Record<string, string>> = {
  systems: 'system_id',
  flows: 'flow_id',
  collection_points: 'collection_point_id',
};

type Ids = Readonly<Record<string, ReadonlySet<string>>>;
type Mistake = Omit<Problem, 'place'>;

/** Ids that changes add, with those there are. */
function idsWith({ inventory, points }: Ground, edits: readonly Edit[]): { today: Ids; later: Ids } {
  const today: Ids = {
    systems: new Set([...inventory.systems, ...inventory.flows.flatMap(({ from, to }) => [from, to])]),
    flows: new Set(inventory.flows.map(({ flowId }) => flowId)),
    collection_points: new Set(points.map(({ id }) => id)),
  };
  const added = (table: string) =>
    edits.flatMap((edit) => ('add' in edit && edit.add === table ? [String(edit.row[idOf[table]!])] : []));
  const later = Object.entries(today).map(([table, ids]) => [table, new Set([...ids, ...added(table)])]);
  return { today, later: Object.fromEntries(later) };
}

/** Ids in a row that nothing has. */
function danglingIn(table: string, cells: Cells, known: Ids): Mistake[] {
  return Object.entries(findTable(table)!.columns).flatMap(([column, { references }]) => {
    const [value, ids] = [cells[column], references === undefined ? undefined : known[references]];
    if (typeof value !== 'string' || !ids || ids.has(value)) return [];
    return {
      message: `${table}.${column} names no row of ${references}`,
      value,
      expected: 'an id of the inventory, or of a row that a change adds',
      tips: didYouMean(value, [...ids]),
    };
  });
}

type Setting = Extract<Edit, { set: unknown }>;
/** What comes before a change: tables that rows were removed from, and by rows what was set, with the place of it. */
interface Earlier {
  readonly removed: Set<string>;
  readonly set: Map<string, { readonly place: number; readonly to: Setting['to'] }[]>;
}

const rowsOf = ({ set, where }: Setting): string => JSON.stringify([set, where]);

/** Cells that an earlier change of the same rows sets to something else. */
function contradictionsOf(edit: Edit, { set }: Earlier): Mistake[] {
  if (!('set' in edit)) return [];
  return (set.get(rowsOf(edit)) ?? []).flatMap(({ place, to }) =>
    Object.keys(edit.to)
      .filter((name) => name in to && to[name] !== edit.to[name])
      .map((name) => ({
        message: `it sets ${name} of the rows that change ${place} sets to something else`,
        value: String(edit.to[name]),
        expected: `${String(to[name])}, or one change of the two`,
      })),
  );
}

function note(edit: Edit, place: number, { removed, set }: Earlier): void {
  if ('remove' in edit) removed.add(edit.remove);
  if ('set' in edit) addTo(set, rowsOf(edit), { place, to: edit.to });
}

function mistakesOf(edit: Edit, earlier: Earlier, { today, later }: { today: Ids; later: Ids }): Mistake[] {
  const table = tableOf(edit);
  const cells = 'add' in edit ? edit.row : 'set' in edit ? edit.to : {};
  const id = 'add' in edit ? String(edit.row[idOf[table] ?? '']) : '';
  const isThere = today[table]?.has(id) && !earlier.removed.has(table);
  const taken = isThere
    ? [
        {
          message: `${table} has a row ${id} already`,
          value: id,
          expected: 'another id, or set in place of add',
        },
      ]
    : [];
  return [...taken, ...danglingIn(table, cells, later), ...contradictionsOf(edit, earlier)];
}

/**
 * Changes that people wrote must fit the inventory and each other: no id twice, none that nothing has, nothing set to
 * two values. `all`: every change that is tried. Throws a SourceError with every mistake.
 */
export function assertOwnChanges(
  file: string,
  edits: readonly Edit[],
  ground: Ground,
  all: readonly Edit[],
): void {
  const ids = idsWith(ground, all);
  const earlier: Earlier = { removed: new Set(), set: new Map() };
  const problems = edits.flatMap((edit, i) => {
    const mistakes = mistakesOf(edit, earlier, ids);
    note(edit, i + 1, earlier);
    return mistakes.map(
      (mistake): Problem => ({
        ...mistake,
        place: { file, row: i + 1 },
        message: `change ${i + 1}: ${mistake.message}`,
      }),
    );
  });
  if (problems.length > 0) throw new SourceError(problems);
}
