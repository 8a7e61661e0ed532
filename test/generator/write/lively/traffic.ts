import { keyTypeOf } from '../../people.js';
import { type Event, eventId } from '../../simulate/events.js';
import type { Year } from '../../simulate/run.js';
import type { Send } from '../../simulate/sends.js';
import { isoInstant, naiveLocal } from '../../time.js';
import type { Habits, Store, World } from '../../world/types.js';
import type { Column, Files } from '../files.js';
import type { Yaml } from '../yaml.js';
import { addTable, type Form } from './forms.js';

/** How a system writes its logs: the form, its own words for channels, and its clock. */
interface Dialect {
  readonly form: Form;
  readonly channels?: Readonly<Record<string, string>>;
  readonly local?: boolean;
}

const dialects: Record<Habits['log'], Dialect> = {
  plain: { form: 'gzip' },
  codes: { form: 'semicolons', channels: { EM: 'email', SM: 'sms', LT: 'post' } },
  lines: { form: 'lines', channels: { mail: 'email', text: 'sms', paper: 'post' } },
  local: { form: 'utf-16', local: true },
};

const zone = 'Europe/London';

function timeOf(dialect: Dialect, name: string, header: string) {
  const text = ({ time }: { time: number }) => (dialect.local ? naiveLocal(time, zone) : isoInstant(time));
  return {
    column: [dialect.local ? header : name, text] as const,
    reads: dialect.local ? { [name]: header } : {},
  };
}

/** The channel in the words of the house, and how they are read. */
function channelOf({ channels }: Dialect) {
  const word = (channel: string) =>
    Object.entries(channels ?? {}).find(([, meaning]) => meaning === channel)?.[0] ?? channel;
  return {
    column: [channels ? 'KANAL' : 'channel', ({ channel }: { channel: string }) => word(channel)] as const,
    reads: channels ? { channel: { from: 'KANAL', values: channels } } : {},
  };
}

const plainSends: readonly Column<Send>[] = [
  ['message_key', (send) => send.key],
  ['communication_id', (send) => send.communication],
  ['comm_type', (send) => send.type],
  ['lob', (send) => send.lob],
  ['subject_key', (send) => send.subject],
  ['contact_point', (send) => send.contact],
  ['recipient_name', (send) => send.name],
  ['locale', (send) => send.locale],
  ['template_id', (send) => send.template],
  ['template_version', (send) => send.version],
  ['vendor', (send) => send.vendor],
  ['unit_cost', (send) => send.cost],
];

const plainEvents: readonly Column<Event>[] = [
  ['event_id', eventId],
  ['message_key', (event) => event.key],
  ['type', (event) => event.type],
  ['raw_type', (event) => event.rawType],
  ['reply_code', (event) => event.reply],
  ['enhanced_code', (event) => event.enhanced],
  ['provider_code', (event) => event.code],
  ['diagnostic', (event) => event.diagnostic],
];

function logsOf(files: Files, store: Store, year: Year): Yaml[] {
  const dialect = dialects[store.habits!.log];
  const channel = channelOf(dialect);
  const mine = <T extends { system: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.system === store.id);
  const add = <T extends { time: number; channel: string }>(
    table: string,
    time: ReturnType<typeof timeOf>,
    columns: readonly Column<T>[],
    rows: readonly T[],
    rest: Record<string, Yaml>,
  ): Yaml[] => {
    if (rows.length === 0) return [];
    const all = [...columns, channel.column, time.column];
    return [
      {
        ...addTable(files, table, store.id, dialect.form, all, rows),
        ...(dialect.local ? { time_zone: zone } : {}),
        columns: { system_id: { constant: store.id }, ...rest, ...channel.reads, ...time.reads },
      },
    ];
  };
  return [
    ...add('sends', timeOf(dialect, 'sent_at', 'SENT_LOCAL'), plainSends, mine(year.sends), {
      key_type: { constant: keyTypeOf(store) },
    }),
    ...add('delivery_events', timeOf(dialect, 'time', 'EVENT_LOCAL'), plainEvents, mine(year.events), {}),
  ];
}

/** Sends and delivery events, a file per system and in its own habit. */
export const addLivelyLogs = (files: Files, world: World, year: Year): Yaml[] =>
  world.stores.filter((store) => store.sends).flatMap((store) => logsOf(files, store, year));
