import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Config, configSchema } from '../../src/model/config.js';
import { SourceError } from '../../src/model/errors.js';
import { evaluateRules } from '../../src/rules/evaluate.js';
import { openStore } from '../../src/store/duckdb.js';
import type { Store } from '../../src/store/store.js';
import { ruleWith, selectOf } from './sample-pack.js';

const configWith = (rules: Config['rules'], require?: string[]): Config =>
  configSchema.parse({ name: 'sample', sources: [{ table: 'silos', file: 'silos.csv' }], rules, require });

let store: Store;
beforeAll(async () => {
  store = await openStore();
  await store.run(`CREATE TABLE std_sends AS SELECT 1 AS x;
    CREATE TABLE std_preferences (x INTEGER); CREATE TABLE std_flows (x INTEGER)`);
});
afterAll(() => store.close());

const parameters = {
  least: { type: 'integer', default: 3, doc: 'least' },
  share: { type: 'decimal', default: 0.5, doc: 'share' },
  names: { type: 'list', default: ['a', 'b'], doc: 'names' },
  time: { type: 'duration', default: 'P1D', doc: 'time' },
} as const;
const bound = selectOf({
  args: `json_object('least', CAST($least AS BIGINT), 'share', CAST(CAST($share AS DECIMAL(9,4)) AS VARCHAR),
    'names', string_split($names, '|'), 'time', CAST($time AS BIGINT))`,
});
const rule = ruleWith(bound, {
  code: 'S1',
  aliases: ['sample/old'],
  parameters: { ...parameters, names: { ...parameters.names, default: ['a', 'b'] } },
});
const argsWith = async (rules: Config['rules']) =>
  (await evaluateRules(store, [rule], configWith(rules))).hits[0]!.args;

describe('parameters', () => {
  it('have their defaults', async () => {
    expect(await argsWith({})).toEqual({ least: 3, share: '0.5000', names: ['a', 'b'], time: 86400 });
  });

  it('are set by id, code or retired name; the id wins', async () => {
    const own = {
      S1: { parameters: { least: 7, names: ['c'] } },
      'sample/one': { parameters: { least: 9, time: 'PT1H' } },
    };
    expect(await argsWith(own)).toEqual({ least: 9, share: '0.5000', names: ['c'], time: 3600 });
  });

  it('that are unknown or do not fit are all reported at once', async () => {
    const config = configWith(
      { 'sample/one': { parameters: { leest: 1, share: 'much', time: '10 days' } }, 'sample/on': {} },
      ['smple/one'],
    );
    const error: unknown = await evaluateRules(store, [rule], config).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SourceError);
    expect(
      (error as SourceError).problems.map(({ message, tips, expected }) => [message, tips?.[0] ?? expected]),
    ).toEqual([
      ["unknown rule 'sample/on'", "did you mean 'sample/one'?"],
      ["unknown rule 'smple/one'", "did you mean 'sample/one'?"],
      ['unknown parameter rules.sample/one.parameters.leest', "did you mean 'least'?"],
      ['rules.sample/one.parameters.share does not fit', 'a number'],
      ['rules.sample/one.parameters.time does not fit', 'an ISO 8601 duration, P10D'],
    ]);
  });
});

describe('a rule', () => {
  const plain = (needs: string[]) => ruleWith(selectOf(), { needs });
  it.each([
    ['is evaluated when its tables have rows', ['sends'], [], 1],
    ['is evaluated when one of several tables has rows', ['preferences|sends'], [], 1],
    ['is not evaluated when a table is empty, and says which', ['sends', 'preferences'], ['preferences'], 0],
    ['is not evaluated when all alternatives are empty', ['flows|preferences'], ['flows|preferences'], 0],
  ])('%s', async (_, needs, missing, count) => {
    const { hits, notEvaluated } = await evaluateRules(store, [plain(needs)], configWith({}));
    expect(hits.length).toBe(count);
    expect(notEvaluated).toEqual(missing.length > 0 ? [{ rule: 'sample/one', missing }] : []);
  });

  it('that is switched off is not asked, and counted with its reason', async () => {
    const config = configWith({ 'sample/old': { off: 'no branches' } });
    expect(await evaluateRules(store, [rule], config)).toEqual({
      hits: [],
      notEvaluated: [],
      off: [{ rule: 'sample/one', reason: 'no branches' }],
    });
  });
});
