import { type PolicyName, policyNames } from '../../model/enums.js';
import { unranked } from './policies.js';

/** Room for a time in the weight of a record; what lies above it is the record's standing. */
const room = 2 ** 50;
/** Times as numbers above 0, back to before any calendar. */
const offset = 2 ** 48;
const answered = 4096;

/** SQL of how much a record counts before its time is looked at, 0 to 8191. */
function standing(policy: PolicyName): string {
  const said = `CASE WHEN c.tier > 0 THEN ${answered} ELSE 0 END`;
  if (policy === 'specific') return `${said} + least(c.depth, ${answered - 1})`;
  return policy === 'authority' ? `${said} + ${unranked} - least(c."rank", ${unranked})` : said;
}

/** SQL of one number that says how much a record counts: standing, then time; an unknown time helps the no. */
function weight(policy: PolicyName): string {
  const rung = `(${standing(policy)}) * CAST(${room} AS BIGINT)`;
  if (policy === 'restrictive') return rung;
  return `${rung} + CASE WHEN c.timed THEN c.at_ms + ${offset} WHEN c.deny THEN ${room / 2} ELSE 0 END`;
}

const columnsOf = (group: readonly string[]) => (alias: string) =>
  group.map((column) => `${alias}.${column}`).join(', ');

/** A yes stands that weighs more than every no and the tolerance; in one pass. */
function byWeight(relation: string, group: readonly string[], toleranceMs: number, weights: string): string {
  const columns = columnsOf(group)('w');
  return `
  SELECT ${columns}, max(w.tier) AS tier,
         coalesce(max(w.weight) FILTER (WHERE w.deny) + ${toleranceMs}
           >= coalesce(max(w.weight) FILTER (WHERE NOT w.deny), 0), false) AS denied
  FROM (SELECT c.*, ${weights} AS weight FROM ${relation} c) w GROUP BY ${columns}`;
}

/** Depth, then time, as one number. */
const placed = `c.depth * CAST(${room} AS BIGINT) + CASE WHEN c.dated THEN c.at_ms + ${offset}
      WHEN c.deny THEN ${room / 2} ELSE 0 END`;

/**
 * The policy `default`. An opt-in stands exactly if, among records of the strongest kind, no opt-out is deeper, none is
 * later, and those of its own depth are older by more than the tolerance.
 */
function byDefault(relation: string, group: readonly string[], toleranceMs: number): string {
  const columns = columnsOf(group);
  const same = (a: string, b: string) =>
    group.map((column) => `${a}.${column} = ${b}.${column}`).join(' AND ');
  return `
  WITH tiers AS (
    SELECT ${columns('c')}, max(c.tier) AS tier, max(CASE WHEN c.deny THEN c.tier END) AS denied,
           max(CASE WHEN NOT c.deny THEN c.tier END) AS allowed
    FROM ${relation} c GROUP BY ${columns('c')}),
  torn AS (SELECT * FROM tiers t WHERE t.denied = t.allowed),
  counted AS (
    SELECT c.*, ${placed} AS placed FROM ${relation} c JOIN torn t ON ${same('t', 'c')} AND t.tier = c.tier),
  denials AS (
    SELECT ${columns('c')}, max(c.placed) AS placed, max(c.at_ms) AS at_ms
    FROM counted c WHERE c.deny GROUP BY ${columns('c')}),
  standing AS (
    SELECT DISTINCT ${columns('c')}
    FROM denials d JOIN counted c ON ${same('c', 'd')}
    WHERE NOT c.deny AND c.at_ms >= d.at_ms AND c.placed > d.placed + ${toleranceMs})
  SELECT ${columns('t')}, t.tier, coalesce(t.denied = t.tier, false) AND s.${group[0]} IS NULL AS denied
  FROM tiers t LEFT JOIN standing s ON ${same('t', 's')}`;
}

/** SQL of the weight where records are under different policies, by their column `policy`. */
const mixedWeights = (policies: readonly PolicyName[]): string =>
  `CASE c.policy ${policies.map((name) => `WHEN ${policyNames.indexOf(name)} THEN ${weight(name)}`).join(' ')} END`;

/**
 * Effective values as SQL, by what `decide` of `policies.ts` says. Input: a relation with columns `deny, tier, depth,
 * at_ms, dated, timed`, with `rank` for `authority` (0 to 4095), the grouping columns, and, where more than one policy
 * is in use, `policy`, the same for all rows of a group: its place in `policyNames`.
 * Output: grouping columns, `tier` and `denied`, one row a group.
 */
export function effective(
  relation: string,
  group: readonly string[],
  toleranceMs: number,
  used: readonly PolicyName[] = ['default'],
): string {
  const others = used.filter((policy) => policy !== 'default');
  const isMixed = used.length > 1;
  const weights = isMixed ? mixedWeights(others) : weight(used[0]!);
  if (others.length === 0) return byDefault(relation, group, toleranceMs);
  if (others.length === used.length) return byWeight(relation, group, toleranceMs, weights);
  const under = (condition: string) => `(SELECT * FROM ${relation} p WHERE ${condition})`;
  return `
  SELECT * FROM (${byDefault(under('p.policy = 0'), group, toleranceMs)}) d
  UNION ALL
  SELECT * FROM (${byWeight(under('p.policy <> 0'), group, toleranceMs, weights)}) o`;
}
