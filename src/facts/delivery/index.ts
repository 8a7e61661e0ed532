import type { Query, Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { parseCodes, readFiles, renderEvidence } from '../evidence.js';
import { writeFact } from '../write-fact.js';
import { createFailureTables, withReason } from './failures.js';
import { createSent } from './sent.js';

type DeliveryRow = Record<string, string | number | null> & { codes: string | null };

const wayOut = 'system_id, communication_id, channel, vendor';

/** Messages and failures by way out, counted apart because few messages fail. */
const deliveries = `
  WITH sent AS (
    SELECT ${wayOut}, CAST(sum(messages) AS BIGINT) AS messages,
           CAST(sum(messages_with_events) AS BIGINT) AS messages_with_events
    FROM work_sent GROUP BY ${wayOut}),
  failures AS (
    SELECT f.system_id, coalesce(f.communication_id, '') AS communication_id, f.channel, f.vendor,
           f.person_id, f.code, r.reason, r.family FROM ${withReason}),
  failed AS (
    SELECT ${wayOut}, count(*) AS failed, count(DISTINCT person_id) AS failed_persons,
           count(*) FILTER (WHERE family = 'address') AS failed_address, min(code, 10) AS codes
    FROM failures GROUP BY ${wayOut}),
  ranked AS (
    SELECT ${wayOut}, reason, row_number() OVER (PARTITION BY ${wayOut} ORDER BY count(*) DESC, reason) AS place
    FROM failures GROUP BY ${wayOut}, reason)
  SELECT system_id, nullif(communication_id, '') AS communication_id, channel, nullif(vendor, '') AS vendor,
         messages, messages_with_events, coalesce(failed, 0) AS failed, coalesce(failed_persons, 0) AS failed_persons,
         coalesce(failed_address, 0) AS failed_address, ranked.reason AS top_reason, codes
  FROM sent LEFT JOIN failed USING (${wayOut})
       LEFT JOIN (SELECT * FROM ranked WHERE place = 1) ranked USING (${wayOut})
  ORDER BY system_id, communication_id, channel, vendor`;

/** Creates `fact_delivery`: what became of messages, by system, communication, channel and vendor. */
export async function compute(store: Query, context: Pick<FactContext, 'classifyRules'> = {}): Promise<void> {
  const files = await readFiles(store);
  await createFailureTables(store, context);
  await createSent(store);
  const rows = await store.all<DeliveryRow>(deliveries);
  await writeFact(
    store,
    'fact_delivery',
    rows.map(({ codes, ...row }): Row => ({ ...row, evidence: renderEvidence(parseCodes(codes), files) })),
  );
}
