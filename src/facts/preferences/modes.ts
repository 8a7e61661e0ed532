import { type PolicyName, policyNames } from '../../model/enums.js';
import { bitwiseOr } from '../../store/dialect.js';
import { unranked } from './policies.js';
import type { PolicyPlan } from './policy-plan.js';

/** SQL of how much a choice of paper or electronic counts before its time; under two policies only the time does. */
const standings: Readonly<Partial<Record<PolicyName, string>>> = {
  restrictive: `CASE WHEN e.value = 'paper' THEN 1 ELSE 0 END`,
  specific: 'e.depth',
  authority: `-coalesce(r."rank", ${unranked})`,
};

/** Of `work_choices`; whoever asks for choices that count finds all of it but what the depth says. */
const columns = [
  'person_id',
  'subject_id',
  'form_id',
  'system_id',
  'kind',
  'lob',
  'comm_type',
  'channel',
  'value',
  'deny',
  'tier',
  'at_ms',
  'certain_at',
  'stored_at',
  'dated',
  'timed',
  'copied',
  'sureness',
  'by_others',
  'code',
];
const columnsOf = (alias: string): string => columns.map((column) => `${alias}.${column}`).join(', ');

const steps = `CASE WHEN t.lob = '*' THEN 0 ELSE 1 END
  + CASE WHEN t.comm_type = '*' THEN 0 ELSE length(t.comm_type) - length(replace(t.comm_type, '/', '')) + 1 END`;

/** Policies of persons: where purposes differ the one that is least of its own, since paper is chosen for a person. */
const placed = ({ used, route, policy }: PolicyPlan): string => {
  const only = String(policyNames.indexOf(used[0]!));
  const of = used.length === 1 ? only : policy(`(${route})`, 'x.places');
  return `
    SELECT ${columnsOf('t')}, ${steps} AS depth, ${of} AS policy
    FROM work_choices t
    JOIN (SELECT c.person_id, ${bitwiseOr('f.places')} AS places
          FROM work_choices c JOIN work_choice_forms f ON f.form_id = c.form_id
          WHERE c.kind = 'delivery' AND c.tier = 2 GROUP BY c.person_id) x ON x.person_id = t.person_id
    WHERE t.kind = 'delivery' AND t.tier = 2`;
};

/**
 * SQL of the explicit choices of paper or electronic that count for a person, of which the latest wins: all of them
 * under `default` and `latest`; those for paper, if any, under `restrictive`; the deepest under `specific`; those in the
 * system that ranks best under `authority`. Needs `createRanks`.
 */
export function countedModes(plan: PolicyPlan): string {
  const weighed = plan.used.filter((name) => standings[name] !== undefined);
  if (weighed.length === 0) return `SELECT * FROM work_choices WHERE kind = 'delivery' AND tier = 2`;
  const cases = weighed.map((name) => `WHEN ${policyNames.indexOf(name)} THEN ${standings[name]}`);
  const ranks = plan.used.includes('authority')
    ? 'LEFT JOIN work_delivery_ranks r ON r.system_id = e.system_id AND r.lob = e.lob'
    : '';
  return `
  SELECT ${columnsOf('b')} FROM (
    SELECT s.*, max(s.standing) OVER (PARTITION BY s.person_id) AS best FROM (
      SELECT e.*, CASE e.policy ${cases.join(' ')} ELSE 0 END AS standing
      FROM (SELECT ${columnsOf('p')}, p.depth, min(p.policy) OVER (PARTITION BY p.person_id) AS policy
            FROM (${placed(plan)}) p) e ${ranks}) s) b
  WHERE b.standing = b.best`;
}
