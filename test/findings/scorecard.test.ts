import { expect, test } from 'vitest';
import { goalStandings, isMet, sortMeasures, targetOf } from '../../src/findings/scorecard.js';
import { goalSchema } from '../../src/model/goals.js';
import type { Measure } from '../../src/model/scorecard.js';

const measure = (more: Partial<Measure>): Measure => ({
  id: 'delivery_rate',
  title: 'Messages that arrived',
  about: 'ecosystem',
  numerator: 97,
  denominator: 100,
  counted: 'messages',
  value: 0.97,
  unit: 'share',
  interval: [0.915, 0.99],
  better: 'higher',
  why: null,
  ...more,
});
const goal = (more: Readonly<Record<string, unknown>>) =>
  goalSchema.parse({ id: 'g', measure: 'delivery_rate', target: 0.97, ...more });

test.each([
  [{ target: '98%' }, 0.98],
  [{ target: '97.35 %' }, 0.9735],
  [{ target: 0.5 }, 0.5],
  [{ measure: 'time_to_correct', target: 'P3D' }, 259_200],
])('the target of %j is %f', (more, target) => {
  expect(targetOf(goal(more))).toBe(target);
});

test.each([
  [{ target: 'P3D' }],
  [{ target: '140%' }],
  [{ measure: 'time_to_correct', target: 0.5 }],
  [{ measure: 'time_to_correct', target: '50%' }],
  [{ about: 'cards' }],
  [{ by: '31.12.2026' }],
])('a goal with %j is refused', (more) => {
  expect(() => goal(more)).toThrow();
});

test.each([
  ['delivery_rate', 0.97, 0.97, true],
  ['delivery_rate', 0.96, 0.97, false],
  ['found_by_customers', 0.2, 0.3, true],
  ['time_to_correct', 90, 60, false],
  ['delivery_rate', null, 0.9, null],
] as const)('%s of %s against %s is %s', (id, value, target, met) => {
  expect(isMet(id, value, target)).toBe(met);
});

test('a goal is held against the measure of what it is about, never of something else', () => {
  const measures = [measure({}), measure({ about: 'silo:cards', value: 0.9 })];
  const goals = [goal({}), goal({ about: 'silo:cards' }), goal({ about: 'silo:wealth', sponsor: 'cfo' })];
  const found = goalStandings(goals, measures, (name) => name.toUpperCase());
  expect(found.map(({ value, met, sponsor, title }) => ({ value, met, sponsor, title }))).toEqual([
    { value: 0.97, met: true, sponsor: null, title: 'Messages that arrived' },
    { value: 0.9, met: false, sponsor: null, title: 'Messages that arrived' },
    { value: null, met: null, sponsor: 'CFO', title: 'Messages that arrived' },
  ]);
});

test('the ecosystem stands before its silos', () => {
  const measures = [
    measure({ about: 'silo:b' }),
    measure({ about: 'silo:a', id: 'time_to_correct' }),
    measure({ about: 'silo:a' }),
    measure({}),
  ];
  expect(sortMeasures(measures).map(({ about, id }) => `${about} ${id}`)).toEqual([
    'ecosystem delivery_rate',
    'silo:a delivery_rate',
    'silo:a time_to_correct',
    'silo:b delivery_rate',
  ]);
});
