import { fileURLToPath } from 'node:url';
import { UsageError } from '../model/errors.js';
import type { Rule } from '../model/rule.js';
import { findRule } from '../rules/check-config.js';
import { readPacks } from '../rules/read-packs.js';
import { type CaseResult, testRule } from '../rules/test-rule.js';
import { didYouMean } from '../text/nearest.js';

export { renderExplanation } from '../rules/explain.js';
export { listFormats, renderRuleList } from '../rules/list.js';

/** The packs that come with unsilo. */
export const ownPacks = fileURLToPath(new URL('../../rules', import.meta.url));

/** The rules of a folder of packs, by id. */
export const listRules = (folder = ownPacks): Promise<Rule[]> => readPacks(folder);

/** Runs the cases of every rule of a folder, rule by rule. */
export async function* testRules(folder = ownPacks): AsyncGenerator<CaseResult[]> {
  for (const rule of await readPacks(folder)) yield testRule(rule);
}

/** The rule of that id, code or retired name; a UsageError with the nearest when there is none. */
export async function explainRule(name: string): Promise<Rule> {
  const rules = await readPacks(ownPacks);
  const rule = findRule(rules, name);
  if (rule) return rule;
  throw new UsageError({
    message: `unknown rule '${name}'`,
    expected: 'a rule of `unsilo rules list`',
    tips: didYouMean(
      name,
      rules.map(({ id }) => id),
    ),
  });
}
