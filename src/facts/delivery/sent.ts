import { toMs } from '../../store/dialect.js';
import type { Query, Value } from '../../store/store.js';
import { parseDuration } from '../../text/durations.js';
import { rowCode } from '../evidence.js';

type Deadline = { communication_id: string; deadline: string };

/** Creates `work_deadlines(communication_id, deadline_ms)`: how long after its due time a message may go. */
async function createDeadlines(store: Query): Promise<void> {
  const rows = await store.all<Deadline>(
    `SELECT communication_id, min(deadline) AS deadline FROM std_communications WHERE deadline IS NOT NULL
     GROUP BY communication_id ORDER BY communication_id`,
  );
  await store.run('CREATE TABLE work_deadlines (communication_id VARCHAR, deadline_ms BIGINT)');
  const values = rows.map((row): Value[] => [
    row.communication_id,
    1000 * (parseDuration(row.deadline) ?? 0),
  ]);
  if (values.length > 0) await store.insert('work_deadlines', ['communication_id', 'deadline_ms'], values);
}

/** Messages with what events say of them; beside these `undone`, which failed though an event called them delivered. */
const told = ['failed', 'opened', 'answered', 'complained', 'opted_out', 'returned'];

/** What errors may have in common besides the way out; empty where a send says nothing. */
const traits = ['lob', 'locale', 'template_id', 'template_version'];

/**
 * Creates `work_sent`: messages counted by system, communication (by type where sends name none), channel, vendor and
 * what else they say of themselves, with what became of them. The only scan of sends that looks at events.
 */
export async function createSent(store: Query): Promise<void> {
  await createDeadlines(store);
  await store.run(`
    CREATE TABLE work_sent AS
    SELECT s.system_id, coalesce(s.communication_id, '') AS communication_id,
           CASE WHEN s.communication_id IS NULL THEN s.comm_type ELSE '' END AS comm_type, s.channel,
           coalesce(s.vendor, '') AS vendor, ${traits.map((name) => `coalesce(s.${name}, '') AS ${name}`).join(', ')},
           count(*) AS messages, count(m.message_key) AS messages_with_events,
           count(*) FILTER (WHERE m.delivered_at IS NOT NULL AND NOT m.failed) AS delivered,
           count(*) FILTER (WHERE m.delivered_at IS NOT NULL AND m.failed) AS undone,
           ${told.map((name) => `count(*) FILTER (WHERE m.${name}) AS ${name}`).join(', ')},
           count(s.due_at) AS due, count(s.recipient_name) AS named,
           count(*) FILTER (WHERE ${toMs('s.sent_at')} > ${toMs('s.due_at')} + coalesce(d.deadline_ms, 0)) AS late,
           sum(s.unit_cost) AS cost, count(s.unit_cost) AS costed, min(${rowCode('s')}) AS code
    FROM std_sends s
    LEFT JOIN work_message_ends m ON m.message_key = s.message_key
    LEFT JOIN work_deadlines d ON d.communication_id = s.communication_id
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`);
}
