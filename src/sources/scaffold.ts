import { basename, resolve } from 'node:path';
import { importFormats } from '../model/enums.js';
import { UsageError } from '../model/errors.js';
import type { NamedMapping } from '../model/source-mapping.js';
import type { Look } from './mapping/resolve.js';
import { listFiles } from './read-files.js';
import type { Looks } from './read-look.js';
import { readRecognised, readSampleLooks } from './read-recognised.js';
import { readSample, type Sample } from './read-sample.js';
import { choicesOf, comment, customersOf, flagsIn, quoted } from './scaffold-entries.js';
import { scaffoldLogs } from './scaffold-logs.js';
import { keyIn, personsIn, saysWho } from './scaffold-people.js';
import { bestMatch, closest, type Match, suggestion } from './scaffold-tables.js';

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

const unknown = (file: string): string[] =>
  comment([
    `${file} is like no table; \`unsilo schema\` lists them:`,
    '- table: # one of them',
    `  file: ${quoted(file)}`,
  ]);

/** Columns that are no flags: a yes to mail is no mailbox. */
function withoutFlags(look: Look, flags = flagsIn(look)): string[] {
  const taken = new Set(flags.map(({ column }) => column));
  return look.header.filter((column) => !taken.has(column));
}

/** A file of choices that also says who made them is offered as both. */
function withPersons(file: string, mappings: readonly NamedMapping[], looks: Looks): string[] {
  const lines = mappings.flatMap((mapping) => mapped(file, mapping));
  const [mapping] = mappings;
  if (mapping === undefined || mappings.some(({ table }) => table !== 'preferences')) return lines;
  const look = looks(mapping);
  const persons = personsIn(withoutFlags(look), keyIn(mapping, look));
  return persons && saysWho(persons) ? [...lines, ...customersOf(file, persons)] : lines;
}

/** A file that no mapping knows: rows of persons with flags are their choices, whatever table they are like. */
function guessed(file: string, header: readonly string[], best: Match, look: Look): string[] {
  const match = closest(file, header, best);
  const flags = flagsIn(look);
  const persons = personsIn(withoutFlags(look, flags));
  const who = persons && saysWho(persons) ? customersOf(file, persons) : [];
  if (match?.table.name === 'customers')
    return persons && flags.length > 0
      ? [...suggestion(file, match), ...choicesOf(file, persons, flags)]
      : suggestion(file, match);
  if (persons && flags.length > 0) return [...choicesOf(file, persons, flags), ...who];
  if (match) return [...suggestion(file, match), ...(match.table.name === 'preferences' ? who : [])];
  return who.length > 0 ? who : unknown(file);
}

async function entryOf(dir: string, sample: Sample): Promise<string[]> {
  const { file, format, header } = sample;
  if (format === 'intake' || importFormats.some((one) => one === format))
    return [`  - table: ${format}`, `    file: ${quoted(file)}`];
  const best = bestMatch(header);
  if (best.complete) return [`  - table: ${best.table.name}`, `    file: ${quoted(file)}`];
  const looks = await readSampleLooks(dir, sample).catch(() => undefined);
  const mappings = looks ? await readRecognised(looks, file).catch(() => []) : [];
  if (looks && mappings.length > 0) return withPersons(file, mappings, looks);
  return guessed(file, header, best, looks?.({}) ?? { header, values: () => [] });
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
