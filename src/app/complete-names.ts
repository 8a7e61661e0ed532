import { readRuleNames } from '../rules/read-rule-names.js';
import { compareText } from '../text/compare.js';
import { ownPacks } from './own-packs.js';

/** A name and what it is called. */
export interface CompletedName {
  readonly value: string;
  readonly says: string;
}

const inventory = {
  systems: { table: 'systems', id: 'system_id', title: 'name' },
  silos: { table: 'silos', id: 'silo_id', title: 'name' },
  fields: { table: 'system_fields', id: 'field', title: '' },
  owners: { table: 'owners', id: 'owner_id', title: 'name' },
} as const;

const toNames = (found: ReadonlyMap<string, string>): CompletedName[] =>
  [...found].map(([value, says]) => ({ value, says }));

/** Ids of systems, silos, fields or owners in the ecosystem of a folder; where it cannot be read, none. */
export async function completeInventory(kind: keyof typeof inventory, dir: string): Promise<CompletedName[]> {
  const { readNames } = await import('../sources/read-names.js');
  return readNames(dir, inventory[kind]).then(toNames, () => []);
}

/** Ids of the rules that come along, and of those in `rules/` of a folder. */
export async function completeRules(dir: string): Promise<CompletedName[]> {
  const own = await readRuleNames(ownPacks);
  const users = await readRuleNames(`${dir}/rules`);
  return [...new Set([...own, ...users])].sort(compareText).map((value) => ({ value, says: '' }));
}
