import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extend, prune } from '../../../src/findings/baseline/keep.js';
import { parseBaseline } from '../../../src/findings/baseline/read.js';
import { renderBaseline } from '../../../src/findings/baseline/render.js';
import { entryStates } from '../../../src/findings/baseline/states.js';
import type { Context } from '../../../src/findings/context.js';
import { placeInTime } from '../../../src/findings/history/in-time.js';
import { verdictOf } from '../../../src/findings/verdict.js';
import type { Acceptance } from '../../../src/model/baseline.js';
import type { Finding } from '../../../src/model/finding.js';
import { readPolicy } from '../../../src/rules/read-packs.js';
import { estateOf, findingOf, ruleOf, someFindings, someWorld } from '../past.js';
import { contextOf } from '../samples.js';

const policy = await readPolicy(fileURLToPath(new URL('../../../rules', import.meta.url)));
const limit = policy.acceptance.worse;
const today = '2026-04-01';
const decision = {
  reason: 'the mortgage system is replaced in June',
  ownerOf: () => 'Ann',
  created: today,
  expires: '2026-06-30',
};

const create = (findings: readonly Finding[]): Acceptance[] => extend([], findings, decision, false);
const textOf = (entries: readonly Acceptance[]): string => renderBaseline({ ecosystem: 'bank', entries });

/** A run beside a baseline. */
function runWith(
  entries: readonly Acceptance[],
  findings: readonly Finding[],
  parts: Partial<Context> & { day?: string; estate?: ReturnType<typeof estateOf> } = {},
) {
  const { day = today, estate = estateOf(), ...rest } = parts;
  const read = parseBaseline('unsilo.baseline.yaml', textOf(entries));
  const context = contextOf({ ...rest, past: { estate, baseline: { read, today: day } } });
  const inTime = placeInTime(findings, policy, context);
  return { ...inTime, verdict: verdictOf(inTime, context) };
}

const statesOf = (entries: readonly Acceptance[], findings: readonly Finding[], world = estateOf()) =>
  entryStates({ entries }, findings, world, { today, limit });

describe('a baseline made from a run', () => {
  it('suppresses exactly the findings of that run, and the verdict is clean', () => {
    fc.assert(
      fc.property(someFindings, fc.constantFrom('critical', 'info', 'never' as const), (findings, failOn) => {
        const { findings: judged, verdict } = runWith(create(findings), findings, { failOn });
        expect(judged.every(({ suppression, status }) => suppression && status === 'known')).toBe(true);
        expect(judged.map(({ fingerprint }) => fingerprint)).toEqual(
          findings.map(({ fingerprint }) => fingerprint),
        );
        expect([verdict.status, verdict.failing, verdict.exit_code]).toEqual(['clean', 0, 0]);
      }),
    );
  });

  it('leaves every other finding new and open', () => {
    fc.assert(
      fc.property(someFindings, someFindings, (accepted, findings) => {
        const ids = new Set(accepted.map(({ fingerprint }) => fingerprint));
        const { findings: judged } = runWith(create(accepted), findings);
        for (const { rule, fingerprint, status, suppression } of judged) {
          if (rule.startsWith('baseline/') || ids.has(fingerprint)) continue;
          expect([status, suppression]).toEqual(['new', null]);
        }
      }),
    );
  });

  it('reads back as it was written, and has the same bytes in any order', () => {
    fc.assert(
      fc.property(someFindings, fc.string(), (findings, text) => {
        const reason = `${text}.`;
        const entries = extend([], findings, { ...decision, reason }, false);
        const written = textOf([...entries].reverse());
        expect(written).toBe(textOf(entries));
        expect(textOf(parseBaseline('b', written).baseline.entries)).toBe(
          textOf(entries.map((entry) => ({ ...entry, reason: entry.reason.trim() }))),
        );
      }),
    );
  });

  it('is sorted by rule and subject', () => {
    const findings = [
      findingOf({ rule: 'sample/two' }),
      findingOf({ subject: 'pair:b>a/x' }),
      findingOf({ subject: 'pair:a>b/x' }),
    ];
    expect(create(findings).map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
      'sample/one pair:a>b/x',
      'sample/one pair:b>a/x',
      'sample/two pair:a>b/preference.consent.email',
    ]);
  });
});

describe('an accepted finding', () => {
  const entries = create([findingOf()]);
  const outcome = (after: Partial<Finding>, day = today) => {
    const { findings, verdict } = runWith(entries, [findingOf(after)], { day });
    const [finding] = findings;
    return [finding?.status, finding?.suppression === null ? 'open' : 'suppressed', verdict.exit_code];
  };

  it.each([
    ['stands while it is no worse', {}, today, ['known', 'suppressed', 0]],
    ['stands on its last day', {}, '2026-06-30', ['known', 'suppressed', 0]],
    ['counts again the day after', {}, '2026-07-01', ['known', 'open', 1]],
    ['counts again at a higher severity', { severity: 'critical' }, today, ['worse', 'open', 1]],
    [
      'counts again for many more persons',
      { persons: { count: 130, of: null } },
      today,
      ['worse', 'open', 1],
    ],
    ['stands for a few more', { persons: { count: 110, of: null } }, today, ['known', 'suppressed', 0]],
  ] as const)('%s', (_, after, day, expected) => {
    expect(outcome(after, day)).toEqual(expected);
  });

  it('says why, who, since when and until when', () => {
    const [finding] = runWith(entries, [findingOf()]).findings;
    expect(finding?.suppression).toEqual({
      reason: 'the mortgage system is replaced in June',
      owner: 'Ann',
      created: today,
      expires: '2026-06-30',
    });
  });

  it('keeps its acceptance when its rule is renamed, and the entry learns the new name', () => {
    const estate = estateOf({ rules: [ruleOf('sample/new', { aliases: ['sample/one'] })] });
    const renamed = findingOf({ rule: 'sample/new' });
    expect(runWith(entries, [renamed], { estate }).findings).toMatchObject([{ status: 'known' }]);
    expect(prune(statesOf(entries, [renamed], estate))).toMatchObject([
      { rule: 'sample/new', fingerprint: renamed.fingerprint, reason: decision.reason },
    ]);
  });
});

describe('the baseline itself', () => {
  const entries = create([findingOf()]);

  it('is found stale where a finding is gone, at the line of the entry', () => {
    const { findings, verdict } = runWith(entries, [], { failOn: 'low' });
    expect(findings).toMatchObject([
      {
        rule: 'baseline/stale',
        severity: 'low',
        status: 'new',
        message:
          'sample/one no longer finds pair:a>b/preference.consent.email; Ann accepted it on 2026-04-01.',
        evidence: [{ file: 'unsilo.baseline.yaml', row: 6 }],
      },
    ]);
    expect(verdict.exit_code).toBe(1);
  });

  it('is found expired where an entry is past its date and its finding is still there', () => {
    const { findings } = runWith(entries, [findingOf()], { day: '2026-07-01' });
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'sample/one high',
      'baseline/expired medium',
    ]);
  });

  it('is neither where nobody looked', () => {
    const estate = estateOf({ data: { a: true, b: false } });
    expect(runWith(entries, [], { estate }).findings).toEqual([]);
    expect(prune(statesOf(entries, [], estate))).toEqual(entries);
  });

  it('says in the verdict how much is suppressed', () => {
    const low = findingOf({ subject: 'pair:b>a/x', severity: 'low' });
    const { verdict } = runWith(create([findingOf(), low]), [findingOf(), low]);
    expect(verdict.sentence).toBe(
      'No open finding at or above high. 2 findings suppressed by the baseline, 1 of them at or above high.',
    );
  });
});

describe('creating a baseline while one is there', () => {
  it('keeps every entry as it is, and accepts what is new', () => {
    fc.assert(
      fc.property(someFindings, someFindings, someWorld, (earlier, findings, world) => {
        const old = create(earlier);
        const later = { ...decision, reason: 'another reason' };
        const entries = extend(statesOf(old, findings, estateOf(world)), findings, later, false);
        const known = new Set(earlier.map(({ fingerprint }) => fingerprint));
        expect(entries.filter(({ fingerprint }) => known.has(fingerprint))).toEqual(old);
        expect(entries.filter(({ fingerprint }) => !known.has(fingerprint)).length).toBe(
          findings.filter(({ fingerprint }) => !known.has(fingerprint)).length,
        );
      }),
    );
  });

  it('accepts growth and decides again on what has expired only when told to', () => {
    const old = create([findingOf()]);
    const worse = findingOf({ persons: { count: 900, of: null } });
    const later = { ...decision, reason: 'another reason', created: '2026-08-01', expires: '2026-10-30' };
    const states = statesOf(old, [worse]);
    expect(extend(states, [worse], later, false)).toEqual(old);
    expect(extend(states, [worse], later, true)).toMatchObject([
      { reason: 'another reason', created: '2026-08-01', accepted: { persons: 900 } },
    ]);
  });

  it('keeps one entry where the old and the new name of a rule were both accepted', () => {
    const estate = estateOf({ rules: [ruleOf('sample/new', { aliases: ['sample/one'] })] });
    const renamed = findingOf({ rule: 'sample/new' });
    const states = statesOf(create([findingOf(), renamed]), [renamed], estate);
    expect(prune(states).map(({ rule }) => rule)).toEqual(['sample/new']);
  });
});

describe('pruning', () => {
  it('keeps what is found or was not looked for, and nothing else', () => {
    fc.assert(
      fc.property(someFindings, someFindings, (accepted, findings) => {
        const live = new Set(findings.map(({ fingerprint }) => fingerprint));
        const entries = create(accepted);
        expect(prune(statesOf(entries, findings))).toEqual(
          entries.filter(({ fingerprint }) => live.has(fingerprint)),
        );
      }),
    );
  });

  it('leaves a baseline with no stale entry', () => {
    fc.assert(
      fc.property(someFindings, someFindings, someWorld, (accepted, findings, world) => {
        const estate = estateOf(world);
        const kept = prune(statesOf(create(accepted), findings, estate));
        expect(statesOf(kept, findings, estate).some(({ state }) => state === 'stale')).toBe(false);
      }),
    );
  });
});
