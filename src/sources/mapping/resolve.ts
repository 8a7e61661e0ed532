import type { ColumnMapping } from '../../model/column-settings.js';
import type { NamedMapping, ShippedColumn } from '../../model/source-mapping.js';
import type { SourceConfig } from '../../model/source-settings.js';
import { findTable } from '../../model/tables/index.js';
import { findName } from './columns.js';
import { formOf, usualForm } from './forms.js';
import { pickFormat } from './pick-format.js';
import { entriesOf } from './plan.js';

/** What a file shows of itself: its column names, and some values of each. */
export interface Look {
  readonly header: readonly string[];
  readonly values: (column: string) => readonly string[];
  /** The columns that occur where the file was looked at, when there may be others. */
  readonly seen?: ReadonlySet<string>;
}

type Shipped = Readonly<Record<string, string | ShippedColumn>>;
type Columns = NonNullable<SourceConfig['columns']>;

const asColumn = (given: string | ShippedColumn): ShippedColumn =>
  typeof given === 'string' ? { from: given } : given;
export const listed = (names: string | readonly string[] | undefined): readonly string[] =>
  names === undefined ? [] : typeof names === 'string' ? [names] : names;

/** The column of the file a mapping reads, by the first of its names the file has; one that occurs comes first. */
function sourceOf({ from }: Pick<ShippedColumn, 'from'>, { header, seen }: Look): string | undefined {
  const found = listed(from).flatMap((name) => findName(name, header) ?? []);
  return found.find((name) => seen === undefined || seen.has(name)) ?? found[0];
}

/** Which columns of the file are meant by some names. */
function placesIn(names: readonly (string | readonly string[])[] = [], look: Look): string[] | undefined {
  const found = names.flatMap((name) => sourceOf({ from: [...listed(name)] }, look) ?? []);
  return found.length > 0 ? found : undefined;
}

/** The column a mapping reads, or else the first of its stand-ins. */
const readFrom = (column: ShippedColumn, look: Look): string | undefined =>
  sourceOf(column, look) ?? placesIn(column.or, look)?.[0];

/** The form of another column's texts decides: all of them where there is something to fall back on, else most. */
function decidedByForm(
  { form_of, values = {}, constant }: ShippedColumn,
  entry: Shipped,
  look: Look,
): ColumnMapping | undefined {
  const source = readFrom(asColumn(entry[form_of!] ?? form_of!), look);
  const texts = source === undefined ? [] : look.values(source);
  const form = usualForm(texts);
  const isSure = constant === undefined || texts.every((text) => formOf(text) === form);
  const value = (form !== undefined && isSure ? values[form] : undefined) ?? constant;
  return value === undefined ? undefined : { constant: value };
}

/** What all columns of a mapping show that may be written in the same formats: one file writes its times in one way. */
function timesLike(format: readonly string[], entries: readonly Shipped[], look: Look): string[] {
  const same = entries
    .flatMap((entry) => Object.values(entry).map(asColumn))
    .filter((column) => column.format !== undefined && listed(column.format).join() === format.join());
  const sources = new Set(same.flatMap((column) => sourceOf(column, look) ?? []));
  return [...sources].flatMap(look.values);
}

const namesIn = ({ from, or = [], with: behind = [], several }: ShippedColumn): string[] => [
  ...listed(from),
  ...or,
  ...behind.flatMap(listed),
  ...listed(several),
];

/** Every name a mapping, or unsilo.yaml over it, reads a column by. */
export const pathsRead = (mapping: NamedMapping, source: SourceConfig): string[] =>
  [mapping.columns, ...(mapping.records ?? []), ...entriesOf(source)]
    .flatMap((entry) => Object.values(entry))
    .flatMap((given) => (given === undefined ? [] : namesIn(asColumn(given))));

/** The same and the columns they are read into, which may be called so in the file. */
export const namesRead = (mapping: NamedMapping, source: SourceConfig): string[] => [
  ...[mapping.columns, ...(mapping.records ?? []), ...entriesOf(source)].flatMap(Object.keys),
  ...pathsRead(mapping, source),
];

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const present = <T extends object>(given: T): Present<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Present<T>;

interface Context {
  readonly entries: readonly Shipped[];
  readonly look: Look;
}

function resolveColumn(
  given: string | ShippedColumn,
  entry: Shipped,
  { entries, look }: Context,
): ColumnMapping | undefined {
  const column = asColumn(given);
  if (column.form_of !== undefined) return decidedByForm(column, entry, look);
  const from = readFrom(column, look);
  const { constant, format, form_of: _, or, with: behind, several, ...rest } = column;
  if (from === undefined) return constant === undefined ? undefined : { constant };
  const places = {
    or: placesIn(or, look),
    with: placesIn(behind, look),
    several: placesIn(several === undefined ? [] : [several], look)?.[0],
  };
  const formats = listed(format);
  const picked = formats.length === 0 ? undefined : pickFormat(formats, timesLike(formats, entries, look));
  return { ...rest, from, ...present(places), ...(picked !== undefined && { format: picked }) };
}

/** An entry, as far as the file has its columns; undefined when it lacks one that the entry's record must have. */
function resolveEntry(entry: Shipped, required: readonly string[], context: Context): Columns | undefined {
  const columns: Columns = {};
  for (const [name, given] of Object.entries(entry)) {
    const resolved = resolveColumn(given, entry, context);
    if (resolved) columns[name] = resolved;
    else if (required.includes(name)) return undefined;
  }
  return columns;
}

/** A key of which only the form of most tells what it is must have that form in every row. */
function withForm(columns: Columns, look: Look): Columns {
  const key = columns.subject_key;
  if (typeof key !== 'object' || key.from === undefined) return columns;
  const form = usualForm(look.values(key.from));
  return form === undefined ? columns : { ...columns, subject_key: { ...key, form } };
}

const goesByForm = ({ key_type }: Shipped): boolean => {
  const { form_of, constant } = asColumn(key_type ?? '');
  return form_of !== undefined && constant === undefined;
};

/**
 * The columns and records of a shipped mapping for one file, as unsilo.yaml would state them. What unsilo.yaml says of
 * a column wins over the mapping in every record; its `records` stand in place of the mapping's.
 */
export function resolveMapping(mapping: NamedMapping, source: SourceConfig, look: Look): SourceConfig {
  const columns = findTable(mapping.table)?.columns ?? {};
  const required = Object.keys(columns).filter((name) => columns[name]!.required);
  const own = source.columns ?? {};
  const wanted = required.filter((name) => own[name] === undefined);
  const byForm = goesByForm(mapping.columns);
  const common = mapping.columns;
  const wholes = (mapping.records ?? [{}]).map((entry): Shipped => ({ ...common, ...entry }));
  const context = { entries: wholes, look };
  const entries = wholes.flatMap((whole) => {
    const resolved = resolveEntry(whole, wanted, context);
    return resolved ? [{ ...(byForm ? withForm(resolved, look) : resolved), ...own }] : [];
  });
  const zone = source.time_zone ?? mapping.time_zone;
  const settled = { ...source, ...(zone !== undefined && { time_zone: zone }) };
  if (source.records !== undefined || entries.length === 0) {
    const base = resolveEntry(common, [], context) ?? {};
    return { ...settled, columns: { ...base, ...own } };
  }
  if (entries.length === 1) return { ...settled, columns: entries[0]! };
  return { ...settled, columns: {}, records: entries };
}
