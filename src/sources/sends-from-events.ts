import { findTable } from '../model/tables/index.js';
import { quoteText, type Store } from '../store/store.js';
import type { LoadedFile } from './loaded-file.js';
import type { ImportFile, PlannedFile } from './types.js';

const name = 'work_sends_from_events';

/** Events that only a message that was handed over has; a log of failures alone has none of the first kind. */
const arrived = ['sent', 'accepted', 'delivered'];
const handedOver = [...arrived, 'queued', 'deferred', 'bounced', 'failed', 'expired', 'returned', 'opened'];
const isOneOf = (types: readonly string[]): string =>
  `list_contains([${types.map(quoteText).join(', ')}], e.type)`;

/** The systems whose events files state one system for every row; undefined when some file has a column of them. */
function systemsOf(files: readonly (PlannedFile | ImportFile)[]): string[] | undefined {
  const logs = files.flatMap((file) =>
    'plan' in file && file.plan.table.name === 'delivery_events' ? file.plan.records : [],
  );
  const systems = logs.map((record) => record.find(({ column }) => column === 'system_id')?.constant);
  return systems.some((system) => system === undefined)
    ? undefined
    : [...new Set(systems as string[])].sort();
}

const hasSends = async (store: Store, system: string): Promise<boolean> =>
  (await store.all(`SELECT 1 AS n FROM std_sends WHERE system_id = ${quoteText(system)} LIMIT 1`)).length > 0;

/** Of which systems messages may be known by their events alone, as a condition on events; undefined when of none. */
async function silentSystems(
  store: Store,
  files: readonly (PlannedFile | ImportFile)[],
  anySends: boolean,
): Promise<string | undefined> {
  if (!anySends) return 'true';
  const silent: string[] = [];
  for (const system of systemsOf(files) ?? []) if (!(await hasSends(store, system))) silent.push(system);
  return silent.length === 0
    ? undefined
    : `list_contains([${silent.map(quoteText).join(', ')}], e.system_id)`;
}

/** The kind of key an address of a channel is. */
const keyType = `CASE WHEN contact_point IS NULL THEN 'user_id'
  WHEN channel = 'email' THEN CASE WHEN regexp_full_match(contact_point, '[0-9a-fA-F]{64}') THEN 'email_sha256' ELSE 'email' END
  WHEN channel = 'post' THEN 'postal_address' WHEN ends_with(channel, 'push') THEN 'push_token'
  WHEN list_contains(['sms', 'mms', 'rcs', 'whatsapp', 'phone'], channel) THEN
    CASE WHEN regexp_full_match(contact_point, '[0-9a-fA-F]{64}') THEN 'phone_sha256' ELSE 'phone_e164' END
  ELSE 'user_id' END`;

/**
 * One row per message of these systems that no send names. Only of ways out of which the log tells what arrived, too: of
 * failures alone nobody knows how many messages there were. Nor where the sends of a channel all lack events, since then
 * the ids of sends and events do not fit, and each message would count twice. What was never sent is no message.
 */
const found = (systems: string): string => `
  WITH told AS (
    SELECT e.message_key, min(e.system_id) AS system_id, min(e.channel) AS channel, min(e.contact_point) AS contact_point,
           min(e.vendor) AS vendor, min(e.time) AS sent_at, min({'source': e._source, 'row': e._row}) AS place,
           bool_or(${isOneOf(arrived)}) AS arrived
    FROM std_delivery_events e WHERE ${systems}
    GROUP BY e.message_key
    HAVING bool_or(${isOneOf(handedOver)})
       AND NOT (bool_or(e.type = 'rejected_pre_send') AND NOT bool_or(${isOneOf(['delivered', 'bounced', 'returned'])}))),
  complete AS (SELECT system_id, channel FROM told GROUP BY system_id, channel HAVING bool_or(arrived)),
  sending AS (SELECT DISTINCT channel FROM std_sends),
  heard AS (SELECT DISTINCT s.channel FROM std_sends s SEMI JOIN std_delivery_events e ON e.message_key = s.message_key)
  SELECT t.* FROM told t SEMI JOIN complete c ON c.system_id = t.system_id AND c.channel = t.channel
  ANTI JOIN (FROM sending EXCEPT FROM heard) d ON d.channel = t.channel
  ANTI JOIN std_sends s ON s.message_key = t.message_key`;

const values: Readonly<Record<string, string>> = {
  message_key: 'message_key',
  system_id: 'system_id',
  comm_type: "'unknown'",
  lob: "'unknown'",
  channel: 'channel',
  subject_key: 'coalesce(contact_point, message_key)',
  key_type: keyType,
  contact_point: 'contact_point',
  vendor: 'vendor',
  sent_at: 'sent_at',
};

/**
 * Adds the messages to `std_sends` of which only a log of events tells: those of systems without sends of their own.
 * They are in the hands of the system that logs them, of unknown purpose, and stand where their first event does.
 */
export async function addSendsFromEvents(
  store: Store,
  opened: readonly (PlannedFile | ImportFile)[],
  loaded: readonly LoadedFile[],
): Promise<void> {
  const feeding = (table: string) => loaded.filter(({ selects }) => selects[table] !== undefined);
  if (feeding('delivery_events').length === 0) return;
  const sends = feeding('sends');
  const systems = await silentSystems(store, opened, sends.length > 0);
  if (systems === undefined) return;
  const columns = Object.keys(findTable('sends')!.columns).map(
    (column) => `${values[column] ?? 'NULL'} AS ${column}`,
  );
  await store.run(`CREATE TABLE ${name} AS FROM std_sends LIMIT 0;
    INSERT INTO ${name} SELECT ${columns.join(', ')}, place.source, place."row" FROM (${found(systems)}) t ORDER BY place, message_key`);
  const all = sends.flatMap(({ selects }) => selects.sends ?? []);
  await store.run(
    sends.some(({ kept }) => kept)
      ? `CREATE OR REPLACE VIEW std_sends AS ${[...all, `FROM ${name}`].join('\nUNION ALL\n')}`
      : `INSERT INTO std_sends FROM ${name}`,
  );
}
