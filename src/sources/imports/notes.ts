import type { Store } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import type { Aliases } from './aliases.js';
import { idColumns, textOf } from './known.js';
import type { Merged, NewRow, Numbered } from './merge.js';
import type { LeftOut } from './types.js';

/** Creates what is told of imports; all three are empty where there are none. */
export async function createNotes(store: Store): Promise<void> {
  await store.run(`
    CREATE TABLE std_notes (source INTEGER, "row" BIGINT, pointer VARCHAR, what VARCHAR, why VARCHAR, count BIGINT, examples VARCHAR);
    CREATE TABLE std_contradictions (source INTEGER, "row" BIGINT, pointer VARCHAR, table_name VARCHAR, "column" VARCHAR,
      id VARCHAR, value VARCHAR, believed VARCHAR, believed_source INTEGER, believed_row BIGINT);
    CREATE TABLE std_pointers (source INTEGER, table_name VARCHAR, id VARCHAR, "row" BIGINT, pointer VARCHAR)`);
}

const shown = 5;

/** Kinds of things a file says that have no place, with count, examples and the first place. */
export function groupLeftOut(leftOut: readonly LeftOut[]): (LeftOut & { count: number; examples: string })[] {
  const groups = groupBy(leftOut, (one) => one.what);
  return [...groups.values()].map((all) => {
    const examples = [...new Set(all.map(({ example }) => example))].slice(0, shown).join(', ');
    return { ...all[0]!, count: all.length, examples };
  });
}

const leftOutRows = ({ source, imported }: Numbered) =>
  groupLeftOut(imported.leftOut).map(({ at, what, why, count, examples }) => [
    source,
    at.row,
    at.pointer,
    what,
    why,
    count,
    examples,
  ]);

/** An alias of nothing is most likely misspelt. */
const unusedRows = (aliases: Aliases) =>
  aliases
    .unused()
    .map(({ source, row, kind, alias }) => [
      source,
      row,
      '',
      `alias of a ${kind}`,
      'no import has it',
      1,
      alias,
    ]);

const pointerRow = ({ source, table, cells, at }: NewRow) => {
  const id = idColumns[table];
  return id === undefined ? [] : [[source, table, textOf(cells[id]), at.row, at.pointer]];
};

/** Writes down what imports left out, where they contradict what is believed, and where each node and edge stands. */
export async function writeNotes(
  store: Store,
  files: readonly Numbered[],
  { rows, contradictions }: Merged,
  aliases: Aliases,
): Promise<void> {
  const notes = ['source', 'row', 'pointer', 'what', 'why', 'count', 'examples'];
  await store.insert('std_notes', notes, [...files.flatMap(leftOutRows), ...unusedRows(aliases)]);
  const said = ['source', 'row', 'pointer', 'table_name', 'column', 'id', 'value'];
  const believed = ['believed', 'believed_source', 'believed_row'];
  const told = contradictions.map((one) => [
    ...[one.source, one.at.row, one.at.pointer, one.table, one.column, one.id, one.value],
    ...[one.believed, one.believedSource, one.believedAt.row],
  ]);
  await store.insert('std_contradictions', [...said, ...believed], told);
  const pointers = ['source', 'table_name', 'id', 'row', 'pointer'];
  await store.insert('std_pointers', pointers, rows.flatMap(pointerRow));
}
