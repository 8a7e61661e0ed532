import type { Column } from '../../model/column.js';
import type { ColumnMapping } from '../../model/column-settings.js';
import type { SourceConfig } from '../../model/source-settings.js';
import type { Table } from '../../model/table.js';
import type { Format } from '../format.js';

export type Calendar = NonNullable<ColumnMapping['calendar']>;

/** A column of the file: its place, and what it is called. */
interface Place {
  readonly index: number;
  readonly header: string;
}

/** How one canonical column is read from a row: from a source column, a constant, or nothing. */
export interface Reading {
  readonly column: string;
  readonly spec: Column;
  readonly from?: Place;
  /** Read where `from` is empty. */
  readonly or?: readonly Place[];
  /** Put behind it, with `between` in between; only where the column `several` lists more than one value. */
  readonly with?: readonly Place[];
  readonly between: string;
  readonly several?: Place;
  readonly constant?: string;
  readonly values?: Readonly<Record<string, string>>;
  /** Canonical value of codes that `values` does not name, or `skip`. */
  readonly otherwise?: string;
  readonly form?: ColumnMapping['form'];
  readonly prefix?: string;
  readonly invert: boolean;
  /** Canonical value of an empty cell, or `skip`. */
  readonly absent?: string;
  readonly format?: string;
  readonly calendar: Calendar;
  readonly zone?: string;
  /** Bare numbers are days since 1899-12-30, as spreadsheets count them. */
  readonly serial: boolean;
}

/** How the rows of one file become records of one canonical table; wide rows become several records each. */
export interface Plan {
  readonly table: Table;
  readonly records: readonly (readonly Reading[])[];
  /** What to say of a row in which every cell is empty. */
  readonly expectedRow: string;
  /** Columns of the file that no record reads. */
  readonly unused: readonly string[];
}

type Given = string | ColumnMapping | undefined;
const asMapping = (given: Given, column: string, header: readonly string[]): ColumnMapping | undefined => {
  if (typeof given === 'string') return { from: given };
  return given ?? (header.includes(column) ? { from: column } : undefined);
};

const set = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };

/** The columns of a file that are called so; others are none of it. */
const placesOf = (names: readonly (string | undefined)[], header: readonly string[]): Place[] =>
  names.flatMap((name) => {
    const index = name === undefined ? -1 : header.indexOf(name.trim());
    return index < 0 ? [] : [{ index, header: header[index]! }];
  });
const some = <T>(items: readonly T[]): readonly T[] | undefined => (items.length > 0 ? items : undefined);

function readingOf(
  column: string,
  spec: Column,
  mapping: ColumnMapping | undefined,
  header: readonly string[],
  source: SourceConfig,
  { zone, format }: Reader,
): Reading {
  const places = (names: readonly (string | undefined)[] = []) => placesOf(names, header);
  return {
    column,
    spec,
    ...set('from', places([mapping?.from])[0]),
    ...set('or', some(places(mapping?.or))),
    ...set('with', some(places(mapping?.with))),
    between: mapping?.between ?? '/',
    ...set('several', places([mapping?.several])[0]),
    ...set('constant', mapping?.constant),
    ...set('values', mapping?.values),
    ...set('otherwise', mapping?.otherwise),
    ...set('form', mapping?.form),
    ...set('prefix', mapping?.prefix),
    invert: mapping?.invert ?? false,
    ...set('absent', mapping?.absent),
    ...set('format', mapping?.format),
    calendar: mapping?.calendar ?? source.calendar ?? 'gregorian',
    ...set('zone', mapping?.time_zone ?? source.time_zone ?? zone),
    serial: format === 'xlsx',
  };
}

/** Every column of the file a reading looks at. */
const placesRead = ({ from, or = [], with: behind = [], several }: Reading): Place[] =>
  [from, ...or, ...behind, several].filter((place) => place !== undefined);

/** The names of the columns an entry's column is read from. */
export const namesOf = (given: Given): string[] => {
  if (typeof given === 'string') return [given.trim()];
  const { from, or = [], with: behind = [], several } = given ?? {};
  return [from, ...or, ...behind, several].flatMap((name) => name?.trim() ?? []);
};

/** The entries of a source, each with the columns it adds to or overrides in the common ones. */
export const entriesOf = (source: SourceConfig): Record<string, Given>[] =>
  (source.records ?? [{}]).map((entry) => ({ ...source.columns, ...entry }));

/** What reading depends on besides the source: the ecosystem's zone, and the format of the file. */
export interface Reader {
  readonly zone: string | undefined;
  readonly format: Format;
}

/** Plans how rows under `header` are read. Mistakes are found by `check-header`. */
export function planRows(
  table: Table,
  source: SourceConfig,
  header: readonly string[],
  reader: Reader,
): Plan {
  const records = entriesOf(source).map((entry) =>
    Object.entries(table.columns).map(([column, spec]) =>
      readingOf(column, spec, asMapping(entry[column], column, header), header, source, reader),
    ),
  );
  const used = new Set(
    records
      .flat()
      .flatMap(placesRead)
      .map((place) => place.header),
  );
  return {
    table,
    records,
    expectedRow: reader.format === 'jsonl' ? 'one JSON object a line' : 'a row with values',
    unused: header.filter((name) => name !== '' && !used.has(name)),
  };
}
