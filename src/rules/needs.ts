import type { Rule } from '../model/rule.js';
import { type Query, quoteName, quoteText } from '../store/store.js';

/** Canonical tables a rule names in `needs`, alternatives taken apart. */
export const tablesNeeded = (rule: Rule): string[] =>
  rule.definition.needs.flatMap((need) => need.split('|'));

/** The canonical tables among `names` that have rows. */
export async function tablesWithRows(store: Query, names: Iterable<string>): Promise<Set<string>> {
  const questions = [...new Set(names)].map(
    (name) =>
      `SELECT ${quoteText(name)} AS name WHERE EXISTS (SELECT 1 FROM ${quoteName(`std_${name}`)} LIMIT 1)`,
  );
  if (questions.length === 0) return new Set();
  const rows = await store.all<{ name: string }>(`${questions.join(' UNION ALL ')} ORDER BY name`);
  return new Set(rows.map(({ name }) => name));
}

/** What a rule would need and does not have; empty when it can be evaluated. */
export const missingOf = (rule: Rule, filled: ReadonlySet<string>): string[] =>
  rule.definition.needs.filter((need) => !need.split('|').some((name) => filled.has(name)));
