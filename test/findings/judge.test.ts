import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Owner } from '../../src/findings/context.js';
import { judge } from '../../src/findings/judge.js';
import type { Hit } from '../../src/model/hit.js';
import type { Policy } from '../../src/model/policy.js';
import { timeless } from '../../src/model/timeless.js';
import { readPolicy } from '../../src/rules/read-packs.js';
import { causeTexts, contextOf, sampleHit, sampleRule } from './samples.js';

const shipped = await readPolicy(fileURLToPath(new URL('../../rules', import.meta.url)));
const policy: Policy = { ...shipped, causes: causeTexts };
const rule = sampleRule('sample/one', ['exposure', 'choice_lost', 'wrong_identity', 'data_quality']);
const judgeOne = (hit: Partial<Hit>, parts: Parameters<typeof contextOf>[0] = {}) =>
  judge([sampleHit(hit)], policy, contextOf({ rules: [rule], ...parts })).findings[0]!;

describe('a finding', () => {
  it('is known by rule and subject alone', () => {
    const one = judgeOne({ persons: 1 });
    expect(judgeOne({ persons: 900, evidence: [{ file: 'a.csv', row: 2 }] }).fingerprint).toBe(
      one.fingerprint,
    );
    expect(judgeOne({ subject: 'pair:a>c/person.name' }).fingerprint).not.toBe(one.fingerprint);
    expect(one.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  it('counts two persons for each wrong recipient', () => {
    const { persons, message } = judgeOne({ persons: 3, persons_of: 100 });
    expect({ persons, message }).toEqual({
      persons: { count: 6, of: null },
      message: 'exposure of 6 persons.',
    });
  });

  it('is as sure as the less sure of rule and hit', () => {
    const likely = sampleRule('sample/one', ['exposure'], { confidence: 'likely' });
    expect(judgeOne({ confidence: 'possible' }).confidence).toBe('possible');
    expect(judgeOne({ confidence: 'certain' }, { rules: [likely] }).confidence).toBe('likely');
  });

  it('takes its advice from the case, else the cause, else the rule', () => {
    const cases = {
      own: { harm: 'choice_lost', message: 'Own, {because}.', remediation: 'Do {field}.' },
      common: { harm: 'choice_lost', message: 'Common, {because}.' },
    };
    const rules = [sampleRule('sample/one', [], { cases })];
    const texts = (hit: Partial<Hit>) => {
      const { message, remediation } = judgeOne(hit, { rules });
      return [message, remediation];
    };
    expect(texts({ case: 'own', cause: 'lost' })).toEqual(['Own, lost it is.', 'Do person.name.']);
    expect(texts({ case: 'common', cause: 'lost' })).toEqual(['Common, lost it is.', 'Mend lost.']);
    expect(texts({ case: 'common' })).toEqual(['Common, unknown it is.', 'Mend A.']);
  });

  it.each([
    ['critical has three days', { case: 'exposure' }, {}, '2026-07-03'],
    ['high has two weeks', { case: 'choice_lost' }, {}, '2026-07-14'],
    ['info has no date', { case: 'data_quality' }, {}, null],
    ['the configuration overrides', { case: 'choice_lost' }, { due: { high: 'P1D' as const } }, '2026-07-01'],
    [
      'a wrong recipient never waits longer than three days',
      { case: 'exposure' },
      { due: { critical: 'P30D' as const } },
      '2026-07-03',
    ],
  ] as const)('is due: %s', (_, hit, config, due) => {
    expect(judgeOne(hit, { config }).due).toBe(due);
  });

  it('is due on no day where no record tells one', () => {
    expect(judgeOne({ case: 'exposure' }, { asOf: timeless }).due).toBeNull();
  });
});

describe('owners', () => {
  const owner = (id: string): Owner => ({ owner_id: id, name: id.toUpperCase() });
  const owners = new Map([
    ['system:a', owner('ann')],
    ['system:b', owner('ben')],
    ['point:p', owner('pia')],
    ['template:t', owner('tom')],
  ]);
  const rolesOf = (hit: Partial<Hit>) =>
    judgeOne(hit, { owners }).owners.map(({ role, owner_id }) => `${role} ${owner_id}`);

  it.each([
    ['both ends of a pair', { subject: 'pair:a>b/person.name' }, ['giver ann', 'receiver ben']],
    ['one system at both ends', { subject: 'pair:a>a/preference.consent.email' }, ['owner ann']],
    ['the known end when the other has none', { subject: 'pair:a>z/person.name' }, ['giver ann']],
    ['a point', { subject: 'point:p/contact.email', path: ['b'] }, ['owner pia']],
    ['a version of a template', { subject: 'template:t/v3', path: ['a', 'b'] }, ['owner tom']],
    [
      'the last system of the path where the subject has none',
      { subject: 'vendor:x', path: ['b', 'a'] },
      ['owner ann'],
    ],
    [
      'every system named',
      { subject: 'field:f', args: { system_ids: ['b', 'a', 'b'] } },
      ['owner ben', 'owner ann'],
    ],
    ['nobody', { subject: 'class:wrong_name' }, []],
  ])('are those of %s', (_, hit, expected) => {
    expect(rolesOf(hit)).toEqual(expected);
  });

  it.each([
    ['by id', 'pia', { owner_id: 'pia', name: 'PIA' }],
    ['by name', 'BEN', { owner_id: 'ben', name: 'BEN' }],
    ['who is not in the inventory', 'Data office', { owner_id: 'Data office', name: 'Data office' }],
  ])('are the one whom unsilo.yaml assigns %s', (_, assigned, expected) => {
    const hit = { subject: 'pair:a>b/person.name' };
    const { fingerprint } = judgeOne(hit, { owners });
    const config = { assigned: { [fingerprint]: assigned } };
    expect(judgeOne(hit, { owners, config }).owners).toEqual([{ role: 'owner', ...expected }]);
  });
});

describe('the order', () => {
  it('is severity, harm, persons, rule, subject', () => {
    const other = sampleRule('sample/two', ['choice_lost']);
    const hits = [
      sampleHit({ case: 'data_quality', subject: 'source:a' }),
      sampleHit({ case: 'choice_lost', subject: 'pair:a>c/f', persons: 5 }),
      sampleHit({ case: 'choice_lost', subject: 'pair:a>b/f', persons: 5 }),
      sampleHit({ case: 'choice_lost', subject: 'pair:a>b/f', persons: 5, rule: 'sample/two' }),
      sampleHit({ case: 'choice_lost', subject: 'pair:a>d/f', persons: 50 }),
      sampleHit({ case: 'exposure', subject: 'pair:x>y/f', persons: 1 }),
    ];
    const { findings } = judge(hits, policy, contextOf({ rules: [rule, other] }));
    expect(findings.map((one) => `${one.rule} ${one.subject}`)).toEqual([
      'sample/one pair:x>y/f',
      'sample/one pair:a>d/f',
      'sample/one pair:a>b/f',
      'sample/one pair:a>c/f',
      'sample/two pair:a>b/f',
      'sample/one source:a',
    ]);
  });

  it('counts what is shown, what is hidden, and everything by severity', () => {
    const hits = [sampleHit(), sampleHit({ case: 'data_quality', subject: 'source:a' })];
    const inConflict = { persons: 7, messages: 9 };
    const { summary } = judge(hits, policy, contextOf({ rules: [rule], show: 'high', inConflict }));
    expect(summary).toEqual({
      findings: { critical: 1, high: 0, medium: 0, low: 0, info: 1 },
      shown: 1,
      hidden: 1,
      suppressed: 0,
      persons_in_conflict: 7,
      messages_in_conflict: 9,
    });
  });
});
