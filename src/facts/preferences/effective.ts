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
    SELECT ${columns('c')}, c.tier, count(*) FILTER (WHERE c.deny) AS denials, count(*) AS choices,
           max(c.depth) FILTER (WHERE c.deny) AS depth, max(c.at_ms) FILTER (WHERE c.deny) AS at_ms,
           bool_and(c.dated) FILTER (WHERE c.deny) AS dated
    FROM ${relation} c GROUP BY ${columns('c')}, c.tier),
  best AS (SELECT ${columns('t')}, max(t.tier) AS tier FROM tiers t GROUP BY ${columns('t')}),
  counted AS (SELECT t.* FROM tiers t JOIN best b ON ${same('b', 't')} AND b.tier = t.tier),
  standing AS (
    SELECT DISTINCT ${columns('c')}
    FROM counted d JOIN ${relation} c ON ${same('c', 'd')} AND c.tier = d.tier
    WHERE d.denials > 0 AND d.choices > d.denials AND NOT c.deny
      AND ((c.depth > d.depth AND c.at_ms >= d.at_ms)
        OR (c.depth = d.depth AND c.dated AND d.dated AND c.at_ms > d.at_ms + ${toleranceMs})))
  SELECT ${columns('d')}, d.tier, d.denials > 0 AND ${group.map((column) => `s.${column} IS NULL`).join(' AND ')} AS denied
  FROM counted d LEFT JOIN standing s ON ${same('d', 's')}`;
}
