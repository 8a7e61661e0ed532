import { byCodeUnit, covers } from './fields.js';
import type { Inventory } from './types.js';

/** Which systems do what with a field, each list sorted. */
export interface Roles {
  readonly collectors: readonly string[];
  readonly holders: readonly string[];
  readonly masters: readonly string[];
}

const holding = new Set(['collects', 'holds', 'masters']);

/** Reads the roles of one field; a parent path speaks for its children, and a point's system holds what it asks. */
export function rolesOf({ systemFields, pointFields }: Inventory, field: string): Roles {
  const entries = systemFields.filter((entry) => covers(entry.field, field));
  const asking = pointFields.filter((entry) => covers(entry.field, field));
  const systems = (list: readonly { systemId: string }[]) =>
    [...new Set(list.map((entry) => entry.systemId))].sort(byCodeUnit);
  return {
    collectors: systems([
      ...entries.filter((entry) => entry.role === 'collects' || entry.agentCanEdit),
      ...asking,
    ]),
    holders: systems([...entries.filter((entry) => holding.has(entry.role)), ...asking]),
    masters: systems(entries.filter((entry) => entry.role === 'masters')),
  };
}
