import { byCodeUnit } from '../graph/index.js';
import { remember, rememberList } from '../graph/remember.js';
import type { Query } from '../store/store.js';

const rowsPerSource = 2 ** 40;
const sample = 10;

/** SQL of a place as one number, so that `min(code, 10)` samples the same rows everywhere; and back. */
export const codeOf = (source: string, row: string): string =>
  `(CAST(${source} AS BIGINT) * ${rowsPerSource} + ${row})`;
export const sourceOf = (code: string): string => `${code} // ${rowsPerSource}`;
export const rowOf = (code: string): string => `${code} % ${rowsPerSource}`;

/** The place of a row of a std_ table. */
export const rowCode = (alias: string): string => codeOf(`${alias}._source`, `${alias}._row`);

/** The same number from its parts. */
export const toCode = (source: number, row: number): number => source * rowsPerSource + row;

/** Codes of a list column as read from the store: JSON of numbers. */
export const parseCodes = (list: string | null): number[] =>
  (JSON.parse(list ?? '[]') as string[]).map(Number);

type Files = ReadonlyMap<number, string>;

/** What each connection was told: two dozen facts ask, and sources do not change once they are loaded. */
const known = new WeakMap<Query, Promise<Files>>();

async function askFiles(store: Query): Promise<Files> {
  const rows = await store.all<{ source: number; file: string }>(
    'SELECT source, file FROM std_sources ORDER BY source',
  );
  return new Map(rows.map((row) => [row.source, row.file]));
}

/** Files by number of source. */
export function readFiles(store: Query): Promise<Files> {
  const files = known.get(store) ?? askFiles(store);
  known.set(store, files);
  return files;
}

/** A place as file and row. */
export const placeOf = (code: number, files: Files): { file: string; row: number } => ({
  file: files.get(sourceOfCode(code)) ?? '',
  row: code % rowsPerSource,
});

/** The number of the source a place is in. */
export const sourceOfCode = (code: number): number => Math.floor(code / rowsPerSource);

/** A source's file: its name as JSON, and where it comes in the order of names. */
interface Named {
  readonly text: string;
  readonly order: number;
}

/** The same few files are named tens of thousands of times in a large estate. */
const namesOf = rememberList((files: Files): ((code: number) => Named) => {
  const sorted = [...new Set(['', ...files.values()])].sort(byCodeUnit);
  const named = (file: string): Named => ({ text: JSON.stringify(file), order: sorted.indexOf(file) });
  const bySource = new Map([...files].map(([source, file]) => [source, named(file)]));
  const nameless = named('');
  return (code) => bySource.get(sourceOfCode(code)) ?? nameless;
});

/** A place as JSON, pasted together, without its last brace. */
const opened = rememberList((files: Files) =>
  remember((code: number) => `{"file":${namesOf(files)(code).text},"row":${code % rowsPerSource}`),
);

/** Codes in order of file and row. Within one file, as the places of most facts are, the code is the order. */
function inPlace(codes: readonly number[], files: Files): Iterable<number> {
  const source = sourceOfCode(codes[0]!);
  if (codes.every((code) => sourceOfCode(code) === source)) return Float64Array.from(codes).sort();
  const nameOf = namesOf(files);
  return codes.toSorted(
    (a, b) => nameOf(a).order - nameOf(b).order || (a % rowsPerSource) - (b % rowsPerSource) || a - b,
  );
}

/** The JSON of fact column `evidence`: at most ten places, in order of file and row. */
export function renderEvidence(codes: readonly number[], files: Files, column?: string): string {
  const closing = column === undefined ? '}' : `,"column":${JSON.stringify(column)}}`;
  const open = opened(files);
  let text = '';
  let last = Number.NaN;
  let left = sample;
  for (const code of codes.length < 2 ? codes : inPlace(codes, files)) {
    if (code === last) continue;
    if (left-- === 0) break;
    text += `${text === '' ? '' : ','}${open(code)}${closing}`;
    last = code;
  }
  return `[${text}]`;
}
