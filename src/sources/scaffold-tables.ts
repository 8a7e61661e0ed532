import { parse } from 'node:path';
import { keyTypes } from '../model/enums.js';
import type { Table } from '../model/table.js';
import { findTable, tables } from '../model/tables/index.js';
import { nearest } from '../text/nearest.js';
import { comment, quoted } from './scaffold-entries.js';

/** A table a file could be, and how well: required columns present of all required ones, and all that match. */
export interface Match {
  readonly table: Table;
  readonly complete: boolean;
  /** Canonical column → column of the file. */
  readonly columns: ReadonlyMap<string, string>;
  readonly share: number;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '_');

/** What long files of choices call what a choice is, what it is about and when it was made. */
const choiceWords: Readonly<Record<string, readonly string[]>> = {
  value: ['choice', 'preference', 'consent', 'decision'],
  comm_type: ['purpose', 'topic'],
  valid_from: ['date', 'decided_at', 'decision_date', 'consent_date'],
};

/** Shorter names are near to too many. */
const leastLength = 5;

/** How people head a column in a table of its own: `from` is `from_system_id` of flows, `system_name` the name in systems. */
const spellings = (column: string, { name }: Table): string[] => [
  column,
  `${name.replace(/s$/, '')}_${column}`,
  column.replace(/(_system)?_id$/, ''),
  ...(column === 'subject_key' ? keyTypes : []),
  ...(name === 'preferences' ? (choiceWords[column] ?? []) : []),
];

/** Files of choices are called by what people chose or sent, too. */
const choiceFile = /^(consents?|opt_?(outs?|ins?)|unsubscribes?|suppressions?)$/;
const isCalled = ({ name }: Table, file: string): boolean =>
  name === file || (name === 'preferences' && choiceFile.test(file));

function matchOf(table: Table, header: readonly string[]): Match {
  const byPlain = new Map(header.map((name) => [plain(name), name]));
  const columns = new Map<string, string>();
  for (const column of Object.keys(table.columns)) {
    const spelt = spellings(column, table).find((one) => byPlain.has(one));
    const name = header.includes(column)
      ? column
      : spelt === undefined
        ? column.length < leastLength
          ? undefined
          : nearest(column, header)
        : byPlain.get(spelt);
    if (name !== undefined && ![...columns.values()].includes(name)) columns.set(column, name);
  }
  const required = Object.keys(table.columns).filter((column) => table.columns[column]!.required);
  const present = required.filter((column) => columns.has(column)).length;
  const complete = required.every((column) => columns.get(column) === column);
  return { table, complete, columns, share: present / required.length };
}

const better = (a: Match, b: Match): Match => {
  const rank = ({ complete, share, columns }: Match) => (complete ? 10_000 : 0) + share * 1000 + columns.size;
  return rank(b) > rank(a) ? b : a;
};

/** A file as the table it may be, with the columns that still must be named. */
export function suggestion(file: string, { table, columns }: Match): string[] {
  const typeOfKey = keyTypes.find((type) => type === plain(columns.get('subject_key') ?? ''));
  const lines = Object.entries(table.columns).flatMap(([column, { required, doc }]) => {
    const name = columns.get(column);
    if (name === column) return [];
    if (name !== undefined) return [`    ${column}: ${quoted(name)}`];
    if (column === 'key_type' && typeOfKey !== undefined) return [`    key_type: { constant: ${typeOfKey} }`];
    return required ? [`    ${column}: # needed: ${doc}`] : [];
  });
  return comment([
    `${file} may be ${table.name}; complete the columns and uncomment:`,
    `- table: ${table.name}`,
    `  file: ${quoted(file)}`,
    '  columns:',
    ...lines,
  ]);
}

/** The table a file is called by or like, if it is like one at all. */
export function closest(file: string, header: readonly string[], best: Match): Match | undefined {
  const called = tables.find((table) => isCalled(table, plain(parse(file).name)));
  if (called) return matchOf(called, header);
  const choices = matchOf(findTable('preferences')!, header);
  if (choices.columns.has('subject_key') && choices.columns.has('value')) return choices;
  return best.share >= 0.5 ? best : undefined;
}

/** The table a file's columns are most like, however little. */
export const bestMatch = (header: readonly string[]): Match =>
  tables.map((table) => matchOf(table, header)).reduce(better);
