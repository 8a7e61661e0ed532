import type { Filed } from '../../life/exports.js';
import { zoneOf } from '../../life/exports.js';
import { keyTypeOf } from '../../people.js';
import type { Store } from '../../world/types.js';
import type { Column, Files } from '../files.js';
import type { Yaml } from '../yaml.js';
import { addTable, type Form } from './forms.js';

/** One row: an account, a line of business, and what its flags are about. */
interface Wide {
  readonly account: string;
  readonly lob: string;
  readonly lines: readonly Filed[];
}

/** `DNE = Y`: do not e-mail. */
const flags = [
  { name: 'DNE', kind: 'consent', channel: 'email', yes: 'opt_out' },
  { name: 'DNS', kind: 'consent', channel: 'sms', yes: 'opt_out' },
  { name: 'PAPERLESS', kind: 'delivery', channel: '*', yes: 'electronic' },
] as const;
type Flag = (typeof flags)[number];

const sources: Readonly<Record<string, string>> = { explicit: 'C', imported: 'I', default: 'D' };

function wideRows(lines: readonly Filed[]): Wide[] {
  const rows = new Map<string, Filed[]>();
  for (const line of lines) {
    const key = `${line.subject}\t${line.lob}`;
    rows.set(key, [...(rows.get(key) ?? []), line]);
  }
  return [...rows].map(([key, mine]) => {
    const [account, lob] = key.split('\t') as [string, string];
    return { account, lob, lines: mine };
  });
}

function columnsOf({ name, kind, channel, yes }: Flag, dated?: (line: Filed) => string): Column<Wide>[] {
  const cell = (text: (line: Filed) => string) => (row: Wide) => {
    const line = row.lines.find((one) => one.kind === kind && one.channel === channel);
    return line ? text(line) : '';
  };
  const columns: Column<Wide>[] = [
    [name, cell((line) => (line.value === yes ? 'Y' : 'N'))],
    [`${name}_SRC`, cell((line) => sources[line.strength]!)],
    [
      `${name}_BY`,
      cell((line) => (line.actor === 'batch' ? 'BATCH' : line.actor === 'agent' ? 'CLERK' : '')),
    ],
  ];
  return dated ? [...columns, [`${name}_DT`, cell(dated)]] : columns;
}

const record = ({ name, kind, channel }: Flag, isDated: boolean): Yaml => ({
  kind: { constant: kind },
  comm_type: { constant: kind === 'consent' ? 'marketing' : 'statement' },
  channel: { constant: channel },
  value:
    kind === 'consent'
      ? { from: name, values: { Y: 'opt_in', N: 'opt_out' }, invert: true, absent: 'skip' }
      : { from: name, values: { Y: 'electronic', N: 'paper' }, absent: 'skip' },
  strength: { from: `${name}_SRC`, values: { C: 'explicit', I: 'imported', D: 'default' } },
  actor_type: { from: `${name}_BY`, values: { BATCH: 'batch', CLERK: 'agent' } },
  ...(isDated ? { valid_from: { from: `${name}_DT`, format: '%d.%m.%Y' } } : {}),
});

/** One wide row an account and line of business, inverted flags, German days or no times at all. */
export function addFlags(
  files: Files,
  store: Store,
  lines: readonly Filed[],
  form: Form,
  dated?: (line: Filed) => string,
): Yaml {
  const held = flags.filter(({ kind, channel }) =>
    kind === 'delivery' ? store.delivery : store.consent.some((one) => one === channel),
  );
  const columns: Column<Wide>[] = [
    ['ACCT_NO', (row) => row.account],
    ['SCOPE', (row) => (row.lob === '*' ? 'ALL' : row.lob.toUpperCase())],
    ...held.flatMap((flag) => columnsOf(flag, dated)),
  ];
  const rows = wideRows(lines);
  const lobs = [...new Set(rows.map((row) => row.lob))].filter((lob) => lob !== '*').sort();
  const named = Object.fromEntries(lobs.map((lob) => [lob.toUpperCase(), lob]));
  return {
    ...addTable(files, 'preferences', store.id, form, columns, rows),
    time_zone: zoneOf(store),
    columns: {
      system_id: { constant: store.id },
      key_type: { constant: keyTypeOf(store) },
      subject_key: 'ACCT_NO',
      lob: { from: 'SCOPE', values: { ALL: '*', ...named } },
      ...(dated ? { time_quality: { constant: 'day' } } : {}),
    },
    records: held.map((flag) => record(flag, dated !== undefined)),
  };
}
