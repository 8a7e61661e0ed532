import type { Cost, CostSettings, CostUnit } from '../model/costs.js';
import { type Cells, type Edit, tableOf } from '../model/edit.js';
import type { Initiative } from '../model/roadmap.js';

const cellsOf = (edit: Edit): Cells => ('add' in edit ? edit.row : edit.where);

/** What an edit of a table changes, and the column that names it; tables that need no work beside are left out. */
const units: Readonly<Record<string, readonly [changed: CostUnit, added: CostUnit, id: string]>> = {
  systems: ['changed_system', 'new_system', 'system_id'],
  system_fields: ['changed_system', 'changed_system', 'system_id'],
  authorities: ['changed_system', 'changed_system', 'system_id'],
  flows: ['changed_flow', 'new_flow', 'flow_id'],
  flow_fields: ['changed_flow', 'changed_flow', 'flow_id'],
  collection_points: ['point', 'point', 'collection_point_id'],
  collection_point_fields: ['point', 'point', 'collection_point_id'],
  communications: ['communication', 'communication', 'communication_id'],
  communication_steps: ['communication', 'communication', 'communication_id'],
};

/** Things that edits change, each once: what is built is not changed besides. */
function thingsOf(edits: readonly Edit[]): ReadonlyMap<string, CostUnit> {
  const things = new Map<string, CostUnit>();
  for (const edit of [...edits].sort((a, b) => tableOf(b).length - tableOf(a).length)) {
    const unit = units[tableOf(edit)];
    if (!unit) continue;
    const [changed, added, id] = unit;
    const isKey = tableOf(edit) === 'system_fields' && String(cellsOf(edit).field ?? '').startsWith('key');
    const what = isKey ? 'new_key' : 'add' in edit ? added : changed;
    const thing = JSON.stringify([id, cellsOf(edit)[id] ?? '']);
    const isBuilt = ['new_flow', 'new_system'].includes(things.get(thing) ?? '');
    if (!isBuilt) things.set(thing, what);
  }
  return things;
}

/** Units of the changes that no edit tells. */
const toldByKind: Readonly<Partial<Record<Initiative['kind'], CostUnit>>> = {
  mend_flow: 'changed_flow',
  fix_template: 'communication',
  mend_communication: 'communication',
  merge_communications: 'communication',
  fix_source: 'changed_system',
};

const places = 10_000;
const money = (parts: readonly (readonly [count: number, unit: number])[]): string =>
  (
    Math.round(parts.reduce((sum, [count, unit]) => sum + count * Math.round(unit * places), 0) / 100) / 100
  ).toFixed(2);

/** A sum without parts. */
export const amountOf = (amount: number, currency: string): Cost => ({
  amount: amount.toFixed(2),
  currency,
  parts: [],
});

const costOf = (
  currency: string,
  parts: readonly { readonly what: string; readonly count: number; readonly unit: number }[],
): Cost => ({
  amount: money(parts.map(({ count, unit }) => [count, unit])),
  currency,
  parts: parts.map(({ what, count, unit }) => ({ what, count, unit_cost: money([[1, unit]]) })),
});

/** Edits that cost something: a vendor's place that is entered so that a flow may come from it is there already. */
const builtBy = ({ kind, edits }: Initiative): Edit[] =>
  edits.filter((edit) => kind !== 'close_loop' || tableOf(edit) !== 'systems');

function countsOf(initiatives: readonly Initiative[]): ReadonlyMap<CostUnit, number> {
  const counts = new Map<CostUnit, number>();
  const add = (unit: CostUnit) => counts.set(unit, (counts.get(unit) ?? 0) + 1);
  for (const unit of thingsOf(initiatives.flatMap(builtBy)).values()) add(unit);
  for (const { kind, edits } of initiatives) {
    const unit = edits.length === 0 ? toldByKind[kind] : undefined;
    if (unit) add(unit);
  }
  return counts;
}

/**
 * What initiatives cost together by the client's unit costs; a flow that two of them change is paid once. Where a unit
 * cost is missing, effort is paid by its own, if that is given; else the cost is not known.
 */
export function costTogether(
  initiatives: readonly Initiative[],
  settings: CostSettings | undefined,
): Cost | null {
  if (!settings) return null;
  const counts = [...countsOf(initiatives)].sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = counts.flatMap(([what, count]) => {
    const unit = settings[what];
    return unit === undefined ? [] : [{ what, count, unit }];
  });
  if (counts.length > 0 && parts.length === counts.length) return costOf(settings.currency, parts);
  const effort = initiatives.reduce((sum, one) => sum + one.effort, 0);
  return settings.effort === undefined
    ? null
    : costOf(settings.currency, [{ what: 'effort', count: effort, unit: settings.effort }]);
}

/** What it costs to put the values of persons right once. */
export const costOfPersons = (persons: number, settings: CostSettings | undefined): Cost | null =>
  settings?.person === undefined
    ? null
    : costOf(settings.currency, [{ what: 'person', count: persons, unit: settings.person }]);
