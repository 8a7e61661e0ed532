import type { Change, Diff } from '../../model/diff.js';
import type { Manifest } from '../../model/manifest.js';
import type { Coverage, Report } from '../../model/report.js';
import { compareText } from '../../text/compare.js';
import { ruleNamed } from './identity.js';

type Rule = Manifest['rules'][number];

const change = (kind: Change['kind'], name: string, before: string | null, after: string | null): Change[] =>
  before === after ? [] : [{ kind, name, before, after }];

const spell = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
const stateOf = (rule: Rule | undefined): string | null =>
  rule === undefined ? null : rule.off === null ? rule.sha256 : `off: ${rule.off}`;

/** What changed about one rule: its text, whether it is asked, its parameters. */
function ruleChanges(name: string, before: Rule | undefined, after: Rule | undefined): Change[] {
  const names = [...Object.keys(before?.parameters ?? {}), ...Object.keys(after?.parameters ?? {})];
  return [
    ...change('rule', name, stateOf(before), stateOf(after)),
    ...(before && after
      ? [...new Set(names)]
          .sort(compareText)
          .flatMap((key) =>
            change(
              'parameter',
              `${name}.${key}`,
              spell(before.parameters[key]),
              spell(after.parameters[key]),
            ),
          )
      : []),
  ];
}

function rulesChanged(before: readonly Rule[], after: readonly Rule[]): Change[] {
  const gone = before.filter(
    ({ id, aliases }) =>
      !ruleNamed(after, id) && !aliases.some((alias) => after.some((rule) => rule.id === alias)),
  );
  const earlier = ({ id, aliases }: Rule): Rule | undefined =>
    ruleNamed(before, id) ?? before.find((rule) => aliases.includes(rule.id));
  return [
    ...after.flatMap((rule) => ruleChanges(rule.id, earlier(rule), rule)),
    ...gone.flatMap((rule) => ruleChanges(rule.id, rule, undefined)),
  ];
}

/** Whether the rule of a finding asks, says or counts otherwise than before. */
export function hasRuleChanged(name: string, before: readonly Rule[], after: readonly Rule[]): boolean {
  const [then, now] = [ruleNamed(before, name), ruleNamed(after, name)];
  return then !== undefined && now !== undefined && ruleChanges(name, then, now).length > 0;
}

type Input = Manifest['inputs'][number];
const contentOf = (input: Input | undefined): string | null =>
  input === undefined ? null : `${input.rows_used} rows, ${input.sha256.slice(0, 12)}`;

function inputsChanged(before: readonly Input[], after: readonly Input[]): Change[] {
  const key = ({ file, table }: Input): string => `${file} (${table})`;
  const [then, now] = [before, after].map((inputs) => new Map(inputs.map((input) => [key(input), input])));
  return [...new Set([...then!.keys(), ...now!.keys()])]
    .sort(compareText)
    .flatMap((name) => change('input', name, contentOf(then!.get(name)), contentOf(now!.get(name))));
}

/** Everything that changed besides the findings, how it was looked at first, then the sources. */
export const changesBetween = ({ manifest: before }: Report, { manifest: after }: Report): Change[] => [
  ...change('version', 'unsilo', before.version, after.version),
  ...change('as_of', 'as of', before.as_of, after.as_of),
  ...change('configuration', 'unsilo.yaml', before.configuration, after.configuration),
  ...change('policy', 'policy', before.policy, after.policy),
  ...change('severity_policy', 'severity policy', before.severity_policy, after.severity_policy),
  ...rulesChanged(before.rules, after.rules),
  ...inputsChanged(before.inputs, after.inputs),
];

const measured = [
  'systems_known',
  'systems_with_data',
  'persons',
  'persons_in_two_or_more',
  'records',
  'records_unlinked',
  'rows_in',
  'rows_used',
  'rows_set_aside',
  'rules_evaluated',
] as const satisfies readonly (keyof Coverage)[];

/** How much more or less was seen. */
export const coverageChanges = (
  { coverage: before }: Report,
  { coverage: after }: Report,
): Diff['coverage'] =>
  measured
    .filter((name) => before[name] !== after[name])
    .map((name) => ({ name, before: String(before[name]), after: String(after[name]) }));
