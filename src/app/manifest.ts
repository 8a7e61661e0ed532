import { createHash } from 'node:crypto';
import type { Manifest } from '../model/report.js';
import type { Rule } from '../model/rule.js';
import { currentParameters } from '../rules/parameters.js';
import type { Run } from './run-stages.js';

/** Changes when what a rule asks, says or assumes changes; its page and cases do not count. */
const hashOf = ({ definition, query }: Rule): string =>
  createHash('sha256')
    .update(`${JSON.stringify(definition)}\n${query}`)
    .digest('hex');

/** What this report was made from, so that somebody else can make it again. */
export const manifestOf = ({ config, inputs, asOf, rules }: Run, version: string): Manifest => ({
  tool: 'unsilo',
  version,
  as_of: asOf.time,
  as_of_from: asOf.from,
  policy: config.policy,
  rules: rules.map((rule) => ({
    id: rule.id,
    since: rule.definition.since,
    sha256: hashOf(rule),
    parameters: currentParameters(rule, config),
  })),
  inputs: [...inputs],
});
