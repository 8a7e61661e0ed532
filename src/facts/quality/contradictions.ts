import type { Query, Row } from '../../store/store.js';
import { compareText } from '../../text/compare.js';
import { groupBy } from '../../text/group-by.js';

type Said = {
  file: string;
  row: number;
  pointer: string;
  target: string;
  column: string;
  id: string;
  value: string;
  believed: string;
  believed_file: string;
  believed_row: number;
  rows_used: number;
};

const said = `
  SELECT s.file, c."row", c.pointer, c.table_name AS target, c."column", c.id, c.value, c.believed,
         b.file AS believed_file, c.believed_row, s.rows_used
  FROM std_contradictions c JOIN std_sources s ON s.source = c.source JOIN std_sources b ON b.source = c.believed_source
  ORDER BY s.file, c.table_name, c."column", c.id, c."row", c.value`;

const examples = 3;
const places = 5;

/** Both sides of each contradiction: the import by the pointer inside its document, the other by column. */
function evidenceOf(group: readonly Said[]): string {
  const all = group
    .slice(0, places)
    .flatMap(({ file, row, pointer, column, believed_file, believed_row }) => [
      { file, row, column: pointer === '' ? column : pointer },
      { file: believed_file, row: believed_row, column },
    ]);
  const unique = new Map(all.map((place) => [JSON.stringify(place), place]));
  return JSON.stringify([...unique.values()].sort((a, b) => compareText(a.file, b.file) || a.row - b.row));
}

function factOf(group: readonly Said[]): Row {
  const { file, target, column, rows_used } = group[0]!;
  const things = new Set(group.map(({ id }) => id)).size;
  const told = group
    .slice(0, examples)
    .map(({ id, value, believed }) => `${id} is ${believed}, here ${value}`);
  const rest = group.length > examples ? ' …' : '';
  return {
    doubt: 'contradiction',
    file,
    target,
    column,
    what: `${told.join('; ')}${rest}`,
    rows: group.length,
    rows_of: Math.max(rows_used, group.length),
    values: things,
    evidence: evidenceOf(group),
  };
}

/** What an imported inventory says differently from what was believed before it, by file, table and column. */
export async function contradictions(store: Query): Promise<Row[]> {
  const groups = groupBy(await store.all<Said>(said), (one) =>
    JSON.stringify([one.file, one.target, one.column]),
  );
  return [...groups.values()].map(factOf);
}
