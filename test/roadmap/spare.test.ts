import { expect, test } from 'vitest';
import type { Initiative } from '../../src/model/roadmap.js';
import { addFlow } from '../../src/roadmap/proposal.js';
import { withoutSpare } from '../../src/roadmap/spare.js';
import { ground } from './ground.js';

const estate = ground({ systems: ['a', 'b', 'c'] });
const way = (from: string, to: string, more: Partial<Initiative> = {}): Initiative => ({
  ...addFlow(estate, from, to, ['contact.email']),
  effort: 4,
  aims: [],
  dependsOn: [],
  ...more,
});
const [ab, cb, bc] = [way('a', 'b'), way('c', 'b'), way('b', 'c')];

/** Want 0 is satisfied by what leads to b, want 1 by what leads to c. */
const satisfiedBy = (some: readonly Initiative[]) => ({
  has: (want: number) => some.some(({ systems }) => systems[1] === (want === 0 ? 'b' : 'c')),
});
const wants = [0, 1].map((id) => ({ id }) as Parameters<typeof withoutSpare>[2][number]);
const idsOf = (ways: readonly Initiative[], others: readonly Initiative[] = []) =>
  withoutSpare(ways, others, wants, satisfiedBy).map(({ id }) => id);

test('of two ways that do the same the one that came first stays', () => {
  expect(idsOf([ab, bc, cb])).toEqual([ab.id, bc.id]);
});

test('a way goes where a change that a finding asks for does the same', () => {
  expect(idsOf([ab, bc], [cb])).toEqual([bc.id]);
});

test('a way stays that a finding asks for, or that something waits for', () => {
  const asked = way('c', 'b', { aims: ['f'] });
  expect(idsOf([asked, ab])).toEqual([asked.id]);
  expect(idsOf([ab, way('b', 'c', { dependsOn: [ab.id] })], [cb])).toContain(ab.id);
});
