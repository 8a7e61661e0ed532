import { UsageError } from '../../model/errors.js';
import type { WantedColumn } from '../../sources/records/load-records.js';
import { didYouMean } from '../../text/nearest.js';
import type { WhyRequest } from './request.js';

/** Names of the columns of counts in the store. */
export const measures = [
  'errors',
  'total',
  'previous_errors',
  'previous_total',
  'amount',
  'forecast',
] as const;
export type Measure = (typeof measures)[number];

/** The columns of a table by their part in the search. */
export interface Columns {
  /** Header by measure; absent where none was named. */
  readonly counted: Readonly<Partial<Record<Measure, string>>>;
  readonly attributes: readonly string[];
}

/** Column of an attribute in the store, by its place. */
export const attributeColumn = (place: number): string => `a${place}`;

function assertKnown(header: readonly string[], option: string, name: string): void {
  if (header.includes(name)) return;
  throw new UsageError({
    message: `${option}: there is no column '${name}'`,
    expected: `one of ${header.join(', ')}`,
    tips: didYouMean(name, header),
  });
}

/** Which column is what. Throws a UsageError where a name is unknown or stands for two things. */
export function chooseColumns(header: readonly string[], request: WhyRequest): Columns {
  const typed = [
    ['--errors', 'errors', request.errors],
    ['--total', 'total', request.total],
    ['--previous-errors', 'previous_errors', request.previousErrors],
    ['--previous-total', 'previous_total', request.previousTotal],
    ['--amount', 'amount', request.amount],
    ['--forecast', 'forecast', request.forecast],
  ] as const;
  const named = typed.flatMap(([option, measure, name]) =>
    name === undefined ? [] : [{ option, measure, name }],
  );
  for (const { option, name } of named) assertKnown(header, option, name);
  for (const name of request.by ?? []) assertKnown(header, '--by', name);
  const names = [...named.map(({ name }) => name), ...(request.by ?? [])];
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined)
    throw new UsageError({
      message: `column '${twice}' is named twice`,
      expected: 'each column for one thing',
    });
  const counted = Object.fromEntries(named.map(({ measure, name }) => [measure, name]));
  const attributes = request.by ?? header.filter((name) => !names.includes(name));
  if (attributes.length === 0)
    throw new UsageError({
      message: `${request.file} has no column besides the counts`,
      expected: 'attributes such as channel, template or vendor',
    });
  return { counted, attributes };
}

const isAmount = (column: string): boolean => column === 'amount' || column === 'forecast';

/** What is to be read of the file. */
export const wantedOf = ({ counted, attributes }: Columns): WantedColumn[] => [
  ...Object.entries(counted).map(([column, header]) => ({
    column,
    header,
    needed: true,
    ...(isAmount(column) ? { amounts: true } : { counts: true }),
  })),
  ...attributes.map((header, place) => ({ column: attributeColumn(place), header, needed: false })),
];
