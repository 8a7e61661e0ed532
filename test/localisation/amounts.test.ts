import { describe, expect, it } from 'vitest';
import { type AmountTable, localiseAmounts } from '../../src/localisation/amounts.js';
import type { Condition } from '../../src/localisation/types.js';
import { randomFrom } from './planted.js';

const sizes = [6, 8, 5, 7];
const names = ['a', 'b', 'c', 'd'];

interface Plan {
  readonly seed: number;
  /** By pattern `a=1&b=2`: share of the forecast that is missing; negative where there is more. */
  readonly causes: Readonly<Record<string, number>>;
  readonly noise?: number;
}

const meets = (codes: readonly number[], pattern: string): boolean =>
  pattern.split('&').every((condition) => {
    const [name = '', value = ''] = condition.split('=');
    return codes[names.indexOf(name)] === Number(value);
  });

/** Every combination of four attributes, amounts of very different size, forecasts that are a little off. */
function plantAmounts({ seed, causes, noise = 0.03 }: Plan): AmountTable {
  const random = randomFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const count = sizes.reduce((product, size) => product * size, 1);
  const rows = Array.from({ length: count }, (_, i) => {
    let rest = i;
    return sizes.map((size) => {
      const code = rest % size;
      rest = Math.floor(rest / size);
      return code;
    });
  });
  const forecasts = Float64Array.from(rows, () => 20 * Math.exp(1.2 * normal()));
  const amounts = forecasts.map((forecast, i) => {
    const missing = Object.entries(causes).find(([pattern]) => meets(rows[i]!, pattern))?.[1] ?? 0;
    return forecast * (1 - missing) * (1 + noise * normal());
  });
  return {
    attributes: names,
    values: sizes.map((size) => Array.from({ length: size }, (_, value) => String(value))),
    codes: names.map((_, a) => Int32Array.from(rows, (row) => row[a]!)),
    amounts,
    forecasts,
  };
}

const nameOf = ({ attributes, values }: AmountTable, conditions: readonly Condition[]): string =>
  conditions.map(({ attribute, value }) => `${attributes[attribute]}=${values[attribute]![value]}`).join('&');

const found = (plan: Plan, layers = 4): string[] => {
  const table = plantAmounts(plan);
  const { patterns } = localiseAmounts(table, { layers, leastErrors: 1, leastGain: 5 });
  return patterns.map(({ conditions }) => nameOf(table, conditions)).sort();
};

describe('amounts off their forecast', () => {
  it.each([
    ['one value', { 'a=2': 0.3 }],
    ['two values together', { 'a=1&c=4': 0.4 }],
    ['three values together', { 'a=1&b=3&d=2': 0.5 }],
    ['more than forecast', { 'b=5&d=1': -0.6 }],
    ['two causes in different layers', { 'b=2': 0.25, 'a=0&c=3': 0.6 }],
    ['two narrow causes under one value', { 'a=3&b=1': 0.5, 'a=3&b=4': 0.3 }],
  ])('are put down to their cause: %s', (_, causes) => {
    expect(found({ seed: 7, causes })).toEqual(Object.keys(causes).sort());
  });

  /** F1 of patterns over seeds; two causes drawn from patterns of these layers. */
  const score = (seeds: number, layers: readonly number[]): number => {
    let [hits, all] = [0, 0];
    for (let seed = 1; seed <= seeds; seed += 1) {
      const random = randomFrom(9000 + seed);
      const pick = (n: number) => Math.floor(random() * n);
      const causes = Object.fromEntries(
        [0.25 + 0.2 * random(), 0.55 + 0.2 * random()].map((missing) => {
          const chosen = [...names.keys()].sort(() => 0).filter(() => true);
          const layer = layers[pick(layers.length)]!;
          while (chosen.length > layer) chosen.splice(pick(chosen.length), 1);
          return [chosen.map((a) => `${names[a]}=${pick(sizes[a]!)}`).join('&'), missing];
        }),
      );
      const names_ = found({ seed, causes });
      hits += 2 * names_.filter((name) => name in causes).length;
      all += names_.length + Object.keys(causes).length;
    }
    return hits / all;
  };

  it('are put down to several causes of mixed layers', () => {
    expect(score(12, [1, 2, 3])).toBeGreaterThanOrEqual(0.8);
  });

  it('are put down to causes of the last layer', () => {
    expect(score(12, [4])).toBeGreaterThanOrEqual(0.93);
  });

  it('have no cause when forecasts are just not exact', () => {
    const invented = Array.from(
      { length: 20 },
      (_, seed) => found({ seed: seed + 50, causes: {} }, 3).length,
    );
    expect(invented.filter((count) => count > 0).length).toBeLessThanOrEqual(1);
  });
});
