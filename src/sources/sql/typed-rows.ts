import { quoteName } from '../../store/store.js';
import type { Plan } from '../mapping/plan.js';
import type { Look } from './look.js';
import { type Layers, Names } from './names.js';
import { typedRecord } from './typed-record.js';

/** SQL that turns raw text rows into typed rows, and how records are found in them. */
export interface TypedRows {
  /** One row per raw row. */
  readonly select: string;
  /** For each record of a wide row: canonical column → SQL over the typed row; condition of being used. */
  readonly records: readonly { readonly columns: ReadonlyMap<string, string>; readonly used: string }[];
  /** SQL over the typed row: problems of all its records, NULL when there is none. */
  readonly problems: string;
}

function together(lists: readonly string[]): string {
  if (lists.length < 2) return lists[0] ?? 'NULL';
  return `nullif(flatten([${lists.map((one) => `coalesce(${one}, [])`).join(', ')}]), [])`;
}

const anyOf = (marks: readonly string[]): string =>
  marks.length < 2 ? (marks[0] ?? 'NULL') : `coalesce(${marks.join(', ')})`;

const used = (problems: string | undefined, skipped: string | undefined): string =>
  [...(problems ? [`${problems} IS NULL`] : []), ...(skipped ? [`NOT ${skipped}`] : [])].join(' AND ') ||
  'true';

export interface TypedRowsOptions {
  /** Further columns of the relation, handed through. */
  readonly carry?: readonly string[];
  /** How closely rows are looked at; but for `whole`, `true` stands for the list of a row's problems. */
  readonly look?: Look;
}

/** Types `relation`, which has raw text columns `r0, r1, …`. */
export function typedRows(
  plan: Plan,
  relation: string,
  { carry = [], look = 'whole' }: TypedRowsOptions = {},
): TypedRows {
  const layers: Layers = {
    cells: new Names('j'),
    texts: new Names('t'),
    values: new Names('v'),
    checked: new Names('w'),
    kept: new Names('c'),
  };
  const records = plan.records.map((record) => typedRecord(record, plan, layers, look));
  const steps = [layers.cells, layers.texts, layers.values, layers.checked].filter(
    ({ columns }) => columns.length > 0,
  );
  const checked = steps.reduce(
    (from, { columns }) => `(SELECT *, ${columns.join(', ')} FROM ${from})`,
    relation,
  );
  return {
    select: `SELECT ${[...carry.map(quoteName), ...layers.kept.columns].join(', ')} FROM ${checked}`,
    records: records.map(({ columns, problems, skipped }) => ({ columns, used: used(problems, skipped) })),
    problems: (look === 'whole' ? together : anyOf)([
      ...new Set(records.flatMap(({ problems }) => problems ?? [])),
    ]),
  };
}
