import { expect, test } from 'vitest';
import type { Initiative, Want } from '../../src/model/roadmap.js';
import { joinedBy, rollOut, spokesOf } from '../../src/roadmap/roll-out.js';

const flow = (from: string, to: string) => ({
  add: 'flows',
  row: { flow_id: `${from}-${to}`, from_system_id: from, to_system_id: to },
});
const hub = {
  id: 'hub:store',
  edits: [flow('a', 'store'), flow('store', 'b'), flow('store', 'c'), flow('d', 'store')],
  flows: ['a-store', 'store-b', 'store-c', 'd-store'],
} as unknown as Initiative;
const wants = [
  ['a', 'b'],
  ['a', 'c'],
  ['d', 'c'],
].map(([from, to], id) => ({ id, from, to }) as Want);
const set = (own: number[], persons: number) => ({ wants: own, stuck: false, persons, messages: 0 });

test('those who need each other join together, those who fix most persons first', () => {
  const sets = [set([0], 50), set([1], 10), set([2], 5)];
  expect(spokesOf(hub)).toEqual(['a', 'b', 'c', 'd']);
  const order = rollOut(hub, sets, wants, new Set([0, 1, 2]));
  expect(new Set(order.slice(0, 2))).toEqual(new Set(['a', 'b']));
  expect(order.slice(2)).toEqual(['c', 'd']);
});

test('a store that some have joined has their flows alone', () => {
  const part = joinedBy(hub, new Set(['a', 'b']));
  expect(part.flows).toEqual(['a-store', 'store-b']);
  expect(part.edits).toEqual(hub.edits.slice(0, 2));
});
