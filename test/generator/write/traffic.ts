import type { ErrorReport } from '../simulate/errors.js';
import { type Event, eventId } from '../simulate/events.js';
import type { Year } from '../simulate/run.js';
import type { Send } from '../simulate/sends.js';
import { isoInstant, naiveLocal } from '../time.js';
import type { World } from '../world/types.js';
import { addCsv, type Column, type Files } from './files.js';
import { addLivelyLogs } from './lively/traffic.js';
import type { Yaml } from './yaml.js';

/** The system whose logs are kept in local time without saying so. */
const local = 'card-core';
const zone = 'Europe/London';

const sendColumns = (world: World): Column<Send>[] => {
  const keys = new Map(world.stores.map((store) => [store.id, store.key]));
  return [
    ['message_key', (send) => send.key],
    ['system_id', (send) => send.system],
    ['communication_id', (send) => send.communication],
    ['comm_type', (send) => send.type],
    ['lob', (send) => send.lob],
    ['channel', (send) => send.channel],
    ['subject_key', (send) => send.subject],
    ['key_type', (send) => keys.get(send.system)!],
    ['contact_point', (send) => send.contact],
    ['recipient_name', (send) => send.name],
    ['locale', (send) => send.locale],
    ['template_id', (send) => send.template],
    ['template_version', (send) => send.version],
    ['vendor', (send) => send.vendor],
    ['sent_at', (send) => isoInstant(send.time)],
    ['unit_cost', (send) => send.cost],
  ];
};

const eventColumns: Column<Event>[] = [
  ['event_id', eventId],
  ['message_key', (event) => event.key],
  ['system_id', (event) => event.system],
  ['type', (event) => event.type],
  ['time', (event) => isoInstant(event.time)],
  ['channel', (event) => event.channel],
  ['raw_type', (event) => event.rawType],
  ['reply_code', (event) => event.reply],
  ['enhanced_code', (event) => event.enhanced],
  ['provider_code', (event) => event.code],
  ['diagnostic', (event) => event.diagnostic],
];

/** The same columns with one time written as the local system writes it. */
const withLocal = <T extends { time: number }>(
  columns: readonly Column<T>[],
  name: string,
  header: string,
): Column<T>[] =>
  columns.map((column) => (column[0] === name ? [header, (row) => naiveLocal(row.time, zone)] : column));

function addLogs(files: Files, world: World, year: Year): Yaml[] {
  const isLocal = (row: { system: string }) => row.system === local;
  const isOther = (row: { system: string }) => row.system !== local;
  const sends = sendColumns(world);
  addCsv(files, 'sends.csv.gz', sends, year.sends.filter(isOther));
  addCsv(files, 'delivery_events.csv.gz', eventColumns, year.events.filter(isOther));
  const common: Yaml[] = [
    { table: 'sends', file: 'sends.csv.gz' },
    { table: 'delivery_events', file: 'delivery_events.csv.gz' },
  ];
  if (!world.stores.some((store) => store.id === local)) return common;
  addCsv(files, `${local}-sends.csv`, withLocal(sends, 'sent_at', 'SENT_LOCAL'), year.sends.filter(isLocal));
  addCsv(
    files,
    `${local}-events.csv`,
    withLocal(eventColumns, 'time', 'EVENT_LOCAL'),
    year.events.filter(isLocal),
  );
  return [
    ...common,
    { table: 'sends', file: `${local}-sends.csv`, time_zone: zone, columns: { sent_at: 'SENT_LOCAL' } },
    {
      table: 'delivery_events',
      file: `${local}-events.csv`,
      time_zone: zone,
      columns: { time: 'EVENT_LOCAL' },
    },
  ];
}

const errorColumns: Column<ErrorReport>[] = [
  ['error_id', (error) => error.id],
  ['reported_at', (error) => isoInstant(error.reported)],
  ['error_class', (error) => error.class],
  ['text', (error) => error.text],
  ['language', (error) => error.language],
  ['detected_by', (error) => error.detectedBy],
  ['communication_id', (error) => error.send.communication],
  ['channel', (error) => error.send.channel],
  ['message_key', (error) => error.send.key],
  ['status', (error) => error.status],
  ['corrected_at', ({ corrected }) => (corrected === undefined ? '' : isoInstant(corrected))],
];

/** Sends, delivery events and error reports, and the sources that read them. */
export function addTraffic(files: Files, world: World, year: Year): Yaml[] {
  const logs = world.life ? addLivelyLogs(files, world, year) : addLogs(files, world, year);
  addCsv(files, 'error_reports.csv', errorColumns, year.errors);
  return [...logs, { table: 'error_reports', file: 'error_reports.csv' }];
}
