import { basename, parse, resolve } from 'node:path';
import { importFormats, keyTypes } from '../model/enums.js';
import { UsageError } from '../model/errors.js';
import type { NamedMapping } from '../model/source-mapping.js';
import type { Table } from '../model/table.js';
import { tables } from '../model/tables/index.js';
import { nearest } from '../text/nearest.js';
import { listFiles } from './read-files.js';
import { readRecognised } from './read-recognised.js';
import { readSample, type Sample } from './read-sample.js';
import { scaffoldLogs } from './scaffold-logs.js';

/** A table a file could be, and how well: required columns present of all required ones, and all that match. */
interface Match {
  readonly table: Table;
  readonly complete: boolean;
  /** Canonical column → column of the file. */
  readonly columns: ReadonlyMap<string, string>;
  readonly share: number;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '_');

/** How people head a column in a table of its own: `from` is `from_system_id` of flows, `system_name` the name in systems. */
const spellings = (column: string, { name }: Table): string[] => [
  column,
  `${name.replace(/s$/, '')}_${column}`,
  column.replace(/(_system)?_id$/, ''),
  ...(column === 'subject_key' ? keyTypes : []),
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
        ? nearest(column, header)
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

const quoted = (text: string): string => (/^[A-Za-z][\w ./-]*$/.test(text) ? text : JSON.stringify(text));
const comment = (lines: readonly string[]): string[] => lines.map((line) => `  # ${line}`);

function suggestion(file: string, { table, columns }: Match): string[] {
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

/** The system a mapping takes a file to be of while nobody says otherwise. */
function usualSystem({ columns: { system_id } }: NamedMapping): string | undefined {
  return typeof system_id === 'object' ? system_id.constant : undefined;
}

function mapped(file: string, mapping: NamedMapping): string[] {
  const { name, title, table } = mapping;
  const system = usualSystem(mapping);
  if (system !== undefined)
    return [
      `  - table: ${table} # ${title}`,
      `    file: ${quoted(file)}`,
      `    mapping: ${name}`,
      `    columns: { system_id: { constant: ${system} } } # or what your inventory calls the system`,
    ];
  return comment([
    `${file} is ${title}; name its system and uncomment:`,
    `- table: ${table}`,
    `  file: ${quoted(file)}`,
    `  mapping: ${name}`,
    '  columns: { system_id: { constant: "" } } # needed: id of the system whose file it is',
  ]);
}

async function entryOf(dir: string, sample: Sample): Promise<string[]> {
  const { file, format, header } = sample;
  if (format === 'intake' || importFormats.some((one) => one === format))
    return [`  - table: ${format}`, `    file: ${quoted(file)}`];
  const best = tables.map((table) => matchOf(table, header)).reduce(better);
  if (best.complete) return [`  - table: ${best.table.name}`, `    file: ${quoted(file)}`];
  const mappings = await readRecognised(dir, sample).catch(() => []);
  if (mappings.length > 0) return mappings.flatMap((mapping) => mapped(file, mapping));
  const called = tables.find((table) => isCalled(table, plain(parse(file).name)));
  if (called) return suggestion(file, matchOf(called, header));
  if (best.share >= 0.5) return suggestion(file, best);
  return comment([
    `${file} is like no table; \`unsilo schema\` lists them:`,
    '- table: # one of them',
    `  file: ${quoted(file)}`,
  ]);
}

const head = (name: string): string[] => [
  '# What there is to audit, and how to read it. Files with canonical column names need no mapping.',
  `name: ${quoted(name)}`,
  '# time_zone: Europe/Berlin   # IANA zone of times without offset',
  '# agreed_time: P10D          # within which a change must have arrived everywhere',
  'sources:',
];

/** The text of a commented unsilo.yaml for the files found in a folder. */
export async function scaffold(dir: string): Promise<string> {
  const samples: Sample[] = [];
  const logs = await scaffoldLogs(dir, await listFiles(dir));
  for (const file of logs.rest) {
    const sample = await readSample(dir, file);
    if (sample !== undefined) samples.push(sample);
  }
  if (samples.length === 0 && logs.lines.length === 0) {
    const expected =
      'files ending in .csv, .tsv, .txt, .psv, .jsonl, .json, .parquet or .xlsx; mails and maillogs; inventories of other tools in .yaml or .xml';
    const tips = ['unsilo intake writes a workbook in which the inventory can be collected'];
    throw new UsageError({ message: `no data in the folder '${dir}'`, expected, tips });
  }
  const lines = (await Promise.all(samples.map((sample) => entryOf(dir, sample)))).flat();
  return `${[...head(basename(resolve(dir))), ...lines, ...logs.lines].join('\n')}\n`;
}
