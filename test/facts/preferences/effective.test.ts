import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { effective } from '../../../src/facts/preferences/effective.js';
import { decide, type Said } from '../../../src/facts/preferences/policies.js';
import { type PolicyName, policyNames } from '../../../src/model/enums.js';
import { openStore } from '../../../src/store/duckdb.js';
import type { Store } from '../../../src/store/store.js';

const tolerance = 2;

/** The policies as their sentences say them, choice against choice; written apart from the program. */
function isDenied(policy: PolicyName, choices: readonly Said[]): boolean {
  const answers = choices.filter(({ tier }) => tier > 0);
  const said = answers.length > 0 ? answers : choices;
  const best = (of: (one: Said) => number) => Math.max(...said.map(of));
  const counted = said.filter(
    (one) =>
      (policy !== 'default' || one.tier === best(({ tier }) => tier)) &&
      (policy !== 'specific' || one.depth === best(({ depth }) => depth)) &&
      (policy !== 'authority' || one.rank === -best(({ rank }) => -rank)),
  );
  const isLater = (yes: Said, no: Said, known: 'dated' | 'timed') =>
    yes[known] && no[known] && yes.at_ms > no.at_ms + tolerance;
  const beats = (yes: Said, no: Said): boolean => {
    if (policy === 'restrictive') return false;
    if (policy !== 'default') return isLater(yes, no, 'timed');
    return yes.depth === no.depth ? isLater(yes, no, 'dated') : yes.depth > no.depth && yes.at_ms >= no.at_ms;
  };
  const noes = counted.filter(({ value }) => value === 'no');
  return !counted.some(({ value }, i) => value === 'yes' && noes.every((no) => beats(counted[i]!, no)));
}

const said: fc.Arbitrary<Said> = fc
  .record({
    value: fc.constantFrom('yes' as const, 'no' as const),
    tier: fc.integer({ min: 0, max: 2 }),
    depth: fc.integer({ min: 0, max: 3 }),
    at_ms: fc.integer({ min: -3, max: 8 }),
    known: fc.integer({ min: 0, max: 2 }),
    rank: fc.constantFrom(1, 2, 4095),
  })
  .map(({ known, ...rest }) => ({ ...rest, dated: known === 2, timed: known > 0 }));
const several = fc.array(said, { minLength: 1, maxLength: 7 });
const no = said.map((one): Said => ({ ...one, value: 'no' }));
const yes = said.map((one): Said => ({ ...one, value: 'yes' }));
const policies = [...policyNames];

describe.each(policies)('the policy %s', (policy) => {
  const value = (choices: readonly Said[]) => decide(choices, policy, tolerance)?.value;

  it('decides as its sentence does, choice against choice', () => {
    fc.assert(
      fc.property(several, (choices) => {
        expect(value(choices)).toBe(isDenied(policy, choices) ? 'no' : 'yes');
      }),
      { numRuns: 500 },
    );
  });

  it('asks for no order of records, and nothing of one said twice', () => {
    fc.assert(
      fc.property(several, fc.infiniteStream(fc.nat()), (choices, keys) => {
        const shuffled = choices
          .map((one) => [keys.next().value, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(value(shuffled)).toBe(value(choices));
        expect(value([...choices, ...choices])).toBe(value(choices));
      }),
    );
  });

  it('never takes one more no for a yes', () => {
    fc.assert(
      fc.property(several, no, (choices, more) => {
        if (value(choices) === 'no') expect(value([...choices, more])).toBe('no');
      }),
      { numRuns: 500 },
    );
  });

  it('never takes one more yes for a no', () => {
    fc.assert(
      fc.property(several, yes, (choices, more) => {
        if (value(choices) === 'yes') expect(value([...choices, more])).toBe('yes');
      }),
      { numRuns: 500 },
    );
  });

  it('names the records that carry the value, which say it', () => {
    fc.assert(
      fc.property(several, (choices) => {
        const decided = decide(choices, policy, tolerance)!;
        expect(decided.by.length).toBeGreaterThan(0);
        expect(decided.by.every((place) => choices[place]!.value === decided.value)).toBe(true);
      }),
    );
  });

  it('lets a default count only where nobody answered', () => {
    fc.assert(
      fc.property(several, said, (choices, more) => {
        if (choices.some(({ tier }) => tier > 0))
          expect(value([...choices, { ...more, tier: 0 }])).toBe(value(choices));
      }),
    );
  });
});

describe('the policy restrictive', () => {
  const one = { tier: 2, depth: 1, at_ms: 5, dated: true, timed: true, rank: 1 };
  it.each([
    [['yes', 'unknown'], 'unknown'],
    [['yes', 'unknown', 'pending'], 'pending'],
    [['yes', 'unknown', 'pending', 'no'], 'no'],
  ] as const)('of %s takes %s', (values, expected) => {
    expect(
      decide(
        values.map((value) => ({ ...one, value })),
        'restrictive',
        tolerance,
      )?.value,
    ).toBe(expected);
  });

  it('forbids what any answer forbids', () => {
    fc.assert(
      fc.property(several, no, (choices, more) => {
        expect(decide([...choices, { ...more, tier: 1 }], 'restrictive', tolerance)?.value).toBe('no');
      }),
    );
  });
});

describe('in SQL', () => {
  let store: Store;
  const names = ['group', 'deny', 'tier', 'depth', 'at_ms', 'dated', 'timed', 'rank', 'policy'] as const;
  beforeAll(async () => {
    store = await openStore();
    await store.run(
      `CREATE TABLE c ("group" INTEGER, deny BOOLEAN, tier INTEGER, depth INTEGER, at_ms BIGINT, dated BOOLEAN,
        timed BOOLEAN, "rank" INTEGER, policy INTEGER)`,
    );
  });
  afterAll(() => store.close());

  const groups = fc.array(fc.tuple(fc.nat({ max: 4 }), several), { minLength: 1, maxLength: 25 });
  const settings: [string, readonly PolicyName[]][] = [
    ...policies.map((name): [string, PolicyName[]] => [`the policy ${name}`, [name]]),
    ['every policy in its place', policies],
    ['two policies that weigh', ['latest', 'restrictive']],
  ];

  it.each(settings)('%s decides as the reference does', async (_, used) => {
    await fc.assert(
      fc.asyncProperty(groups, async (sets) => {
        const placed = sets.map(([pick, choices]) => ({ policy: used[pick % used.length]!, choices }));
        const rows = placed.flatMap(({ policy, choices }, group) =>
          choices.map(({ value, ...one }) => ({
            ...one,
            group,
            deny: value === 'no',
            policy: policyNames.indexOf(policy),
          })),
        );
        await store.run('DELETE FROM c');
        await store.insert(
          'c',
          names,
          rows.map((row) => names.map((name) => row[name])),
        );
        const found = await store.all(
          `SELECT "group", denied FROM (${effective('c', ['"group"'], tolerance, used)}) e ORDER BY "group"`,
        );
        expect(found).toEqual(
          placed.map(({ policy, choices }, group) => ({
            group,
            denied: decide(choices, policy, tolerance)?.value === 'no',
          })),
        );
      }),
      { numRuns: 40 },
    );
  });
});
