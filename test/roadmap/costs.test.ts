import { describe, expect, test } from 'vitest';
import type { Edit } from '../../src/model/edit.js';
import type { Initiative } from '../../src/model/roadmap.js';
import { costOfPersons, costTogether } from '../../src/roadmap/costs.js';

const initiative = (edits: Edit[], more: Partial<Initiative> = {}): Initiative => ({
  id: 'add_flow:a>b',
  kind: 'add_flow',
  edits,
  systems: [],
  fields: [],
  flows: [],
  effort: 4,
  aims: [],
  dependsOn: [],
  ...more,
});

const newFlow: Edit[] = [
  { add: 'flows', row: { flow_id: 'new-a-b', from_system_id: 'a', to_system_id: 'b', mechanism: 'api' } },
  { add: 'flow_fields', row: { flow_id: 'new-a-b', source_field: 'x', target_field: 'x' } },
];
const changedFlow: Edit[] = [
  { add: 'flow_fields', row: { flow_id: 'old', source_field: 'x', target_field: 'x' } },
  { set: 'flows', where: { flow_id: 'old' }, to: { latency: 'PT1H' } },
];
const money = { currency: 'EUR', new_flow: 100.5, changed_flow: 10.25 };

describe('the cost of initiatives', () => {
  test('counts each flow once, as built where it is built and else as changed', () => {
    expect(costTogether([initiative([...newFlow, ...changedFlow])], money)).toEqual({
      amount: '110.75',
      currency: 'EUR',
      parts: [
        { what: 'changed_flow', count: 1, unit_cost: '10.25' },
        { what: 'new_flow', count: 1, unit_cost: '100.50' },
      ],
    });
  });

  test('pays once for a flow that two of them change', () => {
    expect(costTogether([initiative(changedFlow), initiative(changedFlow)], money)?.amount).toBe('10.25');
  });

  test('is not known where a unit cost is missing, unless effort has one', () => {
    const point = initiative([
      { set: 'collection_points', where: { collection_point_id: 'p' }, to: { offers_scopes: ['*/*/*'] } },
    ]);
    expect(costTogether([point], money)).toBeNull();
    expect(costTogether([point], undefined)).toBeNull();
    expect(costTogether([point], { ...money, effort: 900 })?.amount).toBe('3600.00');
  });

  test('takes a key for a key, whatever else the system gets', () => {
    const key = initiative([
      { add: 'system_fields', row: { system_id: 'b', field: 'key.customer_no', role: 'holds' } },
    ]);
    expect(costTogether([key], { currency: 'EUR', new_key: 7, changed_system: 3 })?.amount).toBe('7.00');
  });

  test('counts work that no edit tells by its kind', () => {
    const template = initiative([], { id: 'fix_template:t', kind: 'fix_template' });
    expect(costTogether([template], { currency: 'EUR', communication: 3 })?.amount).toBe('3.00');
  });

  test('of putting values right is a person each', () => {
    expect(costOfPersons(3, { currency: 'EUR', person: 0.335 })?.amount).toBe('1.01');
    expect(costOfPersons(3, money)).toBeNull();
  });
});
