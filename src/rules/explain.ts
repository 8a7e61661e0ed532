import type { Config } from '../model/config.js';
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

function switchLines({ id }: Rule, reason: string | undefined): string[] {
  const now =
    reason === undefined
      ? 'In unsilo.yaml, with a reason:'
      : `It is switched off: ${reason}. In unsilo.yaml:`;
  const yaml = ['rules:', `  ${id}:`, `    off: ${reason ?? 'why it does not apply here'}`];
  return ['', '## Switching it off', '', now, '', ...yaml.map((line) => `    ${line}`)];
}

/** The page of a rule as Markdown: its place, its prose, parameters with present values, sources, how to switch it off. */
export function renderExplanation(rule: Rule, config: Pick<Config, 'rules'> = {}): string {
  const { definition } = rule;
  const [title = '', ...prose] = rule.readme.trimEnd().split('\n');
  const code = definition.code ? ` (${definition.code})` : '';
  const lines = [
    title,
    '',
    `\`${rule.id}\`${code}${rule.foreign ? ` of ${rule.foreign.folder}` : ''}, since ${definition.since}, at most ${definition.confidence}`,
    ...prose,
    ...parameterLines(rule, config),
    '',
    '## Sources',
    '',
    ...definition.sources.map((source) => `- ${source}`),
    ...switchLines(rule, offReason(rule, config)),
  ];
  return `${lines.join('\n')}\n`;
}
