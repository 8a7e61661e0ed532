import type { Context } from '../../src/findings/context.js';
import { causes } from '../../src/model/enums.js';
import type { Hit } from '../../src/model/hit.js';
import type { Policy } from '../../src/model/policy.js';
import type { Coverage } from '../../src/model/report.js';
import type { Rule } from '../../src/model/rule.js';

export const fullCoverage: Coverage = {
  systems_known: 4,
  systems_with_data: 4,
  systems_without_data: [],
  persons: 100,
  persons_in_two_or_more: 60,
  records: 180,
  records_unlinked: 20,
  rows_in: 1000,
  rows_used: 1000,
  rows_set_aside: 0,
  period_from: null,
  period_to: null,
  rules_evaluated: 1,
  not_evaluated: [],
};

/** A context in which nothing limits the audit; parts can be replaced. */
export const contextOf = (parts: Partial<Context> = {}): Context => ({
  rules: [],
  config: {},
  asOf: '2026-06-30T12:00:00.000Z',
  failOn: 'high',
  show: 'info',
  strict: false,
  coverage: fullCoverage,
  off: [],
  owners: new Map(),
  inConflict: { persons: 0, messages: 0 },
  ...parts,
});

/** A rule with one case per harm class of the sample policy; each case is called like its harm. */
export const sampleRule = (
  id: string,
  harms: readonly string[],
  parts: Partial<Rule['definition']> = {},
): Rule => ({
  id,
  pack: id.split('/')[0]!,
  definition: {
    title: 'A sample',
    since: '0.1.0',
    confidence: 'certain',
    needs: [],
    cases: Object.fromEntries(
      harms.map((harm) => [harm, { harm, message: `${harm} of {persons:person|persons}.` }]),
    ),
    remediation: 'Mend {from}.',
    sources: ['practice: samples'],
    ...parts,
  },
  query: '',
  readme: '',
  cases: '',
});

export const sampleHit = (parts: Partial<Hit> = {}): Hit => ({
  rule: 'sample/one',
  subject: 'pair:a>b/person.name',
  case: 'exposure',
  cause: null,
  confidence: 'certain',
  persons: 1,
  persons_of: null,
  messages: null,
  messages_of: null,
  args: { from: 'A', to: 'B', field: 'person.name' },
  evidence: [],
  path: [],
  ...parts,
});

export const causeTexts = Object.fromEntries(
  [...causes, 'unknown' as const].map((cause) => [
    cause,
    { because: `${cause} it is`, remediation: `Mend ${cause}.` },
  ]),
) as Policy['causes'];
