import { isNamed } from '../../gate/settings-by-path.js';
import { type GateCaseResult, testGateRule } from '../../gate/test-rule.js';
import type { GateRule } from '../../model/gate-rule.js';
import { renderGateExplanation } from '../../rules/explain.js';
import { readParts } from '../../templates/read/index.js';
import { readOwnRules } from './own-rules.js';

/** The rules about templates, by id. */
export const listGateRules = async (): Promise<readonly GateRule[]> => (await readOwnRules()).rules;

/** Runs the cases of every rule about templates, rule by rule. */
export async function* testGateRules(): AsyncGenerator<GateCaseResult[]> {
  const { rules, lists } = await readOwnRules();
  for (const rule of rules) yield testGateRule(rule, readParts, lists);
}

/** The page of the rule about templates of that id, code or retired name; undefined where there is none. */
export async function explainGateRule(name: string): Promise<string | undefined> {
  const rule = (await listGateRules()).find((one) => isNamed(one, name) && !name.endsWith('/*'));
  return rule && renderGateExplanation(rule);
}
