import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/findings/judge.js';
import { isAtLeast, severityOf, unsoundPairs } from '../../src/findings/severity.js';
import type { Harm } from '../../src/model/policy.js';
import { readPolicy } from '../../src/rules/read-packs.js';
import { contextOf, sampleHit, sampleRule } from './samples.js';

const policy = await readPolicy(fileURLToPath(new URL('../../rules', import.meta.url)));
const harms = policy.harms.map(({ harm }) => harm);
const sizes = [1, 1_000, 1_000_000];
const find = (name: string): Harm => policy.harms.find(({ harm }) => harm === name)!;
const few = sampleHit({ persons: 1 });

describe('the harm policy', () => {
  it('lets no class reach above the floor of a class before it', () => {
    expect(unsoundPairs(policy.harms)).toEqual([]);
    expect(policy.harms.filter(({ floor, ceiling }) => !isAtLeast(ceiling, floor))).toEqual([]);
  });

  it('ranks every class before every later one, at 1, 10³ and 10⁶ persons', () => {
    const rules = [sampleRule('sample/one', harms)];
    const pairs = harms.flatMap((worse, i) => harms.slice(i + 1).map((lesser) => [worse, lesser] as const));
    for (const [worse, lesser] of pairs)
      for (const few of sizes)
        for (const many of sizes) {
          const hits = [
            sampleHit({
              case: lesser,
              persons: many,
              subject: 'pair:a>b/aaa',
              args: { purpose: 'regulatory' },
            }),
            sampleHit({ case: worse, persons: few, subject: 'pair:a>b/zzz' }),
          ];
          const { findings } = judge(hits, policy, contextOf({ rules }));
          expect(
            findings.map(({ harm }) => harm),
            `${few} × ${worse}, ${many} × ${lesser}`,
          ).toEqual([worse, lesser]);
        }
  });

  it('finds a policy in which a later class could outrank an earlier one', () => {
    const [first, second] = [find('friction'), find('undelivered')];
    expect(unsoundPairs([first, second])).toEqual([['friction', 'undelivered']]);
  });
});

describe('severity', () => {
  const undelivered = find('undelivered');
  it.each([
    ['one person stays at the floor', { persons: 1 }, 'medium'],
    ['a thousand persons reach the ceiling', { persons: 1_000 }, 'high'],
    ['a million persons go no higher', { persons: 1_000_000 }, 'high'],
    ['one in ten of a hundred reach the ceiling', { persons: 10, persons_of: 100 }, 'high'],
    ['one of three says little', { persons: 1, persons_of: 3 }, 'medium'],
    ['messages count where persons are unknown', { persons: null, messages: 12, messages_of: 120 }, 'high'],
    ['a regulatory message reaches the ceiling', { args: { purpose: 'regulatory' } }, 'high'],
    ['any other purpose lifts nothing', { args: { purpose: 'other' } }, 'medium'],
  ] as const)('%s', (_, parts, expected) => {
    expect(severityOf(undelivered, { ...few, ...parts }, policy.raise)).toBe(expected);
  });

  it('never leaves the band of its class', () => {
    for (const harm of policy.harms)
      for (const persons of sizes) {
        const severity = severityOf(harm, sampleHit({ persons }), policy.raise);
        expect(isAtLeast(severity, harm.floor) && isAtLeast(harm.ceiling, severity)).toBe(true);
      }
  });
});
