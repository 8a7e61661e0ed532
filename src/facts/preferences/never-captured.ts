import { bitOf, bitwiseOr } from '../../store/dialect.js';
import type { Query, Row } from '../../store/store.js';
import { parseCodes, readFiles, renderEvidence, rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { writeFact } from '../write-fact.js';

/**
 * Ways out on which a message rests on consent: taken by messages, or declared in the inventory. Who keeps refusals only
 * is left out: a list of opt-outs does not say whether the rest was asked.
 */
const ways = `
  CREATE TABLE work_consent_ways AS
  WITH used AS (
    SELECT DISTINCT r.system_id, r.channel FROM work_routes r
    JOIN std_communications m ON m.communication_id = r.communication_id WHERE m.legal_basis = 'consent'
    UNION
    SELECT DISTINCT p.system_id, d.channel FROM std_communications m
    JOIN std_communication_steps p ON p.communication_id = m.communication_id AND p.kind = 'process'
    JOIN std_communication_steps d ON d.communication_id = m.communication_id AND d.kind = 'delivery'
    WHERE m.legal_basis = 'consent' AND d.channel IS NOT NULL)
  SELECT system_id, channel, ${bitOf('CAST(dense_rank() OVER (ORDER BY channel) AS INTEGER)')} AS bit,
         system_id IN (SELECT system_id FROM work_forms WHERE kind = 'consent') AS keeps
  FROM used WHERE system_id NOT IN (
    SELECT system_id FROM work_forms WHERE kind = 'consent' GROUP BY system_id HAVING bool_and(value = 'opt_out'))`;

/** Channels about which some system holds an answer or a default of a person, as bits; bit 0 for all channels. */
const heard = `
  CREATE TABLE work_channels_heard AS
  WITH bits AS (SELECT DISTINCT channel, bit FROM work_consent_ways UNION ALL SELECT '*', 1)
  SELECT c.person_id, ${bitwiseOr('b.bit')} AS bits
  FROM work_ever_rows c JOIN work_choice_forms f ON f.form_id = c.form_id AND f.kind = 'consent'
  JOIN bits b ON b.channel = f.channel GROUP BY c.person_id`;

const silent = '(coalesce(h.bits, 0) & (w.bit + 1)) = 0';

/** Everybody a system wrote to on consent, and with how many messages. */
const contacted = `
  CREATE TABLE work_contacted AS
  SELECT w.system_id, w.channel, s.person_id, ${silent} AS silent, count(*) AS messages, min(s.code) AS code
  FROM work_send_rows s JOIN work_routes r ON r.route_id = s.route_id
  JOIN std_communications m ON m.communication_id = r.communication_id AND m.legal_basis = 'consent'
  JOIN work_consent_ways w ON w.system_id = r.system_id AND w.channel = r.channel
  LEFT JOIN work_channels_heard h ON h.person_id = s.person_id
  GROUP BY w.system_id, w.channel, s.person_id, silent`;

/** Customers of systems that keep no choice of anybody, as far as no other system holds one either. */
const kept = `
  CREATE TABLE work_unheard AS
  SELECT w.system_id, w.channel, p.person_id, ${silent} AS silent, 0 AS messages, min(p.code) AS code
  FROM (SELECT c.system_id, w.person_id, min(${rowCode('c')}) AS code FROM std_customers c ${joinPerson('c')}
        WHERE c.system_id IN (SELECT system_id FROM work_consent_ways WHERE NOT keeps) AND c.closed_at IS NULL
        GROUP BY c.system_id, w.person_id) p
  JOIN work_consent_ways w ON w.system_id = p.system_id AND NOT w.keeps
  LEFT JOIN work_channels_heard h ON h.person_id = p.person_id
  WHERE NOT EXISTS (SELECT 1 FROM work_contacted k WHERE k.system_id = w.system_id AND k.channel = w.channel)
  GROUP BY w.system_id, w.channel, p.person_id, silent`;

/** Where nothing rests on consent, nobody need be looked for. */
const nobody = ['work_contacted', 'work_unheard']
  .map(
    (name) => `CREATE TABLE ${name} (system_id VARCHAR, channel VARCHAR, person_id INTEGER, silent BOOLEAN,
      messages BIGINT, code BIGINT)`,
  )
  .join(';');

const rows = `
  WITH known AS (SELECT person_id FROM work_presence GROUP BY person_id HAVING count(*) > 1)
  SELECT c.system_id, c.channel, bool_and(w.keeps) AS keeps, count(*) FILTER (WHERE c.silent) AS persons,
         count(*) AS persons_of, count(k.person_id) FILTER (WHERE c.silent) AS linked,
         CAST(coalesce(sum(c.messages) FILTER (WHERE c.silent), 0) AS BIGINT) AS messages,
         CAST(sum(c.messages) AS BIGINT) AS messages_of, min(c.code, 10) FILTER (WHERE c.silent) AS codes
  FROM (SELECT * FROM work_contacted UNION ALL SELECT * FROM work_unheard) c
  JOIN work_consent_ways w ON w.system_id = c.system_id AND w.channel = c.channel
  LEFT JOIN known k ON k.person_id = c.person_id
  GROUP BY c.system_id, c.channel HAVING count(*) FILTER (WHERE c.silent) > 0
  ORDER BY c.system_id, c.channel`;

/**
 * Creates `fact_never_captured`: persons written to on consent, or kept by a system that writes on consent, of whom no
 * system holds anything about that channel. Never asked is not the same as having said no. Needs `work_presence`; keeps
 * `work_uncaptured(system_id, channel, person_id, code)` for look-ups.
 */
export async function writeNeverCaptured(store: Query): Promise<void> {
  await store.run(ways);
  const [some] = await store.all('SELECT count(*) AS n FROM work_consent_ways');
  const steps = Number(some!.n) > 0 ? [heard, contacted, kept] : [nobody];
  for (const sql of steps) await store.run(sql);
  const files = await readFiles(store);
  const found = await store.all<Row & { codes: string }>(rows);
  await writeFact(
    store,
    'fact_never_captured',
    found.map(({ codes, ...row }) => ({ ...row, evidence: renderEvidence(parseCodes(codes), files) })),
  );
  await store.run(`
    CREATE TABLE work_uncaptured AS
    SELECT system_id, channel, person_id, code FROM work_contacted WHERE silent
    UNION ALL SELECT system_id, channel, person_id, code FROM work_unheard WHERE silent;
    DROP TABLE work_consent_ways; DROP TABLE IF EXISTS work_channels_heard; DROP TABLE work_contacted; DROP TABLE work_unheard`);
}
