import type { Config } from '../model/config.js';
import { type Problem, SourceError } from '../model/errors.js';
import type { Rule } from '../model/rule.js';
import { didYouMean } from '../text/nearest.js';
import { namesOf, parameterProblems } from './parameters.js';

/** The rule of that id, code or retired name. */
export const findRule = (rules: readonly Rule[], name: string): Rule | undefined =>
  rules.find((rule) => namesOf(rule).includes(name));

const configFile = 'unsilo.yaml';

/** Throws a SourceError with everything the configuration says about rules and parameters that do not exist or fit. */
export function assertConfigFits(rules: readonly Rule[], config: Config): void {
  const ids = rules.map((rule) => rule.id);
  const unknown = [...Object.keys(config.rules ?? {}), ...(config.require ?? [])]
    .filter((name) => !findRule(rules, name))
    .map(
      (name): Problem => ({
        place: { file: configFile },
        message: `unknown rule '${name}'`,
        tips: [...didYouMean(name, ids), 'unsilo rules list shows all'],
      }),
    );
  const problems = [...unknown, ...rules.flatMap((rule) => parameterProblems(rule, config, configFile))];
  if (problems.length > 0) throw new SourceError(problems);
}

/** The settings without what they say of rules that others ask. */
export function withoutRules(config: Config, ids: readonly string[]): Config {
  const others = new Set(ids);
  const { rules, require } = config;
  return {
    ...config,
    ...(rules && { rules: Object.fromEntries(Object.entries(rules).filter(([name]) => !others.has(name))) }),
    ...(require && { require: require.filter((name) => !others.has(name)) }),
  };
}

/** The reason for which a rule is switched off, or undefined. */
export const offReason = (rule: Rule, config: Pick<Config, 'rules'>): string | undefined =>
  namesOf(rule)
    .map((name) => config.rules?.[name]?.off)
    .find((reason) => reason !== undefined);
