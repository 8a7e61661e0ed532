import { createHash } from 'node:crypto';
import { renderPolicy } from '../model/choice-settings.js';
import type { Manifest } from '../model/manifest.js';
import type { Rule } from '../model/rule.js';
import { tablesNeeded } from '../rules/needs.js';
import { currentParameters } from '../rules/parameters.js';
import { compareText } from '../text/compare.js';
import { baselineRules } from './read-past.js';
import type { Run } from './run-stages.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Changes when what a rule asks, says or assumes changes; its page and cases do not count. */
const hashOf = ({ definition, query, foreign }: Rule): string =>
  sha256([JSON.stringify(definition), query, ...(foreign?.facts ?? []).map((fact) => fact.query)].join('\n'));

/** What the command line adds to a run. */
export type Choices = Pick<Manifest, 'version' | 'options' | 'baseline' | 'against'>;

function rulesOf({ rules, off, config }: Run): Manifest['rules'] {
  const reasons = new Map(off.map(({ rule, reason }) => [rule, reason]));
  return rules.map((rule) => ({
    id: rule.id,
    title: rule.definition.title,
    aliases: rule.definition.aliases ?? [],
    since: rule.definition.since,
    sha256: hashOf(rule),
    needs: tablesNeeded(rule),
    off: reasons.get(rule.id) ?? null,
    parameters: currentParameters(rule, config),
    ...(rule.foreign && { origin: rule.foreign.folder }),
  }));
}

/** What this report was made from, so that somebody else can make it again. */
export const manifestOf = (run: Run, { version, options, baseline, against }: Choices): Manifest => ({
  tool: 'unsilo',
  version,
  as_of: run.asOf.time,
  as_of_from: run.asOf.from,
  options,
  configuration: sha256(JSON.stringify(run.config)),
  policy: renderPolicy(run.config.policy),
  ...(run.grace.length > 0 && {
    grace: run.grace.map((entry) => ({
      ...entry,
      jurisdictions: [...entry.jurisdictions],
      channels: [...entry.channels],
    })),
  }),
  severity_policy: sha256(JSON.stringify(run.policy)),
  baseline,
  against,
  rules: [...rulesOf(run), ...baselineRules(run.policy.acceptance, { baseline })].sort((a, b) =>
    compareText(a.id, b.id),
  ),
  inputs: [...run.inputs],
});
