import type { Evidence, Finding } from '../../model/finding.js';

/** `file:row`, as a spreadsheet counts rows, with the column where it matters. */
export const renderPlace = (place: Evidence): string =>
  `${place.file}:${place.row}${place.column === undefined ? '' : ` ${place.column}`}`;

const roles = { giver: 'gives', receiver: 'receives', owner: 'owns' } as const;

/** `Aisha Khan gives, Ben Ode receives`; says so when nobody is known. */
export const renderOwners = ({ owners }: Finding): string =>
  owners.length === 0
    ? 'nobody is named in the inventory'
    : owners.map((owner) => `${owner.name} ${roles[owner.role]}`).join(', ');
