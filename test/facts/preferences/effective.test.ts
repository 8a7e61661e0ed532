import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effective } from '../../../src/facts/preferences/effective.js';
import { openStore } from '../../../src/store/duckdb.js';

interface Choice {
  group: number;
  deny: boolean;
  tier: number;
  depth: number;
  at_ms: number;
  dated: boolean;
}

const tolerance = 2;

/** The policy as its sentence says it, choice against choice. */
function isDenied(choices: readonly Choice[]): boolean {
  const top = Math.max(...choices.map(({ tier }) => tier));
  const counted = choices.filter(({ tier }) => tier === top);
  const beats = (yes: Choice, no: Choice) =>
    yes.depth === no.depth
      ? yes.dated && no.dated && yes.at_ms > no.at_ms + tolerance
      : yes.depth > no.depth && yes.at_ms >= no.at_ms;
  const denials = counted.filter(({ deny }) => deny);
  return !counted.some((yes) => !yes.deny && denials.every((no) => beats(yes, no)));
}

const choice: fc.Arbitrary<Choice> = fc.record({
  group: fc.integer({ min: 0, max: 30 }),
  deny: fc.boolean(),
  tier: fc.integer({ min: 0, max: 2 }),
  depth: fc.integer({ min: 0, max: 3 }),
  at_ms: fc.integer({ min: 0, max: 8 }),
  dated: fc.boolean(),
});

describe('the default policy', () => {
  it('in SQL decides as its sentence does, choice against choice', async () => {
    const store = await openStore();
    await store.run(
      'CREATE TABLE c ("group" INTEGER, deny BOOLEAN, tier INTEGER, depth INTEGER, at_ms BIGINT, dated BOOLEAN)',
    );
    const names = ['group', 'deny', 'tier', 'depth', 'at_ms', 'dated'] as const;
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { minLength: 1, maxLength: 120 }), async (choices) => {
        await store.run('DELETE FROM c');
        await store.insert(
          'c',
          names,
          choices.map((item) => names.map((name) => item[name])),
        );
        const rows = await store.all<{ group: number; denied: boolean }>(
          `SELECT "group", denied FROM (${effective('(SELECT * FROM c)', ['"group"'], tolerance)}) e ORDER BY "group"`,
        );
        const groups = [...new Set(choices.map(({ group }) => group))].sort((a, b) => a - b);
        expect(rows).toEqual(
          groups.map((group) => ({ group, denied: isDenied(choices.filter((c) => c.group === group)) })),
        );
      }),
      { numRuns: 60 },
    );
    store.close();
  });
});
