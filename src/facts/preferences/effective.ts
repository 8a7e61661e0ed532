/**
 * The policy `default` as SQL. Input: a relation with columns `deny, tier, depth, at_ms, dated` and the grouping columns.
 * Output: grouping columns and `denied`, one row a group.
 *
 * Explicit beats the rest; a deeper scope beats a shallower one unless the shallower is a later opt-out; at equal
 * depth the later wins when both times are known and differ by more than the tolerance; otherwise the opt-out wins.
 * Hence an opt-in stands exactly if no opt-out is deeper, none is later, and those of its own depth are older by more
 * than the tolerance.
 */
export function effective(relation: string, group: readonly string[], toleranceMs: number): string {
  const columns = (alias: string) => group.map((column) => `${alias}.${column}`).join(', ');
  const same = (a: string, b: string) =>
    group.map((column) => `${a}.${column} = ${b}.${column}`).join(' AND ');
  return `
  WITH tiers AS (
    SELECT ${columns('c')}, max(c.tier) AS tier, max(CASE WHEN c.deny THEN c.tier END) AS denied,
           max(CASE WHEN NOT c.deny THEN c.tier END) AS allowed
    FROM ${relation} c GROUP BY ${columns('c')}),
  torn AS (SELECT * FROM tiers t WHERE t.denied = t.allowed),
  counted AS (
    SELECT c.* FROM ${relation} c JOIN torn t ON ${same('t', 'c')} AND t.tier = c.tier),
  denials AS (
    SELECT ${columns('c')}, max(c.depth) AS depth, max(c.at_ms) AS at_ms, bool_and(c.dated) AS dated
    FROM counted c WHERE c.deny GROUP BY ${columns('c')}),
  standing AS (
    SELECT DISTINCT ${columns('c')}
    FROM denials d JOIN counted c ON ${same('c', 'd')}
    WHERE NOT c.deny
      AND ((c.depth > d.depth AND c.at_ms >= d.at_ms)
        OR (c.depth = d.depth AND c.dated AND d.dated AND c.at_ms > d.at_ms + ${toleranceMs})))
  SELECT ${columns('t')}, t.tier, coalesce(t.denied = t.tier, false) AND s.${group[0]} IS NULL AS denied
  FROM tiers t LEFT JOIN standing s ON ${same('t', 's')}`;
}
