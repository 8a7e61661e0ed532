import { earlier, type Filed, filedBy, zoneOf } from '../../life/exports.js';
import { type Books, storedAt } from '../../simulate/stores.js';
import { germanDay, isoDay, isoInstant, naiveLocal, period, wallClock } from '../../time.js';
import type { Habits, Store, World } from '../../world/types.js';
import type { Column, Files } from '../files.js';
import type { Yaml } from '../yaml.js';
import { canonical, type Reads, whose } from './canonical.js';
import { addFlags } from './flags.js';
import { addTable } from './forms.js';
import { otherDays } from './other-days.js';

const instant = (time: number | undefined): string => (time === undefined ? '' : isoInstant(time));

const long = (files: Files, store: Store, lines: readonly Filed[]): Yaml[] => [
  { ...addTable(files, 'preferences', store.id, 'gzip', canonical, lines), columns: whose(store) },
];

/** An event file: what was said and until when it held. */
const history = (files: Files, store: Store, lines: readonly Filed[]): Yaml[] => {
  const columns: Column<Filed>[] = [...canonical, ['valid_to', (entry) => instant(entry.until)]];
  return [{ ...addTable(files, 'preferences', store.id, 'gzip', columns, lines), columns: whose(store) }];
};

/** Two exports of one system, told apart by the day they were drawn. */
function twice(files: Files, store: Store, lines: readonly Filed[], books: Books): Yaml[] {
  const draw = (rows: readonly Filed[], time: number) =>
    addTable(files, 'preferences', `${store.id}-${isoDay(time - 1)}`, 'gzip', canonical, rows);
  draw(filedBy(store, books, earlier), earlier);
  draw(lines, period.asOf);
  return [
    {
      table: 'preferences',
      file: `preferences/${store.id}-*.csv.gz`,
      observed_at: `${store.id}-%Y-%m-%d.csv.gz`,
      exports: 'complete',
      columns: whose(store),
    },
  ];
}

const codes: Reads = {
  subject_key: 'ref',
  kind: { from: 'art', values: { C: 'consent', D: 'delivery' } },
  lob: 'line',
  comm_type: { from: 'purpose', values: { MKT: 'marketing', STM: 'statement' } },
  channel: { from: 'way', values: { EM: 'email', SM: 'sms', ALL: '*' } },
  value: { from: 'state', values: { '1': 'opt_in', '0': 'opt_out', P: 'paper', E: 'electronic' } },
  strength: { from: 'how', values: { self: 'explicit', sync: 'imported', std: 'default' } },
  recorded_at: 'changed',
  actor_type: { from: 'by', values: { K: 'customer', A: 'agent', B: 'batch' } },
};

/** The code of the house for a canonical value. */
const coded = (column: string, value: string): string => {
  const { values } = codes[column] as { values: Record<string, string> };
  return Object.entries(values).find(([, meaning]) => meaning === value)?.[0] ?? '';
};

/** JSON lines in the codes of the house; the time is when the row was stored. */
function houseCodes(files: Files, store: Store, lines: readonly Filed[]): Yaml[] {
  const columns: Column<Filed>[] = [
    ['ref', (entry) => entry.subject],
    ['art', (entry) => coded('kind', entry.kind)],
    ['line', (entry) => entry.lob],
    ['purpose', (entry) => coded('comm_type', entry.type)],
    ['way', (entry) => coded('channel', entry.channel)],
    ['state', (entry) => coded('value', entry.value)],
    ['how', (entry) => coded('strength', entry.strength)],
    ['changed', (entry) => isoInstant(storedAt(entry))],
    ['by', (entry) => coded('actor_type', entry.actor)],
  ];
  const source = addTable(files, 'preferences', store.id, 'lines', columns, lines);
  return [{ ...source, columns: { ...whose(store), ...codes } }];
}

/** UTF-16 and tabs, local times the British way. */
function localTimes(files: Files, store: Store, lines: readonly Filed[]): Yaml[] {
  const british = (time: number) => {
    const [day, clock] = naiveLocal(time, zoneOf(store)).split(' ') as [string, string];
    return `${day.split('-').reverse().join('/')} ${clock}`;
  };
  const left = ['valid_from', 'recorded_at', 'origin_system'];
  const columns: Column<Filed>[] = [
    ...canonical.filter(([header]) => !left.includes(header)),
    ['Decided', (entry) => (entry.strength === 'explicit' ? british(entry.time) : '')],
    ['Stored', (entry) => british(storedAt(entry))],
  ];
  const source = addTable(files, 'preferences', store.id, 'utf-16', columns, lines);
  const format = '%d/%m/%Y %H:%M:%S';
  return [
    {
      ...source,
      time_zone: zoneOf(store),
      columns: {
        ...whose(store),
        valid_from: { from: 'Decided', format },
        recorded_at: { from: 'Stored', format },
      },
    },
  ];
}

/** Who does not want to be written to, and nothing else. */
function unsubscribed(files: Files, store: Store, lines: readonly Filed[]): Yaml[] {
  const columns: Column<Filed>[] = [
    ['KEY', (entry) => entry.subject],
    ['BUSINESS', (entry) => (entry.lob === '*' ? 'ALL' : entry.lob.toUpperCase())],
    ['UNSUB_AT', (entry) => isoInstant(storedAt(entry))],
  ];
  const lobs = [...new Set(lines.map((entry) => entry.lob))].filter((lob) => lob !== '*').sort();
  const named = Object.fromEntries(lobs.map((lob) => [lob.toUpperCase(), lob]));
  return [
    {
      ...addTable(files, 'preferences', store.id, 'semicolons', columns, lines),
      columns: {
        ...whose(store),
        subject_key: 'KEY',
        kind: { constant: 'consent' },
        lob: { from: 'BUSINESS', values: { ALL: '*', ...named } },
        comm_type: { constant: 'marketing' },
        channel: { constant: store.consent[0]! },
        value: { constant: 'opt_out' },
        strength: { constant: 'explicit' },
        valid_from: 'UNSUB_AT',
      },
    },
  ];
}

type Writer = (files: Files, store: Store, lines: readonly Filed[], books: Books) => Yaml[];
const wide: Writer = (files, store, lines) => [
  addFlags(files, store, lines, 'semicolons', (entry) =>
    germanDay(wallClock(storedAt(entry), zoneOf(store))),
  ),
];
const flags: Writer = (files, store, lines) => [addFlags(files, store, lines, 'workbook')];
const writers: Record<Habits['layout'], Writer> = {
  long,
  history,
  twice,
  wide,
  flags,
  codes: houseCodes,
  local: localTimes,
  days: otherDays,
  list: unsubscribed,
};

/** Preference files of all systems, each in its own habit, with the mapping an analyst would write. */
export const addLivelyPreferences = (files: Files, world: World, books: Books): Yaml[] =>
  world.stores.flatMap((store) => writers[store.habits!.layout](files, store, filedBy(store, books), books));
