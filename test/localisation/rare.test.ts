import { expect, test } from 'vitest';
import { leavesWith } from '../../src/localisation/aliases.js';
import { localise } from '../../src/localisation/localise.js';
import type { Condition, LeafTable } from '../../src/localisation/types.js';
import { plant, randomFrom } from './planted.js';

/** One error in a million messages is usual. */
const rate = 1e-6;

const totalOf = ({ now }: LeafTable, leaves: Iterable<number>): number =>
  [...leaves].reduce((sum, leaf) => sum + now.totals[leaf]!, 0);

/** One to three values that at least a few hundred messages have in common, found by trying. */
function drawCause(table: LeafTable, random: () => number): Condition[] {
  const pick = (size: number) => Math.floor(random() * size);
  for (;;) {
    const attributes = new Set(Array.from({ length: 1 + pick(3) }, () => pick(table.attributes.length)));
    const conditions = [...attributes]
      .sort((a, b) => a - b)
      .map((attribute) => ({ attribute, value: pick(table.values[attribute]!.length) }));
    if (totalOf(table, leavesWith(table, conditions)) >= 400) return conditions;
  }
}

/** A table with one cause of 5 to 40 errors among some hundred thousand messages, and how well the search names it. */
function ask(seed: number): { found: number; isExact: boolean; isAlike: boolean } {
  const random = randomFrom(seed);
  const shape = { seed, rate, history: random() < 0.5, leaves: 7000 };
  const plain = plant({ ...shape, causes: {} });
  const cause = drawCause(plain, random);
  const wanted = new Set(leavesWith(plain, cause));
  const raised = (5 + 35 * random()) / totalOf(plain, wanted);
  const name = cause
    .map(({ attribute, value }) => `${plain.attributes[attribute]}=${plain.values[attribute]![value]}`)
    .join('&');
  const table = plant({ ...shape, causes: { [name]: raised } });
  const patterns = localise(table).patterns.map(({ conditions }) => leavesWith(table, conditions));
  const shared = ([...leaves]: readonly number[]) => {
    const both = leaves.filter((leaf) => wanted.has(leaf));
    return totalOf(table, both) / totalOf(table, new Set([...leaves, ...wanted]));
  };
  return {
    found: patterns.length,
    isExact: patterns.some((leaves) => leaves.length === wanted.size && shared(leaves) === 1),
    isAlike: patterns.some((leaves) => shared(leaves) >= 0.95),
  };
}

test('one cause of a few grave errors among hundreds of thousands of messages is named, over forty tables', () => {
  const asked = Array.from({ length: 40 }, (_, i) => ask(2000 + i));
  const found = asked.reduce((sum, one) => sum + one.found, 0);
  const f1 = (hits: number) => (2 * hits) / (found + asked.length);
  expect(f1(asked.filter(({ isExact }) => isExact).length)).toBeGreaterThanOrEqual(0.85);
  expect(f1(asked.filter(({ isAlike }) => isAlike).length)).toBeGreaterThanOrEqual(0.9);
});
