import type { Query } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { createReasons, saidColumns, saidSql } from './reasons.js';

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
             coalesce(e.reply_code, '') AS reply_code, e.vendor AS teller, ${saidSql('e.diagnostic')} AS said, ${rowCode('e')} AS code,
             row_number() OVER (PARTITION BY e.message_key
               ORDER BY e.type IN ('bounced', 'returned') DESC, e.time DESC, ${rowCode('e')} DESC) AS place
      FROM std_delivery_events e JOIN work_message_ends m USING (message_key)
      WHERE m.failed AND e.type IN ('bounced', 'returned', 'failed', 'expired'))
    SELECT s.message_key, ${rowCode('s')} AS send, s.system_id, s.communication_id, s.channel, w.person_id,
           coalesce(s.vendor, '') AS vendor, coalesce(e.teller, s.vendor, '') AS teller, e.type, e.provider_code, e.raw_type, e.enhanced_code, e.reply_code, e.said, e.code,
           e.time AS failed_at, lower(s.contact_point) AS point
    FROM events e JOIN std_sends s ON s.message_key = e.message_key ${joinPerson('s')} WHERE e.place = 1`);
}

/** Joins `work_failures f` with reason, family, permanence, party and what else is said of it as `r`. */
export const withReason = `work_failures f JOIN work_failure_reasons r USING (${saidColumns.join(', ')})`;

/** Creates the tables of failed messages and their reasons. */
export async function createFailureTables(
  store: Query,
  { classifyRules }: Pick<FactContext, 'classifyRules'>,
): Promise<void> {
  await createEnds(store);
  await createFailures(store);
  await createReasons(store, classifyRules);
}
