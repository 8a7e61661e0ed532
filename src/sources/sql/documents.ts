import { quoteText } from '../../store/store.js';

/** How the documents of a file of JSON lines become rows under the paths of their values, by the engine. */
export interface DocumentLayout {
  /** Paths of the values, in the order of the columns. */
  readonly header: readonly string[];
  /** Documents stand in a list under this key, where a line has it. */
  readonly within?: string;
  /** A line may hold a list of documents. */
  readonly lists: boolean;
  /** Envelopes that occur. */
  readonly unwrap: readonly string[];
  /** Lists of which the first one with items makes a row of each. */
  readonly first: readonly string[];
}

const pathOf = (path: string): string =>
  quoteText(
    `$${path
      .split('.')
      .map((key) => `."${key.replaceAll('"', '\\"')}"`)
      .join('')}`,
  );

const textAt = (json: string, path: string): string => `json_extract_string(${json}, ${pathOf(path)})`;

/** Lists of plain values as one text with `|`; objects are no values. */
const plain = (x: string): string =>
  `CASE WHEN starts_with(${x}, '[') AND json_valid(${x}) THEN array_to_string(json_extract_string(${x}, '$[*]'), '|')
    WHEN starts_with(${x}, '{') AND json_valid(${x}) THEN NULL ELSE ${x} END`;

/** One row per document, numbered by line. */
function opened(lines: string, { within, lists }: DocumentLayout): string {
  const numbered = `SELECT row_number() OVER () AS _row, json FROM ${lines}`;
  if (within === undefined && !lists) return `SELECT _row, CAST(json AS VARCHAR) AS doc FROM (${numbered})`;
  const whole = within === undefined ? 'json' : `coalesce(json_extract(json, ${pathOf(within)}), json)`;
  return `SELECT _row, CAST(unnest(CASE WHEN starts_with(json, '[') THEN json_extract(json, '$[*]') ELSE [json] END) AS VARCHAR) AS doc
    FROM (SELECT _row, ${whole} AS json FROM (${numbered}))`;
}

/** What stands in an envelope; a text that is no JSON stays where it is. */
const unwrapped = (from: string, path: string): string =>
  `SELECT _row, CASE WHEN starts_with(inside, '{') AND json_valid(inside) THEN inside ELSE doc END AS doc
   FROM (SELECT _row, doc, ltrim(${textAt('doc', path)}) AS inside FROM (${from}))`;

/** A value of the item at hand; plain items are their own value. */
const itemValue = (key: string): string =>
  key === 'value'
    ? `CASE WHEN starts_with(item, '{') THEN ${textAt('item', key)} ELSE json_extract_string(item, '$') END`
    : textAt('item', key);

/** SQL of the file's rows as text columns `r0, r1, …` with their `_row`; `lines` has one JSON text a row. */
export function documentRows(lines: string, layout: DocumentLayout): string {
  const { header, first, unwrap } = layout;
  const documents = unwrap.reduce(unwrapped, opened(lines, layout));
  const listOf = (name: string): number => first.findIndex((path) => name.startsWith(`${path}.`));
  const outer = header.filter((name) => listOf(name) < 0);
  const paths = [...outer, ...first].map(pathOf).join(', ');
  const values = `SELECT _row, json_extract_string(doc, [${paths}]) AS cells FROM (${documents})`;
  const list = (i: number): string => `cells[${outer.length + i + 1}]`;
  const filled = first.map((_, i) => `WHEN starts_with(${list(i)}, '[') AND ${list(i)} <> '[]' THEN ${i}`);
  const items =
    first.length === 0
      ? values
      : `SELECT _row, cells, list, unnest(coalesce(json_extract(cells[${outer.length + 1} + list], '$[*]'), [NULL])) AS item
         FROM (SELECT *, CASE ${filled.join(' ')} END AS list FROM (${values}))`;
  const columns = header.map((name, i) => {
    const at = listOf(name);
    if (at < 0) return `${plain(`cells[${outer.indexOf(name) + 1}]`)} AS r${i}`;
    return `CASE WHEN list = ${at} THEN ${itemValue(name.slice(first[at]!.length + 1))} END AS r${i}`;
  });
  return `(SELECT _row, ${columns.join(', ')} FROM (${items}))`;
}
