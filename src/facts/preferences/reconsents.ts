import { effective } from './effective.js';
import { underPolicy } from './policy-plan.js';
import type { Terms } from './terms.js';

/** `work_target_routes`: purposes of what is sent or handed over, by the settings they are under. */
export const routes = ({ policy, hasHandovers }: Terms): string => `
  CREATE TABLE work_target_routes AS
  SELECT t.target_id, ${policy.route} AS route FROM (
    SELECT target_id, comm_type FROM work_targets
    ${hasHandovers ? 'UNION ALL SELECT target_id, comm_type FROM work_share_targets' : ''}) t`;

/** Yeses before the send, and whether they stand, by the policy, against the opt-outs that were old enough. */
export function reconsents({ policy, toleranceMs }: Terms): string {
  const under = underPolicy(policy, {
    form: 'c',
    cell: 't.class_id',
    routes: 'work_target_routes pc ON pc.target_id = s.target_id',
    group: 'c.send',
  });
  const cells = policy.used.includes('authority')
    ? 'LEFT JOIN work_target_cells t ON t.target_id = s.target_id'
    : '';
  const isDefault = policy.used.length === 1 && policy.used[0] === 'default';
  return `
  CREATE TABLE work_reconsents AS
  WITH yes AS (
    SELECT s.send, max(c.at_ms) AS at_ms FROM work_refused s JOIN work_answers c ON c.send = s.send
    WHERE NOT c.deny AND c.tier > ${isDefault ? 1 : 0} AND c.at_ms < s.at_ms GROUP BY s.send),
  weighed AS MATERIALIZED (
    SELECT c.send, c.deny, ${under.tier} AS tier, c.depth, c.at_ms, c.dated, c.timed${under.columns}
    FROM work_answers c JOIN work_refused s ON s.send = c.send JOIN yes y ON y.send = c.send
    ${cells}${under.joins}
    WHERE CASE WHEN c.deny THEN c.tier = 2 AND c.due_at < s.at_ms ELSE c.at_ms < s.at_ms END)
  SELECT y.send, y.at_ms, NOT e.denied AS stands
  FROM yes y JOIN (${effective('weighed', ['send'], toleranceMs, policy.used)}) e ON e.send = y.send`;
}
