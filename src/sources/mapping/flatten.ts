import type { DocumentConfig } from '../../model/column-settings.js';
import { parseJson } from '../../text/parse-json.js';
import type { Reject } from '../reject.js';
import type { TextRow } from '../types.js';

type Cells = readonly (readonly [path: string, text: string])[];
type Numbered = readonly [row: number, value: unknown];
type Keep = (path: string) => boolean;

/** No document somebody maps is nested deeper; what is was made to exhaust whoever walks through it. */
const deepest = 64;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** Values by their path; lists of plain values are one text, separated by `|`. Paths in `apart` are left out. */
function cellsOf(value: unknown, path: string, apart: readonly string[], keep: Keep, depth = 0): Cells {
  if (value === null || value === undefined || apart.includes(path) || depth > deepest) return [];
  if (isObject(value))
    return Object.entries(value).flatMap(([key, inner]) =>
      cellsOf(inner, path === '' ? key : `${path}.${key}`, apart, keep, depth + 1),
    );
  if (!keep(path)) return [];
  return [[path, Array.isArray(value) ? value.map(textOf).join('|') : textOf(value)]];
}

function at(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path.split('.')) found = isObject(found) ? found[key] : undefined;
  return found;
}

/** The items of a list or map; those of a map have a key, and plain ones a value. */
function itemsAt(value: unknown, path: string): unknown[] {
  const found = at(value, path);
  if (Array.isArray(found)) return found.map((item) => (isObject(item) ? item : { value: item }));
  if (!isObject(found)) return [];
  return Object.entries(found).map(([key, item]) =>
    isObject(item) ? { key, ...item } : { key, value: item },
  );
}

/** What stands in a document's envelopes, where it has some. */
function unwrapped(document: unknown, paths: readonly string[] = []): unknown {
  let found = document;
  for (const path of paths) {
    const inner = at(found, path);
    const opened = typeof inner === 'string' ? parseJson(inner) : inner;
    if (isObject(opened)) found = opened;
  }
  return found;
}

function rowsOf(document: unknown, { each, first = [] }: DocumentConfig, keep: Keep): Cells[] {
  const lists = each ?? first.filter((path) => itemsAt(document, path).length > 0).slice(0, 1);
  const outer = cellsOf(document, '', each ?? [], keep);
  if (each === undefined && lists.length === 0) return [outer];
  return lists.flatMap((path) =>
    itemsAt(document, path).map((item) => [...outer, ...cellsOf(item, path, [], keep)]),
  );
}

/** One document a line, one list of them, or one with a list inside; numbered by line or place in the list. */
function* documentsIn(text: string, within: string | undefined): Generator<Numbered | Reject> {
  const inside = (value: unknown): readonly unknown[] => {
    const list = within === undefined ? value : (at(value, within) ?? value);
    return Array.isArray(list) ? list : [list];
  };
  const whole = parseJson(text);
  if (whole !== undefined) {
    for (const [i, value] of inside(whole).entries()) yield [i + 1, value];
    return;
  }
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const value = parseJson(line);
    if (value === undefined)
      yield { row: i + 1, column: null, value: null, expected: 'one JSON object a line' };
    else for (const one of inside(value)) yield [i + 1, one];
  }
}

/** The rows of a text of nested JSON under the paths of their values, as far as `keep` wants them. */
export function flatten(
  text: string,
  document: DocumentConfig,
  keep: Keep = () => true,
): { header: string[]; good: TextRow[]; bad: Reject[] } {
  const bad: Reject[] = [];
  const rows: (readonly [row: number, cells: (string | null)[]])[] = [];
  const places = new Map<string, number>();
  const add = (row: number, cells: Cells): void => {
    const texts: (string | null)[] = [];
    for (const [path, value] of cells) {
      if (!places.has(path)) places.set(path, places.size);
      texts[places.get(path)!] = value;
    }
    rows.push([row, texts]);
  };
  for (const one of documentsIn(text, document.within)) {
    if ('row' in one) bad.push(one);
    else if (!isObject(one[1]))
      bad.push({ row: one[0], column: null, value: null, expected: 'a JSON object' });
    else for (const cells of rowsOf(unwrapped(one[1], document.unwrap), document, keep)) add(one[0], cells);
  }
  const header = [...places.keys()];
  return {
    header,
    good: rows.map(([row, cells]) => ({ row, cells: header.map((_, i) => cells[i] ?? null) })),
    bad,
  };
}
