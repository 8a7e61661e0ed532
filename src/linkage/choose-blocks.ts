import type { Key } from './keys.js';

/** Keys in which a pair has to agree, as indexes. */
export type Rule = readonly number[];

/** How often a field of a true pair is misspelt, and how often it is another value. */
const misspelt = 0.18;
const changed = 0.12;
/** How often names of a true pair are written in two scripts, where there are two. */
const inTwoScripts = 0.4;
const simulated = 3000;
const mostRules = 24;

/** Numbers in [0, 1) that are the same in every run. */
function* numbers(): Generator<number> {
  for (let state = 20261122; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

interface Errors {
  /** Share of true pairs with the same value, and with another one altogether, by field; the rest is misspelt. */
  readonly same: readonly number[];
  readonly differs: readonly number[];
}

/** Pairs of records of one person, made up: which keys each still has in common. */
function simulatePairs(
  keys: readonly Key[],
  filled: readonly number[],
  { same, differs }: Errors,
): Uint8Array[] {
  const random = numbers();
  const next = () => random.next().value as number;
  const sounding = new Set(keys.filter(({ sound }) => sound).map(({ field }) => field));
  return Array.from({ length: simulated }, () => {
    const noise = 0.3 + 2.1 * next() ** 2;
    const states = filled.map((share, f) => {
      if (next() > share * share) return 'other';
      const draw = next();
      return draw < differs[f]! * noise ? 'other' : draw < (1 - same[f]!) * noise ? 'misspelt' : 'same';
    });
    const foreign = sounding.size > 0 && next() < inTwoScripts;
    return Uint8Array.from(keys, ({ field, survives, sound }) => {
      const state = states[field];
      if (foreign && !sound && sounding.has(field)) return 0;
      return state === 'same' || (state === 'misspelt' && next() < survives) ? 1 : 0;
    });
  });
}

const isFound = (rule: Rule, pair: Uint8Array): boolean => rule.every((key) => pair[key] === 1);

/** Share of made-up pairs with such errors that some rule finds. */
export function recallOf(
  rules: readonly Rule[],
  keys: readonly Key[],
  filled: readonly number[],
  errors: Errors,
): number {
  const pairs = simulatePairs(keys, filled, errors);
  return pairs.filter((pair) => rules.some((rule) => isFound(rule, pair))).length / pairs.length;
}

const allRules = (keys: readonly Key[]): Rule[] => [
  ...keys.map((_, i) => [i]),
  ...keys.flatMap((key, i) =>
    keys.flatMap((other, j) => (j > i && other.field !== key.field ? [[i, j]] : [])),
  ),
];

/** Pairs that agree in all keys of the rule, of the sample `hashes[key][record]`; 0 is unknown. */
export function countPairs(rule: Rule, hashes: readonly Uint32Array[]): number {
  const counts = new Map<number, number>();
  let pairs = 0;
  const records = hashes[0]?.length ?? 0;
  for (let r = 0; r < records; r += 1) {
    let value = 17;
    let known = true;
    for (const key of rule) {
      const hash = hashes[key]![r]!;
      known &&= hash !== 0;
      value = (Math.imul(value, 0x9e3779b1) ^ hash) >>> 0;
    }
    if (!known) continue;
    const before = counts.get(value) ?? 0;
    pairs += before;
    counts.set(value, before + 1);
  }
  return pairs;
}

interface Candidate {
  readonly rule: Rule;
  readonly cost: number;
}

/** Of so few pairs found less is not worth a rule. */
const fewest = 3;

/** The rule that finds most of the open pairs for what it costs. */
function mostFor(candidates: readonly Candidate[], open: readonly Uint8Array[]): Candidate | undefined {
  let best: Candidate | undefined;
  let most = 0;
  for (const candidate of candidates) {
    let found = 0;
    for (const pair of open) if (isFound(candidate.rule, pair)) found += 1;
    if (found < fewest || found / candidate.cost <= most) continue;
    most = found / candidate.cost;
    best = candidate;
  }
  return best;
}

/**
 * Rules that together find most of the simulated pairs for at most `budget` compared pairs: again and again the one
 * that finds most further pairs for what it costs. `scale` is how many pairs of all records one of the sample stands for.
 */
export function chooseRules(
  keys: readonly Key[],
  filled: readonly number[],
  hashes: readonly Uint32Array[],
  work: { readonly records: number; readonly scale: number; readonly budget: number },
): { rules: Rule[]; pairs: number } {
  const usual = { same: filled.map(() => 1 - misspelt - changed), differs: filled.map(() => changed) };
  let open = simulatePairs(keys, filled, usual);
  let left = work.budget;
  const costOf = (rule: Rule): number => countPairs(rule, hashes) * work.scale + work.records;
  const candidates = allRules(keys).map((rule) => ({ rule, cost: costOf(rule) }));
  const rules: Rule[] = [];
  while (rules.length < mostRules) {
    const budget = left;
    const best = mostFor(
      candidates.filter(({ cost }) => cost <= budget),
      open,
    );
    if (best === undefined) break;
    rules.push(best.rule);
    left -= best.cost;
    open = open.filter((pair) => !isFound(best.rule, pair));
  }
  return { rules, pairs: work.budget - left };
}
