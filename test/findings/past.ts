import fc from 'fast-check';
import { fingerprintOf } from '../../src/findings/fingerprint.js';
import type { Estate } from '../../src/findings/history/blind-spot.js';
import type { Snapshot } from '../../src/findings/history/compare.js';
import { severities } from '../../src/model/enums.js';
import type { Finding } from '../../src/model/finding.js';
import type { Manifest } from '../../src/model/manifest.js';

type Rule = Manifest['rules'][number];
type Input = Manifest['inputs'][number];

/** A rule about records, asked and evaluated; parts can be replaced. */
export const ruleOf = (id: string, parts: Partial<Rule> = {}): Rule => ({
  id,
  title: id,
  aliases: [],
  since: '0.1.0',
  sha256: 'a'.repeat(64),
  needs: ['preferences'],
  off: null,
  parameters: {},
  ...parts,
});

export const inputOf = (file: string, parts: Partial<Input> = {}): Input => ({
  file,
  table: 'preferences',
  format: 'csv',
  sha256: 'b'.repeat(64),
  bytes: 100,
  rows_in: 10,
  rows_used: 10,
  rows_set_aside: 0,
  ...parts,
});

/** A finding of `sample/one` between systems a and b. */
export const findingOf = (parts: Partial<Finding> = {}): Finding => {
  const { rule = 'sample/one', subject = 'pair:a>b/preference.consent.email' } = parts;
  return {
    fingerprint: fingerprintOf(rule, subject),
    rule,
    title: 'A sample',
    subject,
    case: 'one',
    harm: 'choice_lost',
    severity: 'high',
    confidence: 'certain',
    message: 'Something is wrong.',
    remediation: 'Mend it.',
    cause: null,
    persons: { count: 100, of: 1000 },
    messages: null,
    args: {},
    evidence: [{ file: 'a.csv', row: 2 }],
    path: [],
    owners: [{ role: 'owner', owner_id: 'o1', name: 'Ann' }],
    due: null,
    status: null,
    suppression: null,
    ...parts,
  };
};

interface World {
  readonly rules?: readonly Rule[];
  readonly inputs?: readonly Input[];
  readonly data?: Readonly<Record<string, boolean>>;
  readonly missing?: Estate['coverage']['not_evaluated'];
  readonly asOf?: string;
}

/** What a run looks at: rules one and two, systems a, b, c with data, one file. */
export const estateOf = ({ rules, inputs, data, missing, asOf }: World = {}): Estate => ({
  manifest: {
    as_of: asOf ?? '2026-03-31T12:00:00Z',
    rules: [...(rules ?? [ruleOf('sample/one'), ruleOf('sample/two')])],
    inputs: [...(inputs ?? [inputOf('a.csv')])],
  },
  coverage: { not_evaluated: missing ?? [] },
  systems: Object.entries(data ?? { a: true, b: true, c: true }).map(([system_id, has_data]) => ({
    system_id,
    has_data,
  })),
});

export const snapshotOf = (
  findings: readonly Finding[],
  world: World & Partial<Pick<Snapshot, 'fixed' | 'fixed_before' | 'unseen'>> = {},
): Snapshot => {
  const { fixed = [], fixed_before = [], unseen = [], ...rest } = world;
  return { ...estateOf(rest), findings: [...findings], fixed, fixed_before, unseen };
};

const count = fc.option(fc.record({ count: fc.nat(2000), of: fc.constant(null) }));

/** Findings of two rules between three systems, each once, of any size. */
export const someFindings = fc.uniqueArray(
  fc
    .record({
      rule: fc.constantFrom('sample/one', 'sample/two'),
      subject: fc.constantFrom('a>b', 'b>a', 'a>c', 'c>b').map((pair) => `pair:${pair}/preference.delivery`),
      severity: fc.constantFrom(...severities),
      persons: count,
      messages: count,
    })
    .map(findingOf),
  { selector: ({ fingerprint }) => fingerprint },
);

/** Worlds in which rules are off or not evaluated, systems without data or gone, files there or not. */
export const someWorld: fc.Arbitrary<World> = fc.record({
  rules: fc
    .record({ one: fc.constantFrom('on', 'off', 'gone'), two: fc.constantFrom('on', 'off') })
    .map(({ one, two }) => [
      ...(one === 'gone' ? [] : [ruleOf('sample/one', { off: one === 'off' ? 'does not apply' : null })]),
      ruleOf('sample/two', { off: two === 'off' ? 'does not apply' : null }),
    ]),
  data: fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() }, { requiredKeys: ['a'] }),
  inputs: fc.constantFrom([inputOf('a.csv')], [inputOf('b.csv')], []),
  missing: fc.constantFrom([], [{ rule: 'sample/two', missing: ['preferences'] }]),
});
