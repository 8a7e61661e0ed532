import type { Rule } from '../model/rule.js';
import { type Query, quoteName } from '../store/store.js';

/** Canonical tables a rule names in `needs`, alternatives taken apart. */
export const tablesNeeded = (rule: Rule): string[] =>
  rule.definition.needs.flatMap((need) => need.split('|'));

/** The canonical tables among `names` that have rows. */
export async function tablesWithRows(store: Query, names: Iterable<string>): Promise<Set<string>> {
  const filled = new Set<string>();
  for (const name of new Set(names)) {
    const rows = await store.all(`SELECT 1 AS one FROM ${quoteName(`std_${name}`)} LIMIT 1`);
    if (rows.length > 0) filled.add(name);
  }
  return filled;
}

/** What a rule would need and does not have; empty when it can be evaluated. */
export const missingOf = (rule: Rule, filled: ReadonlySet<string>): string[] =>
  rule.definition.needs.filter((need) => !need.split('|').some((name) => filled.has(name)));
