import type { LeafTable } from '../../src/localisation/types.js';

/** Pseudo-random numbers in [0, 1) from a seed: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A count with this mean, by inversion for small means and by the normal approximation for large ones. */
function poisson(mean: number, random: () => number): number {
  if (mean > 50) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  let [count, product] = [0, random()];
  for (const least = Math.exp(-mean); product > least; count += 1) product *= random();
  return count;
}

const attributes = ['channel', 'lob', 'region', 'template', 'vendor', 'version'];
const sizes = [4, 5, 8, 20, 4, 3];
const names = attributes.map((name, a) =>
  Array.from({ length: sizes[a]! }, (_, value) => `${name[0]}${value}`),
);

export interface Plan {
  readonly seed: number;
  /** By pattern, `channel=c1&region=r3`: the rate of errors there. */
  readonly causes: Readonly<Record<string, number>>;
  readonly rate?: number;
  readonly history?: boolean;
  readonly leaves?: number;
}

const meets = (codes: readonly number[], pattern: string): boolean =>
  pattern.split('&').every((condition) => {
    const [attribute = '', value = ''] = condition.split('=');
    const a = attributes.indexOf(attribute);
    return names[a]![codes[a]!] === value;
  });

/**
 * Messages with errors: templates belong to one line of business, vendors to one channel, rates differ by template, and
 * causes raise them.
 */
export function plant({ seed, causes, rate = 0.004, history = true, leaves = 2500 }: Plan): LeafTable {
  const random = randomFrom(seed);
  const pick = (size: number) => Math.floor(random() * size);
  const traits = names[3]!.map(() => 0.5 + random());
  const rows = Array.from({ length: leaves }, () => {
    const [channel, template] = [pick(4), pick(20)];
    return [channel, template % 5, pick(8), template, channel, pick(3)];
  });
  const sends = rows.map(() => Math.ceil(120 * random() ** 2));
  const usual = rows.map((row) => rate * traits[row[3]!]!);
  const now = rows.map((row, i) =>
    Object.entries(causes).reduce(
      (rest, [pattern, raised]) => (meets(row, pattern) ? raised : rest),
      usual[i]!,
    ),
  );
  const errorsOf = (rates: readonly number[]) =>
    Float64Array.from(sends, (n, i) => Math.min(n, poisson(n * rates[i]!, random)));
  const totals = Float64Array.from(sends);
  return {
    attributes,
    values: names,
    codes: attributes.map((_, a) => Int32Array.from(rows, (row) => row[a]!)),
    now: { totals, errors: errorsOf(now) },
    ...(history && { before: { totals, errors: errorsOf(usual) } }),
  };
}
