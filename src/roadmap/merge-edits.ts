import { type Edit, editableTables, tableOf } from '../model/edit.js';
import { compareText } from '../text/compare.js';

/** What names a row of a table. */
const names: Readonly<Record<string, readonly string[]>> = {
  systems: ['system_id'],
  flows: ['flow_id'],
  flow_fields: ['flow_id', 'source_field', 'target_field'],
  system_fields: ['system_id', 'field', 'role'],
  authorities: ['field', 'system_id'],
};

/** The row an edit is about, or those: table and the values that name it. */
function rowsOf(edit: Edit): string {
  const named = 'add' in edit ? names[edit.add]?.map((name) => edit.row[name]) : edit.where;
  return JSON.stringify([tableOf(edit), named ?? edit]);
}

const identityOf = (edit: Edit): string => ('add' in edit ? rowsOf(edit) : JSON.stringify(edit));

/** What is new comes first and what goes last, so that no edit finds its row gone. */
const turn = (edit: Edit): number => ('add' in edit ? 0 : 'set' in edit ? 1 : 2);

/**
 * The edits of several initiatives as one list: what two of them bring about is done once. However the initiatives are
 * ordered the list is the same, unless two of them set one row: there the later comes later.
 */
export function mergeEdits(lists: readonly (readonly Edit[])[]): Edit[] {
  const byIdentity = new Map<string, Edit>();
  for (const edit of lists.flat()) {
    const identity = identityOf(edit);
    if (!byIdentity.has(identity)) byIdentity.set(identity, edit);
  }
  return [...byIdentity.values()]
    .map((edit) => ({ edit, rows: rowsOf(edit), table: editableTables.indexOf(tableOf(edit)) }))
    .sort((a, b) => turn(a.edit) - turn(b.edit) || a.table - b.table || compareText(a.rows, b.rows))
    .map(({ edit }) => edit);
}
