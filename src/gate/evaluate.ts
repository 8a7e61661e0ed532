import type { NotEvaluated } from '../model/finding.js';
import type { GateRule, gateNeeds } from '../model/gate-rule.js';
import type { GateHit, Parameters } from './check.js';
import { checks } from './checks/index.js';
import type { World } from './world.js';

type Need = (typeof gateNeeds)[number];

const needed: Readonly<Record<Need, (world: World) => boolean>> = {
  contract: ({ contract }) => contract !== undefined,
  supplies: ({ messages }) => messages.some(({ supply }) => supply !== undefined),
  recipients: ({ contract }) =>
    contract?.communications.some(({ recipients }) => recipients !== null) ?? false,
  owned_domains: ({ contract, settings }) =>
    (contract?.owned_domains.length ?? 0) + (settings.domains?.length ?? 0) > 0,
  incidents: ({ settings }) => settings.incidents !== undefined,
  headers: ({ messages }) => messages.some(({ settings }) => settings.headers !== undefined),
  history: ({ before }) => before !== undefined,
};

/** What the world lacks for a rule. */
export const missingFor = (rule: GateRule, world: World): Need[] =>
  rule.definition.needs.filter((need) => !needed[need](world));

export interface RuleHit extends GateHit {
  readonly rule: GateRule;
}

export interface GateAnswers {
  readonly hits: readonly RuleHit[];
  readonly notEvaluated: readonly NotEvaluated[];
}

/** Asks every rule; parameters are those that hold for the whole world. */
export function askGateRules(
  rules: readonly GateRule[],
  world: World,
  parametersOf: (rule: GateRule) => Parameters,
): GateAnswers {
  const hits: RuleHit[] = [];
  const notEvaluated: NotEvaluated[] = [];
  for (const rule of rules) {
    const missing = missingFor(rule, world);
    if (missing.length > 0) notEvaluated.push({ rule: rule.id, missing });
    else for (const hit of checks[rule.id]!(world, parametersOf(rule))) hits.push({ ...hit, rule });
  }
  return { hits, notEvaluated };
}
