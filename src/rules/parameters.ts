import type { Config } from '../model/config.js';
import type { Problem } from '../model/errors.js';
import type { Rule } from '../model/rule.js';
import type { Value } from '../store/store.js';
import { parseDuration } from '../text/durations.js';
import { didYouMean } from '../text/nearest.js';

type Parameters = NonNullable<Rule['definition']['parameters']>;
type Type = Parameters[string]['type'];
type Setting = Parameters[string]['default'];

const fits: Record<Type, (value: Setting) => boolean> = {
  integer: (value) => Number.isInteger(value),
  decimal: (value) => typeof value === 'number',
  text: (value) => typeof value === 'string',
  list: (value) => Array.isArray(value) && value.every((item) => !item.includes('|')),
  duration: (value) => typeof value === 'string' && parseDuration(value) !== undefined,
};

const expectations: Record<Type, string> = {
  integer: 'a whole number',
  decimal: 'a number',
  text: 'text',
  list: 'a list of texts without `|`',
  duration: 'an ISO 8601 duration, P10D',
};

/** Why a value does not suit a parameter's type; undefined when it does. */
export const misfit = (type: Type, value: Setting): string | undefined =>
  fits[type](value) ? undefined : expectations[type];

/** As it goes into the query: a list as text with `|`, a duration in seconds. */
const bound = (type: Type, value: Setting): Value => {
  if (Array.isArray(value)) return value.join('|');
  return type === 'duration' ? parseDuration(String(value))! : value;
};

const settingsOf = (rule: Rule, config: Pick<Config, 'rules'>): Record<string, Setting> =>
  Object.assign({}, ...namesOf(rule).map((name) => config.rules?.[name]?.parameters ?? {}));

/** The id and everything else a rule answers to. */
export const namesOf = ({ id, definition }: Rule): string[] => [
  ...(definition.aliases ?? []),
  ...(definition.code ? [definition.code] : []),
  id,
];

/** Parameters with their present values. */
export function currentParameters(rule: Rule, config: Pick<Config, 'rules'>): Record<string, Setting> {
  const own = settingsOf(rule, config);
  const parameters = Object.entries(rule.definition.parameters ?? {});
  return Object.fromEntries(parameters.map(([name, { default: usual }]) => [name, own[name] ?? usual]));
}

/** Values to bind to the query's `$name`. */
export function bindings(rule: Rule, config: Pick<Config, 'rules'>): Record<string, Value> {
  const types = rule.definition.parameters ?? {};
  return Object.fromEntries(
    Object.entries(currentParameters(rule, config)).map(([name, value]) => [
      name,
      bound(types[name]!.type, value),
    ]),
  );
}

/** What `rules.<id>.parameters` of the configuration gets wrong. */
export function parameterProblems(rule: Rule, config: Config, file: string): Problem[] {
  const types = rule.definition.parameters ?? {};
  return Object.entries(settingsOf(rule, config)).flatMap(([name, value]): Problem[] => {
    const place = { file };
    const where = `rules.${rule.id}.parameters.${name}`;
    if (!types[name])
      return [{ place, message: `unknown parameter ${where}`, tips: didYouMean(name, Object.keys(types)) }];
    const expected = misfit(types[name].type, value);
    return expected ? [{ place, message: `${where} does not fit`, value: String(value), expected }] : [];
  });
}
