import { expect, test } from 'vitest';
import type { Flow } from '../../src/graph/types.js';
import type { Cause } from '../../src/model/enums.js';
import { proposeSingle } from '../../src/roadmap/propose/index.js';
import { finding, flow, ground } from './ground.js';

const field = 'preference.consent.email';
const other = 'preference.consent.sms';

const turning = (one: Flow): Flow => ({
  ...one,
  fields: one.fields.map((mapped) => ({ ...mapped, transform: 'invert' })),
});
const want = (from: string, to: string, cause: Cause, about = field, id = 0) => ({
  ...{ id, pair: id, cause, from, to, field: about, persons: 1 },
});

/** What each change of ways comes after: crm turns choices round for shop, which hands choices to mail. */
function needs(opened: ReturnType<typeof want>): Record<string, readonly string[]> {
  const { ways } = proposeSingle(
    ground({
      flows: [turning(flow('turns', 'crm', 'shop', [field])), flow('bare', 'shop', 'mail', [])],
      wants: [want('crm', 'shop', 'mapping_wrong'), { ...opened, id: 1 }],
    }),
  );
  return Object.fromEntries(ways.map(({ id, dependsOn }) => [id, dependsOn]));
}

test('a way that would hand on what a map turns round waits until the map is right', () => {
  expect(needs(want('shop', 'mail', 'field_not_mapped'))).toEqual({
    'correct_mapping:turns': [],
    'map_field:bare': ['correct_mapping:turns'],
  });
});

test('so does one by which choices would come to the map', () => {
  expect(needs(want('desk', 'crm', 'no_flow'))['add_flow:desk>crm']).toEqual(['correct_mapping:turns']);
});

test('so does one from where a flow is found not to bring what it should', () => {
  const { ways } = proposeSingle(
    ground({
      flows: [flow('lost', 'crm', 'shop', [field]), flow('bare', 'shop', 'mail', [])],
      wants: [want('shop', 'mail', 'field_not_mapped')],
      gaps: { findings: [finding('flow/broken', 'flow:lost')] },
    }),
  );
  expect(ways.map(({ id, dependsOn }) => [id, dependsOn])).toEqual([['map_field:bare', ['mend_flow:lost']]]);
});

test('a way of other choices, or of none that meets the map, does not wait', () => {
  expect(needs(want('desk', 'crm', 'no_flow', other))['add_flow:desk>crm']).toEqual([]);
  expect(needs(want('mail', 'desk', 'no_flow'))['add_flow:mail>desk']).toEqual([]);
});
