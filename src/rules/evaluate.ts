import type { Config } from '../model/config.js';
import type { NotEvaluated } from '../model/finding.js';
import { Pieces, type ReadHeadway } from '../model/headway.js';
import type { Hit } from '../model/hit.js';
import type { Rule } from '../model/rule.js';
import { Stopped } from '../store/cell.js';
import { inLanes, withFork } from '../store/side-by-side.js';
import type { Store } from '../store/store.js';
import { compareText } from '../text/compare.js';
import { askForeign, type PackAnswers } from './ask-foreign.js';
import { assertConfigFits, offReason } from './check-config.js';
import { fileOf } from './file-of.js';
import { missingOf, tablesNeeded, tablesWithRows } from './needs.js';
import { askRule } from './run-rule.js';

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
 * is asked in a cell, with the answers to the facts of its pack; one of our own is trusted to keep the contract of rules,
 * which its cases prove.
 */
export async function evaluateRules(
  store: Store,
  rules: readonly Rule[],
  config: Config,
  answers: PackAnswers = new Map(),
  onStart: (read: ReadHeadway) => void = () => undefined,
): Promise<Evaluated> {
  assertConfigFits(rules, config);
  const filled = await tablesWithRows(store, rules.flatMap(tablesNeeded));
  const result: Evaluated = { hits: [], notEvaluated: [], off: [] };
  const asked: Rule[] = [];
  for (const rule of rules) {
    const reason = offReason(rule, config);
    const missing = missingOf(rule, filled);
    if (reason !== undefined) result.off.push({ rule: rule.id, reason });
    else if (missing.length > 0) result.notEvaluated.push({ rule: rule.id, missing });
    else asked.push(rule);
  }
  const pieces = new Pieces(asked.length);
  onStart(pieces.read);
  const found = await withFork(store, (fork) =>
    inLanes([store, fork], asked, async (lane, rule) => {
      pieces.begin(rule.id);
      const answer = await (rule.foreign
        ? askForeign(lane, rule, config, answers)
        : askRule(lane, rule, config));
      pieces.end(rule.id);
      return answer;
    }),
  );
  for (const [i, rule] of asked.entries()) collect(result, rule, found[i]!);
  return { ...result, notEvaluated: sortedByRule(result.notEvaluated) };
}

const sortedByRule = (list: readonly NotEvaluated[]): NotEvaluated[] =>
  [...list].sort((a, b) => compareText(a.rule, b.rule));

function collect(result: Evaluated, rule: Rule, answer: Hit[] | Stopped): void {
  if (!(answer instanceof Stopped)) result.hits.push(...answer);
  else {
    const missing = [`an answer: ${fileOf(rule, 'query.sql')} was ${answer.message}`];
    result.notEvaluated.push({ rule: rule.id, missing });
  }
}
