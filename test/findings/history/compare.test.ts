import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../src/findings/fingerprint.js';
import type { Estate } from '../../../src/findings/history/blind-spot.js';
import { compareRuns, type Snapshot } from '../../../src/findings/history/compare.js';
import type { Finding } from '../../../src/model/finding.js';
import { estateOf, findingOf, inputOf, ruleOf, snapshotOf, someFindings, someWorld } from '../past.js';

const limit = { share: 0.2, least: 5 };
const compare = (before: Snapshot, findings: readonly Finding[], estate: Estate = estateOf()) =>
  compareRuns(before, { ...estate, findings }, limit);
const persons = (count: number | null): Partial<Finding> => ({
  persons: count === null ? null : { count, of: null },
});

describe('the status of a finding', () => {
  const statusAfter = (before: Partial<Finding>, after: Partial<Finding>) => {
    const finding = findingOf(after);
    return compare(snapshotOf([findingOf(before)]), [finding]).statusOf(finding);
  };

  it.each([
    ['known when nothing changed', {}, {}, 'known'],
    ['known when it is less bad', { severity: 'high' }, { severity: 'low' }, 'known'],
    ['worse when its severity is higher', { severity: 'high' }, { severity: 'critical' }, 'worse'],
    ['known within a fifth', persons(100), persons(120), 'known'],
    ['worse beyond a fifth', persons(100), persons(121), 'worse'],
    ['known when few are a large share', persons(3), persons(7), 'known'],
    ['worse when five are a large share', persons(3), persons(8), 'worse'],
    ['worse from none to five', persons(0), persons(5), 'worse'],
    ['known when it was not counted before', persons(null), persons(9000), 'known'],
    [
      'worse when the same persons get more messages',
      { messages: { count: 10, of: null } },
      { messages: { count: 40, of: null } },
      'worse',
    ],
    ['known whatever rows and words say', {}, { evidence: [], message: 'Other words.' }, 'known'],
    ['new when it is about something else', {}, { subject: 'pair:b>a/preference.delivery' }, 'new'],
  ] satisfies [string, Partial<Finding>, Partial<Finding>, string][])('is %s', (_, before, after, status) => {
    expect(statusAfter(before, after)).toBe(status);
  });

  it('is regressed when it had been fixed, and known from then on', () => {
    const finding = findingOf();
    const first = snapshotOf([finding]);
    const second = compare(first, []);
    const third = compare(snapshotOf([], second), []);
    expect([second.fixed.length, third.fixed.length, third.fixed_before.length]).toEqual([1, 0, 1]);
    const back = compare(snapshotOf([], third), [finding]);
    expect(back.statusOf(finding)).toBe('regressed');
    expect(back.fixed_before).toEqual([]);
    expect(compare(snapshotOf([finding], back), [finding]).statusOf(finding)).toBe('known');
  });

  it.each([
    ['forwards', 'sample/old', 'sample/new'],
    ['backwards', 'sample/new', 'sample/old'],
  ])('outlives a renamed rule, %s', (_, from, to) => {
    const rule = (id: string) => [ruleOf(id, { aliases: id === 'sample/new' ? ['sample/old'] : [] })];
    const after = findingOf({ rule: to });
    const { statusOf, fixed } = compare(
      snapshotOf([findingOf({ rule: from })], { rules: rule(from) }),
      [after],
      estateOf({ rules: rule(to) }),
    );
    expect([statusOf(after), fixed]).toEqual(['known', []]);
    expect(after.fingerprint).toBe(fingerprintOf(to, after.subject));
  });
});

type World = Parameters<typeof estateOf>[0];

describe('a finding that is gone', () => {
  const gone = (after: World, before: World = {}) => {
    const { fixed, unseen } = compare(snapshotOf([findingOf()], before), [], estateOf(after));
    return [fixed.length > 0 ? 'fixed' : '', ...unseen.map(({ why, what }) => `${why} ${what}`)]
      .filter(Boolean)
      .join();
  };
  const two = [inputOf('a.csv'), inputOf('b.csv')];

  it.each([
    ['fixed when it was looked for', {}, {}, 'fixed'],
    ['out of sight without its rule', { rules: [] }, {}, 'rule_gone sample/one'],
    [
      'out of sight when its rule is off',
      { rules: [ruleOf('sample/one', { off: 'no' })] },
      {},
      'rule_off sample/one',
    ],
    [
      'out of sight when its rule lacks an input',
      { missing: [{ rule: 'sample/one', missing: ['sends'] }] },
      {},
      'rule_not_evaluated sends',
    ],
    ['out of sight without one of its systems', { data: { a: true } }, {}, 'system_gone b'],
    [
      'out of sight when a system gives no data any more',
      { data: { a: true, b: false } },
      {},
      'system_without_data b',
    ],
    [
      'fixed when the system gave no data before either',
      { data: { a: true, b: false } },
      { data: { a: true, b: false } },
      'fixed',
    ],
    [
      'fixed when its rule is about the inventory, whatever data there is',
      { data: { a: true, b: false }, rules: [ruleOf('sample/one', { needs: ['flows'] })] },
      {},
      'fixed',
    ],
    [
      'out of sight when its file is gone',
      { inputs: [inputOf('b.csv')] },
      { inputs: two },
      'source_gone a.csv',
    ],
    [
      'out of sight when its file is empty now',
      { inputs: [inputOf('a.csv', { rows_used: 0 })] },
      {},
      'source_gone a.csv',
    ],
    [
      'fixed when the next export of the same table came in its place',
      { inputs: [inputOf('a-2.csv')] },
      {},
      'fixed',
    ],
  ] satisfies [string, World, World, string][])('is %s', (_, after, before, expected) => {
    expect(gone(after, before)).toBe(expected);
  });

  it('stays out of sight from run to run, then is known or fixed', () => {
    const finding = findingOf();
    const dark = estateOf({ data: { a: true, b: false } });
    const one = compare(snapshotOf([finding]), [], dark);
    const two = compare({ ...snapshotOf([], one), ...dark }, [], dark);
    expect(two.unseen).toEqual(one.unseen);
    expect(compare({ ...snapshotOf([], two), ...dark }, [finding]).statusOf(finding)).toBe('known');
    expect(compare({ ...snapshotOf([], two), ...dark }, []).fixed).toMatchObject([
      { fingerprint: finding.fingerprint, fixed: '2026-03-31' },
    ]);
  });

  it('is remembered with its size, without persons or places', () => {
    const { fixed } = compare(snapshotOf([findingOf()]), []);
    expect(fixed).toEqual([
      {
        fingerprint: findingOf().fingerprint,
        rule: 'sample/one',
        title: 'A sample',
        subject: 'pair:a>b/preference.consent.email',
        severity: 'high',
        persons: 100,
        messages: null,
        fixed: '2026-03-31',
      },
    ]);
  });
});

describe('any two runs', () => {
  it('lose no finding: each is found again, fixed or out of sight', () => {
    fc.assert(
      fc.property(someFindings, someFindings, someWorld, someWorld, (before, after, one, two) => {
        const { statusOf, fixed, unseen } = compare(snapshotOf(before, one), after, estateOf(two));
        const again = after.filter((finding) => ['known', 'worse'].includes(statusOf(finding)));
        const ids = [...again, ...fixed, ...unseen].map(({ fingerprint }) => fingerprint);
        expect(ids.sort()).toEqual(before.map(({ fingerprint }) => fingerprint).sort());
      }),
    );
  });

  it('that are the same have nothing new, worse, fixed or out of sight', () => {
    fc.assert(
      fc.property(someFindings, someWorld, (findings, world) => {
        const { statusOf, fixed } = compare(snapshotOf(findings, world), findings, estateOf(world));
        expect(findings.map(statusOf)).toEqual(findings.map(() => 'known'));
        expect(fixed).toEqual([]);
      }),
    );
  });
});
