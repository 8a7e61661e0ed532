import type { NotEvaluated } from '../model/finding.js';
import type { GateRule } from '../model/gate-rule.js';
import type { Parameters } from './check.js';
import { askGateRules, type RuleHit } from './evaluate.js';
import { placeOf } from './place.js';
import { createSettings, type RuleSetting, type Settings, settingOf } from './settings-by-path.js';
import type { GradedHit } from './to-finding.js';
import type { World } from './world.js';

/** What the rules found, graded as the settings want it, and what was not asked. */
export interface Asked {
  readonly hits: readonly GradedHit[];
  readonly notEvaluated: readonly NotEvaluated[];
  readonly off: readonly { readonly rule: string; readonly reason: string }[];
}

const keyOf = (parameters: Parameters): string => JSON.stringify(parameters);

/** Each set of parameters that holds in some file is asked once; hits elsewhere do not count. */
function askOne(rule: GateRule, world: World, settingIn: (file: string) => RuleSetting, usual: RuleSetting) {
  const sets = new Map([[keyOf(usual.parameters), usual.parameters]]);
  for (const { path } of world.files) {
    const { parameters } = settingIn(path);
    sets.set(keyOf(parameters), parameters);
  }
  const answers = [...sets].map(([key, parameters]) => {
    const { hits, notEvaluated } = askGateRules([rule], world, () => parameters);
    return {
      hits: hits.filter((hit) => keyOf(settingIn(placeOf(hit.at).file).parameters) === key),
      notEvaluated,
    };
  });
  return { hits: answers.flatMap(({ hits }) => hits), notEvaluated: answers[0]!.notEvaluated };
}

function grade(hit: RuleHit, { off, severity }: RuleSetting): GradedHit[] {
  if (off !== undefined) return [];
  const usual = hit.rule.definition.cases[hit.case]?.severity;
  if (usual === undefined) throw new Error(`${hit.rule.id} has no case '${hit.case}'`);
  return [{ ...hit, severity: severity ?? usual }];
}

/** Asks every rule that is not switched off, with the parameters and severities of each path. */
export function askAll(rules: readonly GateRule[], world: World, settings: Settings): Asked {
  const setting = createSettings(settings);
  const off = rules.flatMap((rule) => {
    const reason = settingOf(rule, settings).off;
    return reason === undefined ? [] : [{ rule: rule.id, reason }];
  });
  const isOff = new Set(off.map(({ rule }) => rule));
  const answers = rules
    .filter(({ id }) => !isOff.has(id))
    .map((rule) => {
      const settingIn = (file: string) => setting(rule, file);
      const { hits, notEvaluated } = askOne(rule, world, settingIn, settingOf(rule, settings));
      return { hits: hits.flatMap((hit) => grade(hit, settingIn(placeOf(hit.at).file))), notEvaluated };
    });
  return {
    hits: answers.flatMap(({ hits }) => hits),
    notEvaluated: answers.flatMap(({ notEvaluated }) => notEvaluated),
    off,
  };
}
