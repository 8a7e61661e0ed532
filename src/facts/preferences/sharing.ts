import { toMs } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { covers } from './scopes.js';

/** The axis of a scope along which data handed to third parties lies. */
const channel = 'partner';

const below = (path: string): string => `(e.comm_type = '${path}' OR starts_with(e.comm_type, '${path}/'))`;

/**
 * Purposes for which handing over needs the customer's leave; a processor that prints statements needs none, and
 * a purpose nobody stated says nothing.
 */
const needsLeave = `(${['marketing', 'partner', 'sharing'].map(below).join(' OR ')})`;

const targets = `
  CREATE TABLE work_share_targets AS
  SELECT row_number() OVER (ORDER BY lob, comm_type) + (SELECT coalesce(max(target_id), 0) FROM work_targets) AS target_id,
         lob, comm_type
  FROM (SELECT DISTINCT coalesce(lob, '*') AS lob, comm_type FROM std_extracts e WHERE ${needsLeave}) t`;

/** An opt-out applies that covers the purpose itself, partners' marketing, or sharing as such. */
const sharing = ['marketing/partner', 'sharing'].map((path) => `SELECT '${path}'`).join(' UNION ALL ');
const applies = `
  INSERT INTO work_covers
  SELECT DISTINCT s.scope_id, t.target_id
  FROM (SELECT target_id, lob, comm_type FROM work_share_targets
        UNION ALL SELECT target_id, lob, p.comm_type FROM work_share_targets, (${sharing}) p(comm_type)) t
  JOIN work_scopes s ON ${covers('lob')} AND ${covers('comm_type')} AND s.channel IN ('*', '${channel}')`;

const handovers = `
  CREATE TABLE work_handovers AS
  SELECT ${rowCode('p')} AS code, w.person_id, p.system_id, '${channel}' AS channel, t.target_id, '*' AS point,
         ${toMs('p.shared_at')} AS at_ms, CAST(NULL AS DECIMAL(18,4)) AS unit_cost, w.certain, p.receiver
  FROM (
    SELECT f.from_system_id AS system_id, e.key_type, e.subject_key, coalesce(e.lob, '*') AS lob, e.comm_type,
           coalesce(e.receiver, f.to_system_id) AS receiver, e.shared_at, e._source, e._row
    FROM std_extracts e JOIN std_flows f ON f.flow_id = e.flow_id WHERE ${needsLeave}) p
  ${joinPerson('p')}
  JOIN work_share_targets t ON t.lob = p.lob AND t.comm_type = p.comm_type`;

/**
 * `work_handovers(code, person_id, system_id, channel, target_id, point, at_ms, unit_cost, certain, receiver)`: data
 * handed to third parties in the form of sends, by the system that gives it; and the scopes in `work_covers` that forbid
 * it. Data given by no declared flow has no known giver, and is left out.
 */
export async function createHandovers(store: Query): Promise<void> {
  for (const sql of [targets, applies, handovers]) await store.run(sql);
}
