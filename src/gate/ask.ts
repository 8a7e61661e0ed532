import type { NotEvaluated } from '../model/finding.js';
import type { GateRule } from '../model/gate-rule.js';
import type { Parameters } from './check.js';
import { askGateRules, type RuleHit } from './evaluate.js';
import { placeOf } from './place.js';
import { createSettings, type Held, type RuleSetting, type Settings, settingOf } from './settings-by-path.js';
import type { GradedHit } from './to-finding.js';
import type { World } from './world.js';

/** What the rules found, graded as the settings want it, and what was not asked. */
export interface Asked {
  readonly hits: readonly GradedHit[];
  readonly notEvaluated: readonly NotEvaluated[];
  readonly off: readonly { readonly rule: string; readonly reason: string }[];
}

const keyOf = (parameters: Parameters): string => JSON.stringify(parameters);

/** The sets of parameters that hold in some file, by their key. */
function parameterSets({ files }: World, held: Held): Map<string, Parameters> {
  const sets = new Map([[keyOf(held.usual.parameters), held.usual.parameters]]);
  if (!held.isByPath) return sets;
  for (const { path } of files) {
    const { parameters } = held.in(path);
    sets.set(keyOf(parameters), parameters);
  }
  return sets;
}

/** Each set of parameters is asked once; hits where another one holds do not count. */
function askOne(rule: GateRule, world: World, held: Held) {
  const sets = parameterSets(world, held);
  const answers = [...sets].map(([key, parameters]) => {
    const { hits, notEvaluated } = askGateRules([rule], world, () => parameters);
    const counts = ({ at }: RuleHit): boolean =>
      sets.size === 1 || keyOf(held.in(placeOf(at).file).parameters) === key;
    return { hits: hits.filter(counts), notEvaluated };
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
  const heldBy = createSettings(settings);
  const off = rules.flatMap((rule) => {
    const reason = settingOf(rule, settings).off;
    return reason === undefined ? [] : [{ rule: rule.id, reason }];
  });
  const isOff = new Set(off.map(({ rule }) => rule));
  const answers = rules
    .filter(({ id }) => !isOff.has(id))
    .map((rule) => {
      const held = heldBy(rule);
      const { hits, notEvaluated } = askOne(rule, world, held);
      return { hits: hits.flatMap((hit) => grade(hit, held.in(placeOf(hit.at).file))), notEvaluated };
    });
  return {
    hits: answers.flatMap(({ hits }) => hits),
    notEvaluated: answers.flatMap(({ notEvaluated }) => notEvaluated),
    off,
  };
}
