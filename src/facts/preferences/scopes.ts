import type { Query } from '../../store/store.js';
import { type PolicyPlan, planPolicies } from './policy-plan.js';

/** Communications that go out whatever the customer chose. */
const exempt = `('contract', 'legal_obligation')`;

/** SQL of scope `s` covering `t` on a path axis: `*` covers all, a path covers itself and what is below it. */
export const covers = (axis: string): string =>
  `(s.${axis} = '*' OR s.${axis} = t.${axis} OR starts_with(t.${axis}, s.${axis} || '/'))`;

const segments = (path: string): string =>
  `CASE WHEN ${path} = '*' THEN 0 ELSE length(${path}) - length(replace(${path}, '/', '')) + 1 END`;

const meet = (axis: string): string => `CASE WHEN a.${axis} = '*' OR starts_with(b.${axis}, a.${axis} || '/')
  THEN b.${axis} ELSE a.${axis} END`;
/** SQL of two places on a path axis having something in common: one covers the other. */
export const overlap = (a: string, b: string): string =>
  `(${a} = '*' OR ${b} = '*' OR ${a} = ${b} OR starts_with(${a}, ${b} || '/') OR starts_with(${b}, ${a} || '/'))`;
const related = (axis: string): string => overlap(`a.${axis}`, `b.${axis}`);

/** Where two choices meet although no message is known to go there: the deeper of the two on each axis. */
const meets = `
  SELECT ${meet('lob')} AS lob, ${meet('comm_type')} AS comm_type, ${meet('channel')} AS channel, 0 AS used
  FROM work_scopes a JOIN work_scopes b ON ${related('lob')} AND ${related('comm_type')} AND ${related('channel')}
  WHERE a.channel <> '*' OR b.channel <> '*'`;

/**
 * Scopes of choices, the targets messages are sent to, and which covers which. Targets covered by the same scopes are
 * one cell class, so that a choice for everything is compared once and not once per communication.
 *
 * - `work_scopes(scope_id, lob, comm_type, channel, depth)`
 * - `work_targets(target_id, lob, comm_type, channel, used)`: where consent is needed; `used` 1 where messages go
 * - `work_covers(scope_id, target_id)`
 * - `work_cells(class_id, channel, cells)`, `work_scope_cells(scope_id, class_id)`, `work_target_cells(target_id, class_id)`
 */
export async function createScopes(store: Query, plan: PolicyPlan = planPolicies('default')): Promise<void> {
  const kept = plan.part === '' ? '' : ` || ${plan.part}`;
  await store.run(`
    CREATE TABLE work_scopes AS
    SELECT row_number() OVER (ORDER BY lob, comm_type, channel) AS scope_id, lob, comm_type, channel,
           (CASE WHEN lob = '*' THEN 0 ELSE 1 END) + (${segments('comm_type')})
           + (CASE WHEN channel = '*' THEN 0 ELSE 1 END) AS depth
    FROM (SELECT DISTINCT lob, comm_type, channel FROM work_forms WHERE kind = 'consent') p;

    CREATE TABLE work_exempt AS
    SELECT DISTINCT communication_id FROM std_communications WHERE legal_basis IN ${exempt};

    CREATE TABLE work_targets AS
    SELECT row_number() OVER (ORDER BY lob, comm_type, channel) AS target_id, lob, comm_type, channel,
           max(used) AS used
    FROM (
      SELECT DISTINCT lob, comm_type, channel, 1 AS used FROM work_routes r
      WHERE communication_id IS NULL OR communication_id NOT IN (SELECT communication_id FROM work_exempt)
      UNION ALL
      SELECT c.lob, c.comm_type, st.channel, 1
      FROM std_communications c JOIN std_communication_steps st ON st.communication_id = c.communication_id
      WHERE st.kind = 'delivery' AND st.channel IS NOT NULL
        AND c.communication_id NOT IN (SELECT communication_id FROM work_exempt)
      UNION ALL
      ${meets}) t
    GROUP BY lob, comm_type, channel;

    CREATE TABLE work_covers AS
    SELECT s.scope_id, t.target_id FROM work_scopes s JOIN work_targets t
      ON ${covers('lob')} AND ${covers('comm_type')} AND (s.channel = '*' OR s.channel = t.channel);

    CREATE TABLE work_target_classes AS
    SELECT t.target_id, t.channel, t.used, t.lob, ${plan.route} AS route,
           coalesce(string_agg(CAST(c.scope_id AS VARCHAR), ' ' ORDER BY c.scope_id), '')${kept} AS signature
    FROM work_targets t LEFT JOIN work_covers c ON c.target_id = t.target_id
    GROUP BY t.target_id, t.channel, t.used, t.lob, t.comm_type;

    CREATE TABLE work_cells AS
    SELECT row_number() OVER (ORDER BY channel, signature) AS class_id, channel, signature,
           greatest(sum(used), 1) AS cells, min(route) AS route, min(lob) AS lob
    FROM work_target_classes GROUP BY channel, signature;

    CREATE TABLE work_target_cells AS
    SELECT t.target_id, k.class_id
    FROM work_target_classes t JOIN work_cells k ON k.channel = t.channel AND k.signature = t.signature;

    CREATE TABLE work_scope_cells AS
    SELECT DISTINCT c.scope_id, t.class_id FROM work_covers c JOIN work_target_cells t ON t.target_id = c.target_id;

    DROP TABLE work_target_classes`);
}
