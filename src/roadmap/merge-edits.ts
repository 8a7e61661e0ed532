import { type Edit, tableOf } from '../model/edit.js';

/** What names a row of a table. */
const names: Readonly<Record<string, readonly string[]>> = {
  systems: ['system_id'],
  flows: ['flow_id'],
  flow_fields: ['flow_id', 'source_field', 'target_field'],
  system_fields: ['system_id', 'field', 'role'],
};

function identityOf(edit: Edit): string {
  if (!('add' in edit)) return JSON.stringify(edit);
  const named = names[edit.add];
  const row = named ? named.map((name) => edit.row[name]) : edit.row;
  return JSON.stringify([tableOf(edit), row]);
}

/** The edits of several initiatives as one list: what two of them bring about is done once. */
export function mergeEdits(lists: readonly (readonly Edit[])[]): Edit[] {
  const seen = new Set<string>();
  return lists.flat().filter((edit) => {
    const identity = identityOf(edit);
    const isNew = !seen.has(identity);
    seen.add(identity);
    return isNew;
  });
}
