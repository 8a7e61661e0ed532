import type { Evidence, Finding } from '../../model/finding.js';

/** `file:row`, as a spreadsheet counts rows, with the column where it matters. */
export const renderPlace = (place: Evidence): string =>
  `${place.file}:${place.row}${place.column === undefined ? '' : ` ${place.column}`}`;

export interface PlaceGroup {
  readonly file: string;
  /** Empty when the whole row is meant. */
  readonly column: string;
  readonly rows: readonly number[];
}

/** Places of the same file and column together, in the order they came in. */
export function groupPlaces(places: readonly Evidence[]): PlaceGroup[] {
  const groups = new Map<string, PlaceGroup>();
  for (const { file, row, column = '' } of places) {
    const key = JSON.stringify([file, column]);
    groups.set(key, { file, column, rows: [...(groups.get(key)?.rows ?? []), row] });
  }
  return [...groups.values()];
}

const roles = { giver: 'gives', receiver: 'receives', owner: 'owns' } as const;

/** `Aisha Khan gives, Ben Ode receives`; says so when nobody is known. */
export const renderOwners = ({ owners }: Finding): string =>
  owners.length === 0
    ? 'nobody is named in the inventory'
    : owners.map((owner) => `${owner.name} ${roles[owner.role]}`).join(', ');
