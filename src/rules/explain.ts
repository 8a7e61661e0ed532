import type { Config } from '../model/config.js';
import type { GateRule } from '../model/gate-rule.js';
import type { Rule } from '../model/rule.js';
import { offReason } from './check-config.js';
import { currentParameters } from './parameters.js';

const spell = (value: string | number | readonly string[]): string =>
  Array.isArray(value) ? value.join(', ') : String(value);

function parameterLines(rule: Rule, config: Pick<Config, 'rules'>): string[] {
  const declared = rule.definition.parameters ?? {};
  const lines = Object.entries(currentParameters(rule, config)).map(([name, value]) => {
    const { type, default: usual, doc } = declared[name]!;
    const note = spell(value) === spell(usual) ? '' : `; usually ${spell(usual)}`;
    return `- \`${name}\` = ${spell(value)} (${type}${note}): ${doc}`;
  });
  return lines.length > 0 ? ['', '## Parameters', '', ...lines] : [];
}

function switchLines({ id }: Pick<Rule, 'id'>, reason: string | undefined): string[] {
  const now =
    reason === undefined
      ? 'In unsilo.yaml, with a reason:'
      : `It is switched off: ${reason}. In unsilo.yaml:`;
  const yaml = ['rules:', `  ${id}:`, `    off: ${reason ?? 'why it does not apply here'}`];
  return ['', '## Switching it off', '', now, '', ...yaml.map((line) => `    ${line}`)];
}

interface Page {
  readonly id: string;
  readonly readme: string;
  readonly definition: {
    readonly code?: string | undefined;
    readonly since: string;
    readonly confidence: string;
    readonly sources: readonly string[];
  };
}

/** Place and prose of a rule, what it can be told, what it rests on, and how to switch it off. */
function renderPage(
  { id, readme, definition }: Page,
  origin: string,
  told: readonly string[],
  tail: readonly string[],
): string {
  const [title = '', ...prose] = readme.trimEnd().split('\n');
  const code = definition.code ? ` (${definition.code})` : '';
  const lines = [
    title,
    '',
    `\`${id}\`${code}${origin}, since ${definition.since}, at most ${definition.confidence}`,
    ...prose,
    ...told,
    '',
    '## Sources',
    '',
    ...definition.sources.map((source) => `- ${source}`),
    ...tail,
  ];
  return `${lines.join('\n')}\n`;
}

/** The page of a rule as Markdown: its place, its prose, parameters with present values, sources, how to switch it off. */
export const renderExplanation = (rule: Rule, config: Pick<Config, 'rules'> = {}): string =>
  renderPage(
    rule,
    rule.foreign ? ` of ${rule.foreign.folder}` : '',
    parameterLines(rule, config),
    switchLines(rule, offReason(rule, config)),
  );

const severitiesOf = ({ definition: { cases } }: GateRule): string[] => [
  '',
  '## Severity',
  '',
  ...Object.entries(cases).map(([name, { severity, message }]) => `- \`${name}\`: ${severity}. ${message}`),
];

const gateParameters = ({ definition: { parameters = {} } }: GateRule): string[] => {
  const lines = Object.entries(parameters).map(
    ([name, { type, default: usual, doc }]) => `- \`${name}\` = ${spell(usual)} (${type}): ${doc}`,
  );
  return lines.length > 0 ? ['', '## Parameters', '', ...lines] : [];
};

const needsOf = ({ definition: { needs } }: GateRule): string[] =>
  needs.length === 0 ? [] : ['', '## Needs', '', `Without these it is not evaluated: ${needs.join(', ')}.`];

/** How to say that a rule about templates does not hold: everywhere, by path, or at one place. */
const exceptionLines = ({ id }: GateRule): string[] => [
  ...switchLines({ id }, undefined),
  '',
  'By path, or with another severity:',
  '',
  ...[
    'gate:',
    '  rules:',
    '    - files: drafts/**',
    `      rule: ${id}`,
    '      off: not released from here',
  ].map((line) => `    ${line}`),
  '',
  'At one place, in a comment of the line before:',
  '',
  `    unsilo-disable-next-line ${id} reason="why" until=2027-01-31`,
];

/** The page of a rule about templates. */
export const renderGateExplanation = (rule: GateRule): string =>
  renderPage(
    rule,
    ', about templates',
    [...severitiesOf(rule), ...needsOf(rule), ...gateParameters(rule)],
    exceptionLines(rule),
  );
