import type { Entry } from '../simulate/stores.js';
import { germanDay } from '../time.js';
import type { Store } from '../world/types.js';
import { addCsv, type Column, type Files } from './files.js';
import type { Yaml } from './yaml.js';

/** One row of the card system: an account and what its flags are about. */
type Wide = { readonly account: string; readonly lob: string; readonly lines: readonly Entry[] };

/** Flags of the card system: `Y` in DNE means do not e-mail. */
const flags: readonly { prefix: string; kind: string; channel: string; yes: string }[] = [
  { prefix: 'DNE', kind: 'consent', channel: 'email', yes: 'opt_out' },
  { prefix: 'DNS', kind: 'consent', channel: 'sms', yes: 'opt_out' },
  { prefix: 'PAPERLESS', kind: 'delivery', channel: '*', yes: 'electronic' },
];
const sources: Record<string, string> = { explicit: 'C', imported: 'I', default: 'D' };

function wideRows(lines: readonly Entry[]): Wide[] {
  const rows = new Map<string, Entry[]>();
  for (const line of lines) {
    const key = `${line.subject}\t${line.lob}`;
    rows.set(key, [...(rows.get(key) ?? []), line]);
  }
  return [...rows].map(([key, mine]) => {
    const [account, lob] = key.split('\t') as [string, string];
    return { account, lob, lines: mine };
  });
}

const flagColumns: Column<Wide>[] = flags.flatMap(({ prefix, kind, channel, yes }) => {
  const find = (row: Wide) => row.lines.find((line) => line.kind === kind && line.channel === channel);
  const cell =
    (text: (line: Entry) => string) =>
    (row: Wide): string => {
      const line = find(row);
      return line ? text(line) : '';
    };
  return [
    [prefix, cell((line) => (line.value === yes ? 'Y' : 'N'))],
    [`${prefix}_SRC`, cell((line) => sources[line.strength]!)],
    [`${prefix}_DT`, cell((line) => germanDay(line.time))],
  ] as Column<Wide>[];
});

const record = ({ prefix, kind, channel }: (typeof flags)[number]): Yaml => ({
  kind: { constant: kind },
  comm_type: { constant: kind === 'consent' ? 'marketing' : 'statement' },
  channel: { constant: channel },
  value:
    kind === 'consent'
      ? { from: prefix, values: { Y: 'opt_in', N: 'opt_out' }, invert: true, absent: 'skip' }
      : { from: prefix, values: { Y: 'electronic', N: 'paper' }, absent: 'skip' },
  strength: { from: `${prefix}_SRC`, values: { C: 'explicit', I: 'imported', D: 'default' } },
  valid_from: { from: `${prefix}_DT`, format: '%d.%m.%Y' },
});

/** The card system: one wide row an account and line of business, inverted flags, days only, semicolons. */
export function addWidePreferences(files: Files, store: Store, lines: readonly Entry[]): Yaml {
  const file = `preferences/${store.id}.csv`;
  const columns: Column<Wide>[] = [
    ['ACCT_NO', (row) => row.account],
    ['SCOPE', (row) => (row.lob === '*' ? 'ALL' : row.lob.toUpperCase())],
    ...flagColumns,
  ];
  const rows = wideRows(lines);
  addCsv(files, file, columns, rows, ';');
  const lobs = [...new Set(rows.map((row) => row.lob))].filter((lob) => lob !== '*').sort();
  return {
    table: 'preferences',
    file,
    delimiter: ';',
    time_zone: 'Europe/London',
    columns: {
      system_id: { constant: store.id },
      key_type: { constant: store.key },
      subject_key: 'ACCT_NO',
      lob: {
        from: 'SCOPE',
        values: { ALL: '*', ...Object.fromEntries(lobs.map((lob) => [lob.toUpperCase(), lob])) },
      },
      time_quality: { constant: 'day' },
      actor_type: { constant: 'customer' },
    },
    records: flags.map(record),
  };
}
