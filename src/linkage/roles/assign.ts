import { foldHeader } from './fold.js';
import { type ColumnRole, type Guess, guessRole } from './recognise.js';

/** A column of a file and what it is taken for; without a role it is left alone, and why. */
export interface AssignedColumn {
  readonly header: string;
  readonly role?: ColumnRole;
  /** `map`: said on the command line; `name`: from the column's name; `content`: from its values. */
  readonly from?: 'map' | 'name' | 'content';
  readonly left?: 'ignored' | 'never compared' | 'unknown' | 'doubled' | 'said by others';
}

/** What the command line says of columns. */
export interface RoleOptions {
  /** Header → role. */
  readonly mapped: ReadonlyMap<string, ColumnRole>;
  readonly ignored: ReadonlySet<string>;
}

/** Roles of which a record may have several columns. */
const repeatable: ReadonlySet<ColumnRole> = new Set(['address_line', 'other', 'key']);

interface Candidate {
  readonly header: string;
  readonly at: number;
  readonly guess: Guess;
}

/** A word for a name is a half of it beside its other half, and the whole name alone. */
function nameRole(has: (role: ColumnRole) => boolean): ColumnRole {
  if (has('given_name') && has('family_name')) return 'full_name';
  if (has('given_name')) return 'family_name';
  return has('family_name') ? 'given_name' : 'full_name';
}

const byMerit = (a: Candidate, b: Candidate): number =>
  b.guess.sureness - a.guess.sureness || a.guess.rank - b.guess.rank || a.at - b.at;

/** Gives each role that a record has once to the column whose name tells it best. */
function share(candidates: readonly Candidate[], taken: Set<ColumnRole>): Map<string, AssignedColumn> {
  const assigned = new Map<string, AssignedColumn>();
  for (const { header, guess } of [...candidates].sort(byMerit)) {
    // The same name twice is told when the file is loaded.
    if (assigned.has(header)) continue;
    const role = guess.role === 'name' ? nameRole((one) => taken.has(one)) : (guess.role as ColumnRole);
    const isFree = repeatable.has(role) || !taken.has(role);
    assigned.set(header, isFree ? { header, role, from: 'name' } : { header, left: 'doubled' });
    taken.add(role);
  }
  return assigned;
}

/** The whole name says nothing beside both its halves, and would count them twice. */
function withoutRepeats(columns: readonly AssignedColumn[]): AssignedColumn[] {
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role);
  const isSaid = has('given_name') && has('family_name');
  return columns.map((column) =>
    isSaid && column.role === 'full_name' && column.from === 'name'
      ? { header: column.header, left: 'said by others' }
      : column,
  );
}

/** What each column of a file is taken for, in order of the file. */
export function assignRoles(header: readonly string[], { mapped, ignored }: RoleOptions): AssignedColumn[] {
  const open = header
    .map((name, at): Candidate => ({ header: name, at, guess: guessRole(name) }))
    .filter((one) => !mapped.has(one.header) && !ignored.has(one.header));
  const known = open.filter(({ guess }) => guess.role !== undefined && guess.role !== 'never');
  const taken = new Set(mapped.values());
  const plain = share(
    known.filter(({ guess }) => guess.role !== 'name'),
    taken,
  );
  const named = share(
    known.filter(({ guess }) => guess.role === 'name'),
    taken,
  );
  const columnOf = (name: string): AssignedColumn => {
    const role = mapped.get(name);
    if (role !== undefined) return { header: name, role, from: 'map' };
    if (ignored.has(name)) return { header: name, left: 'ignored' };
    const isNever = guessRole(name).role === 'never';
    return (
      plain.get(name) ?? named.get(name) ?? { header: name, left: isNever ? 'never compared' : 'unknown' }
    );
  };
  return withoutRepeats(header.map(columnOf));
}

/** One name under which columns of several files are the same further text. */
export const textName = (header: string): string => foldHeader(header).replaceAll(' ', '_');
