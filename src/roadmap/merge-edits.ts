import { type Edit, tableOf } from '../model/edit.js';

/** What names a row of a table. */
const names: Readonly<Record<string, readonly string[]>> = {
  systems: ['system_id'],
  flows: ['flow_id'],
  flow_fields: ['flow_id', 'source_field', 'target_field'],
  system_fields: ['system_id', 'field', 'role'],
  authorities: ['field', 'system_id'],
};

function identityOf(edit: Edit): string {
  if (!('add' in edit)) return JSON.stringify(edit);
  const named = names[edit.add];
  const row = named ? named.map((name) => edit.row[name]) : edit.row;
  return JSON.stringify([tableOf(edit), row]);
}

/** What is new comes first and what goes last, so that no edit finds its row gone. */
const turn = (edit: Edit): number => ('add' in edit ? 0 : 'set' in edit ? 1 : 2);

/** The edits of several initiatives as one list: what two of them bring about is done once. */
export function mergeEdits(lists: readonly (readonly Edit[])[]): Edit[] {
  const seen = new Set<string>();
  const all = lists.flat().filter((edit) => {
    const identity = identityOf(edit);
    const isNew = !seen.has(identity);
    seen.add(identity);
    return isNew;
  });
  return all.sort((a, b) => turn(a) - turn(b));
}
