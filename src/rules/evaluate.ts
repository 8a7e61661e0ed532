import type { Config } from '../model/config.js';
import type { NotEvaluated } from '../model/finding.js';
import type { Hit } from '../model/hit.js';
import type { Rule } from '../model/rule.js';
import { Stopped } from '../store/cell.js';
import type { Query } from '../store/store.js';
import { askForeign, type PackAnswers } from './ask-foreign.js';
import { assertConfigFits, offReason } from './check-config.js';
import { fileOf } from './file-of.js';
import { missingOf, tablesNeeded, tablesWithRows } from './needs.js';
import { runRule } from './run-rule.js';

/** A rule the configuration switched off, and why. */
export interface SwitchedOff {
  readonly rule: string;
  readonly reason: string;
}

export interface Evaluated {
  readonly hits: Hit[];
  readonly notEvaluated: NotEvaluated[];
  readonly off: SwitchedOff[];
}

/**
 * Asks every rule its question. Facts must have been computed; hits come by rule, then subject. A rule of a user's pack
 * is asked in a cell, with the answers to the facts of its pack.
 */
export async function evaluateRules(
  store: Query,
  rules: readonly Rule[],
  config: Config,
  answers: PackAnswers = new Map(),
): Promise<Evaluated> {
  assertConfigFits(rules, config);
  const filled = await tablesWithRows(store, rules.flatMap(tablesNeeded));
  const result: Evaluated = { hits: [], notEvaluated: [], off: [] };
  for (const rule of rules) {
    const reason = offReason(rule, config);
    const missing = missingOf(rule, filled);
    if (reason !== undefined) result.off.push({ rule: rule.id, reason });
    else if (missing.length > 0) result.notEvaluated.push({ rule: rule.id, missing });
    else if (rule.foreign) collect(result, rule, await askForeign(store, rule, config, answers));
    else result.hits.push(...(await runRule(store, rule, config)));
  }
  return result;
}

function collect(result: Evaluated, rule: Rule, answer: Hit[] | Stopped): void {
  if (!(answer instanceof Stopped)) result.hits.push(...answer);
  else {
    const missing = [`an answer: ${fileOf(rule, 'query.sql')} was ${answer.message}`];
    result.notEvaluated.push({ rule: rule.id, missing });
  }
}
