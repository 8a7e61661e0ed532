import { describe, expect, it } from 'vitest';
import { aliasesOf } from '../../src/localisation/aliases.js';
import { localise, usualSettings } from '../../src/localisation/localise.js';
import { rivalsOf } from '../../src/localisation/rivals.js';
import { describePatterns, renderChance } from '../../src/localisation/statistics.js';
import type { Condition, Counts, LeafTable } from '../../src/localisation/types.js';
import { judgeLocalisation } from '../../src/localisation/verdict.js';
import { type Plan, plant } from './planted.js';

const nameOf = ({ attributes, values }: LeafTable, conditions: readonly Condition[]): string =>
  conditions.map(({ attribute, value }) => `${attributes[attribute]}=${values[attribute]![value]}`).join('&');

const found = (plan: Plan): string[] => {
  const table = plant(plan);
  return localise(table)
    .patterns.map(({ conditions }) => nameOf(table, conditions))
    .sort();
};

describe('causes planted in send logs', () => {
  it.each([
    ['one value', { 'template=t7': 0.06 }],
    ['two values together', { 'channel=c1&region=r3': 0.06 }],
    ['three values together', { 'channel=c2&lob=l4&region=r5': 0.2 }],
    ['two causes in different attributes', { 'region=r2': 0.03, 'template=t11': 0.09 }],
    ['two narrow causes under one value', { 'channel=c0&region=r1': 0.09, 'channel=c0&region=r6': 0.07 }],
  ])('are named with a period before: %s', (_, causes) => {
    expect(found({ seed: 5, causes })).toEqual(Object.keys(causes).sort());
  });

  it.each([
    ['one value', { 'region=r4': 0.06 }],
    ['two values together', { 'lob=l2&region=r3': 0.08 }],
    ['two causes', { 'region=r2': 0.05, 'template=t11': 0.09 }],
  ])('are named without one: %s', (_, causes) => {
    expect(found({ seed: 11, causes, history: false })).toEqual(Object.keys(causes).sort());
  });

  it('are named when errors are rare and grave', () => {
    const plan = { seed: 3, causes: { 'lob=l1&region=r2': 0.006 }, rate: 0.000_01, history: false };
    expect(found(plan)).toEqual(['lob=l1&region=r2']);
  });

  it('are not invented: at most one table of forty without a cause shows any', () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => seed + 100);
    const invented = [true, false].flatMap((history) =>
      seeds.filter((seed) => found({ seed, causes: {}, history, leaves: 1200 }).length > 0),
    );
    expect(invented.length).toBeLessThanOrEqual(1);
  });

  it('are not what all rows share: everything three times as bad has no cause in the attributes', () => {
    const table = plant({ seed: 8, causes: {} });
    const worse = { ...table, now: { ...table.now, errors: table.now.errors.map((n) => 3 * n) } };
    const result = localise(worse);
    expect(result.patterns).toEqual([]);
    expect(judgeLocalisation(worse, result, false, usualSettings)).toBe('external_cause');
  });

  it('do not depend on the order of rows', () => {
    const table = plant({ seed: 5, causes: { 'channel=c1&region=r3': 0.06, 'template=t9': 0.05 } });
    const turn = (values: Float64Array): Float64Array => Float64Array.from(values).reverse();
    const both = ({ totals, errors }: Counts): Counts => ({ totals: turn(totals), errors: turn(errors) });
    const codes = table.codes.map((code) => Int32Array.from(code).reverse());
    const turned = { ...table, codes, now: both(table.now), before: both(table.before!) };
    const names = (one: LeafTable) => localise(one).patterns.map(({ conditions }) => nameOf(one, conditions));
    expect(names(turned)).toEqual(names(table));
  });
});

describe('what is said of a cause', () => {
  const table = plant({ seed: 5, causes: { 'channel=c1&region=r3': 0.06 } });
  const result = localise(table);
  const [pattern] = result.patterns;

  it('counts add up from its rows', () => {
    const leaves = pattern!.leaves;
    const sum = (values: Float64Array) => leaves.reduce((total, leaf) => total + values[leaf]!, 0);
    expect(pattern!.errors).toBe(sum(table.now.errors));
    expect(pattern!.totals).toBe(sum(table.now.totals));
    expect(pattern!.expected).toBeCloseTo(sum(result.expected), 6);
  });

  it('has a ratio within its interval, explains most of the excess, and is no accident', () => {
    const [statistics] = describePatterns(table, result);
    expect(statistics!.ratio).toBeCloseTo(pattern!.errors / pattern!.expected, 6);
    expect(statistics!.ratioLow).toBeLessThan(statistics!.ratio);
    expect(statistics!.ratioHigh).toBeGreaterThan(statistics!.ratio);
    expect(statistics!.explained).toBeGreaterThan(0.65);
    expect(renderChance(statistics!.lnChance)).toMatch(/^\d\.\de-\d+$/);
    expect(judgeLocalisation(table, result, false, usualSettings)).toBe('localised');
  });

  it('has one name; others of the same rows are told beside it', () => {
    const names = aliasesOf(table, result.slices, pattern!.conditions).map((name) => nameOf(table, name));
    expect(names).toEqual(['region=r3&vendor=v1']);
  });

  it('too few errors are listed only', () => {
    const errors = new Float64Array(table.now.errors.length);
    errors[7] = 1;
    const single = { ...table, now: { ...table.now, errors } };
    expect(judgeLocalisation(single, localise(single), false, usualSettings)).toBe('listed_only');
  });
});

describe('rivals', () => {
  it('are patterns with the same errors in nearly the same rows', () => {
    const codes = [
      [0, 0, 0, 0, 1, 1, 1, 1],
      [0, 0, 0, 1, 1, 1, 1, 1],
    ].map((code) => Int32Array.from(code));
    const totals = Float64Array.from([1000, 1000, 1000, 50, 4000, 4000, 4000, 4000]);
    const errors = Float64Array.from([90, 80, 85, 0, 1, 0, 2, 1]);
    const table = {
      attributes: ['template', 'batch'],
      values: [
        ['t', 'other'],
        ['b', 'rest'],
      ],
      codes,
      now: { totals, errors },
    };
    const { patterns, slices } = localise(table);
    expect(patterns.map(({ conditions }) => nameOf(table, conditions))).toEqual(['batch=b']);
    expect(rivalsOf(table, slices, patterns[0]!).map((name) => nameOf(table, name))).toEqual(['template=t']);
  });
});
