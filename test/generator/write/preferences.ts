import { byCode } from '../judge/types.js';
import { type Books, type Entry, standing } from '../simulate/stores.js';
import { isoDay, isoInstant, jalaliDay, naiveLocal, period } from '../time.js';
import type { Store, World } from '../world/types.js';
import { addCsv, type Column, type Files } from './files.js';
import { addWidePreferences } from './wide-preferences.js';
import type { Yaml } from './yaml.js';

const decided = (entry: Entry): boolean => entry.strength === 'explicit';
const type = (entry: Entry): string => entry.type;

const canonical: readonly Column<Entry>[] = [
  ['subject_key', (entry) => entry.subject],
  ['kind', (entry) => entry.kind],
  ['lob', (entry) => entry.lob],
  ['comm_type', type],
  ['channel', (entry) => entry.channel],
  ['value', (entry) => entry.value],
  ['strength', (entry) => entry.strength],
  ['valid_from', (entry) => (decided(entry) ? isoInstant(entry.time) : '')],
  ['recorded_at', (entry) => isoInstant(entry.time)],
  ['actor_type', (entry) => entry.actor],
  ['origin_system', (entry) => entry.origin],
];

const whose = (store: Store): Record<string, Yaml> => ({
  system_id: { constant: store.id },
  key_type: { constant: store.key },
});

function addCanonical(files: Files, store: Store, lines: readonly Entry[]): Yaml {
  const file = `preferences/${store.id}.csv.gz`;
  addCsv(files, file, canonical, lines);
  return { table: 'preferences', file, columns: whose(store) };
}

/** Marketing: JSON lines, its own words, one line a subscriber and list. */
function addSubscribers(files: Files, store: Store, lines: readonly Entry[]): Yaml {
  const file = `preferences/${store.id}.jsonl`;
  const status: Record<string, string> = { opt_in: 'subscribed', opt_out: 'unsubscribed' };
  const rows = lines.map((entry) =>
    JSON.stringify({
      subscriber: entry.subject,
      list: entry.lob,
      status: status[entry.value],
      how: { explicit: 'self', imported: 'sync', default: 'standard' }[entry.strength],
      changed: isoInstant(entry.time),
      by: entry.actor === 'batch' ? 'bulk-load' : entry.actor,
    }),
  );
  files.set(file, `${rows.join('\n')}\n`);
  return {
    table: 'preferences',
    file,
    columns: {
      ...whose(store),
      subject_key: 'subscriber',
      kind: { constant: 'consent' },
      lob: 'list',
      comm_type: { constant: 'marketing' },
      channel: { constant: 'email' },
      value: { from: 'status', values: { subscribed: 'opt_in', unsubscribed: 'opt_out' } },
      strength: { from: 'how', values: { self: 'explicit', sync: 'imported', standard: 'default' } },
      recorded_at: 'changed',
      actor_type: { from: 'by', values: { customer: 'customer', agent: 'agent', 'bulk-load': 'batch' } },
    },
  };
}

/** The Gulf branch: Jalali days in Persian digits, no times. */
function addJalali(files: Files, store: Store, lines: readonly Entry[]): Yaml {
  const file = `preferences/${store.id}.csv`;
  const columns: Column<Entry>[] = [
    ['رقم العميل', (entry) => entry.subject],
    ['النوع', (entry) => entry.kind],
    ['القطاع', (entry) => entry.lob],
    ['الغرض', type],
    ['القناة', (entry) => entry.channel],
    ['القيمة', (entry) => entry.value],
    ['المصدر', (entry) => entry.strength],
    ['التاريخ', (entry) => jalaliDay(entry.time)],
    ['بواسطة', (entry) => entry.actor],
  ];
  addCsv(files, file, columns, lines);
  const names = [
    'subject_key',
    'kind',
    'lob',
    'comm_type',
    'channel',
    'value',
    'strength',
    'valid_from',
    'actor_type',
  ];
  const renamed = Object.fromEntries(names.map((name, index) => [name, columns[index]![0]]));
  return {
    table: 'preferences',
    file,
    time_zone: 'Asia/Dubai',
    columns: {
      ...whose(store),
      ...renamed,
      valid_from: { from: 'التاريخ', format: '%Y/%m/%d', calendar: 'jalali' },
      time_quality: { constant: 'day' },
    },
  };
}

/** The app: local times without a zone, yes and no. */
function addNaive(files: Files, store: Store, lines: readonly Entry[]): Yaml {
  const file = `preferences/${store.id}.csv.gz`;
  const yes: Record<string, string> = {
    opt_in: 'yes',
    opt_out: 'no',
    electronic: 'digital',
    paper: 'letter',
  };
  const columns: Column<Entry>[] = [
    ...canonical.filter(
      ([header]) => !['value', 'valid_from', 'recorded_at', 'origin_system'].includes(header),
    ),
    ['setting', (entry) => yes[entry.value]!],
    ['set_on', (entry) => (decided(entry) ? naiveLocal(entry.time, 'Europe/London') : '')],
    ['updated', (entry) => naiveLocal(entry.time, 'Europe/London')],
  ];
  addCsv(files, file, columns, lines);
  return {
    table: 'preferences',
    file,
    time_zone: 'Europe/London',
    columns: {
      ...whose(store),
      value: {
        from: 'setting',
        values: { yes: 'opt_in', no: 'opt_out', digital: 'electronic', letter: 'paper' },
      },
      valid_from: 'set_on',
      recorded_at: 'updated',
    },
  };
}

const dialects: Record<string, (files: Files, store: Store, lines: readonly Entry[]) => Yaml> = {
  'card-core': addWidePreferences,
  'marketing-cloud': addSubscribers,
  'gulf-core': addJalali,
  'mobile-app': addNaive,
};

const order = (entry: Entry): string => `${entry.subject}\t${entry.kind}\t${entry.lob}\t${entry.channel}`;

/** Preference files of all systems: what stands in each book at the end, and the sources that read them. */
export function addPreferences(files: Files, world: World, books: Books): Yaml[] {
  const current = [...books.values()].flatMap((book) => standing(book, period.asOf));
  return world.stores.map((store) => {
    const lines = current
      .filter((entry) => entry.system === store.id)
      .sort((a, b) => byCode(order(a), order(b)));
    const dayOnly = store.dayOnly && !dialects[store.id] ? addDays : undefined;
    return (dialects[store.id] ?? dayOnly ?? addCanonical)(files, store, lines);
  });
}

/** Days only, ISO. */
function addDays(files: Files, store: Store, lines: readonly Entry[]): Yaml {
  const file = `preferences/${store.id}.csv.gz`;
  const columns: Column<Entry>[] = [
    ...canonical.filter(([header]) => !['valid_from', 'recorded_at'].includes(header)),
    ['day', (entry) => isoDay(entry.time)],
  ];
  addCsv(files, file, columns, lines);
  return {
    table: 'preferences',
    file,
    columns: {
      ...whose(store),
      valid_from: { from: 'day', format: '%Y-%m-%d' },
      time_quality: { constant: 'day' },
    },
  };
}
