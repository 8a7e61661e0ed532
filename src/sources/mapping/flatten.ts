import type { SourceMapping } from '../../model/source-mapping.js';
import type { Reject } from '../reject.js';
import type { TextRow } from '../types.js';

type Document = NonNullable<SourceMapping['document']>;
type Cells = Map<string, string>;
type Numbered = readonly [row: number, value: unknown];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** Values by their path; lists of plain values are one text, separated by `|`. Paths in `apart` are left out. */
function fill(cells: Cells, value: unknown, path: string, apart: readonly string[]): void {
  if (value === null || value === undefined || apart.includes(path)) return;
  if (isObject(value)) {
    for (const [key, inner] of Object.entries(value))
      fill(cells, inner, path ? `${path}.${key}` : key, apart);
  } else cells.set(path, Array.isArray(value) ? value.map(textOf).join('|') : textOf(value));
}

const at = (value: unknown, path: string): unknown => {
  let found = value;
  for (const key of path.split('.')) found = isObject(found) ? found[key] : undefined;
  return found;
};

/** The items of a list or map, each with the path of what it holds; those of a map have a key and a value. */
const itemsAt = (value: unknown, path: string): unknown[] => {
  const found = at(value, path);
  if (Array.isArray(found)) return found.map((item) => (isObject(item) ? item : { value: item }));
  if (!isObject(found)) return [];
  return Object.entries(found).map(([key, item]) =>
    isObject(item) ? { key, ...item } : { key, value: item },
  );
};

function rowsOf(document: unknown, { each = [] }: Document): Cells[] {
  const outer: Cells = new Map();
  fill(outer, document, '', each);
  if (each.length === 0) return [outer];
  return each.flatMap((path) =>
    itemsAt(document, path).map((item) => {
      const cells = new Map(outer);
      fill(cells, item, path, []);
      return cells;
    }),
  );
}

/** One document a line, one list of them, or one with a list inside; numbered by line or place in the list. */
function documentsIn(text: string, within: string | undefined): (Numbered | Reject)[] {
  const inside = (value: unknown): readonly unknown[] => {
    const list = within === undefined ? value : (at(value, within) ?? value);
    return Array.isArray(list) ? list : [list];
  };
  try {
    return inside(JSON.parse(text)).map((value, i): Numbered => [i + 1, value]);
  } catch {
    return text.split('\n').flatMap((line, i): (Numbered | Reject)[] => {
      if (line.trim() === '') return [];
      try {
        return inside(JSON.parse(line)).map((value): Numbered => [i + 1, value]);
      } catch {
        return [{ row: i + 1, column: null, value: null, expected: 'one JSON object a line' }];
      }
    });
  }
}

/** The rows of a text of nested JSON, under the paths of their values. */
export function flatten(
  text: string,
  document: Document,
): { header: string[]; good: TextRow[]; bad: Reject[] } {
  const bad: Reject[] = [];
  const rows: (readonly [number, Cells])[] = [];
  for (const one of documentsIn(text, document.within)) {
    if ('row' in one) bad.push(one);
    else if (!isObject(one[1]))
      bad.push({ row: one[0], column: null, value: null, expected: 'a JSON object' });
    else for (const cells of rowsOf(one[1], document)) rows.push([one[0], cells]);
  }
  const header = [...new Set(rows.flatMap(([, cells]) => [...cells.keys()]))];
  const good = rows.map(([row, cells]) => ({ row, cells: header.map((name) => cells.get(name) ?? null) }));
  return { header, good, bad };
}
