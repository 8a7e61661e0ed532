import type { Query, Value } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { type FailureCodes, readReasonCodes, reasonClassifier } from './reasons.js';

const codeColumns = [
  'channel',
  'vendor',
  'type',
  'provider_code',
  'raw_type',
  'enhanced_code',
  'reply_code',
] as const;

/**
 * Creates `work_message_ends(message_key, failed, delivered_at, opened, answered, complained, opted_out, returned)`, one
 * row per message with events. Bounced and returned decide, else delivered, else the latest event; of events at the
 * same time the failure counts. Who clicks or replies has opened.
 */
async function createEnds(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE work_message_ends AS
    SELECT message_key,
           bool_or(type IN ('bounced', 'returned'))
             OR (NOT bool_or(type = 'delivered')
                 AND coalesce(max(CASE WHEN type IN ('failed', 'expired') THEN time END) = max(time), false))
             AS failed,
           max(CASE WHEN type = 'delivered' THEN time END) AS delivered_at,
           bool_or(type IN ('opened', 'read', 'clicked', 'replied')) AS opened,
           bool_or(type IN ('clicked', 'replied')) AS answered, bool_or(type = 'complained') AS complained,
           bool_or(type = 'unsubscribed') AS opted_out, bool_or(type = 'returned') AS returned
    FROM std_delivery_events GROUP BY message_key`);
}

/** Creates `work_failures`: failed messages with their send, and what the event that decided says of the reason. */
async function createFailures(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE work_failures AS
    WITH events AS (
      SELECT e.message_key, e.type, e.time, coalesce(e.provider_code, '') AS provider_code,
             coalesce(e.raw_type, '') AS raw_type, coalesce(e.enhanced_code, '') AS enhanced_code,
             coalesce(e.reply_code, '') AS reply_code, ${rowCode('e')} AS code,
             row_number() OVER (PARTITION BY e.message_key
               ORDER BY e.type IN ('bounced', 'returned') DESC, e.time DESC, ${rowCode('e')} DESC) AS place
      FROM std_delivery_events e JOIN work_message_ends m USING (message_key)
      WHERE m.failed AND e.type IN ('bounced', 'returned', 'failed', 'expired'))
    SELECT s.message_key, ${rowCode('s')} AS send, s.system_id, s.communication_id, s.channel, w.person_id,
           coalesce(s.vendor, '') AS vendor, e.type, e.provider_code, e.raw_type, e.enhanced_code, e.reply_code, e.code,
           e.time AS failed_at, lower(s.contact_point) AS point
    FROM events e JOIN std_sends s ON s.message_key = e.message_key ${joinPerson('s')} WHERE e.place = 1`);
}

/** Creates `work_failure_reasons`: reason and family by what events say. */
async function createReasons(store: Query): Promise<void> {
  const list = codeColumns.join(', ');
  const classify = reasonClassifier(await readReasonCodes(store));
  const said = await store.all<FailureCodes & Record<string, string>>(
    `SELECT DISTINCT ${list} FROM work_failures ORDER BY ${list}`,
  );
  const declarations = [...codeColumns, 'reason', 'family'].map((column) => `${column} VARCHAR`);
  await store.run(`CREATE TABLE work_failure_reasons (${declarations.join(', ')})`);
  const rows = said.map((codes): Value[] => {
    const { reason, family } = classify(codes);
    return [...codeColumns.map((column) => codes[column]), reason, family];
  });
  await store.insert('work_failure_reasons', [...codeColumns, 'reason', 'family'], rows);
}

/** Joins `work_failures f` with reason and family as `r`. */
export const withReason = `work_failures f JOIN work_failure_reasons r USING (${codeColumns.join(', ')})`;

/** Creates the tables of failed messages and their reasons. */
export async function createFailureTables(store: Query): Promise<void> {
  await store.run(
    'CREATE TABLE IF NOT EXISTS std_reason_codes (scheme VARCHAR, code VARCHAR, reason VARCHAR, family VARCHAR)',
  );
  await createEnds(store);
  await createFailures(store);
  await createReasons(store);
}
