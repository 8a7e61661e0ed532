import { type Field, isSame } from './fields.js';
import { countLevels, type Parameters, probabilityOf, type Shares, sharesOf, weightsOf } from './model.js';
import { type Others, othersOf } from './others.js';
import type { Equal, Pattern } from './pairs.js';
import type { Role } from './types.js';

/**
 * Roles of which all are equal in pairs to learn from: mostly one person, since one of them at least belongs to the
 * person and not to the household. What they say themselves is learnt from the other lists.
 */
const lessons: readonly (readonly Role[])[] = [
  ['national_id'],
  ['key'],
  ['given_name', 'date_of_birth'],
  ['family_name', 'date_of_birth'],
  ['full_name', 'date_of_birth'],
  ['given_name', 'family_name'],
  ['given_name', 'email'],
  ['given_name', 'phone'],
  ['date_of_birth', 'phone'],
  ['date_of_birth', 'postcode'],
  ['date_of_birth', 'email'],
  ['full_name', 'email'],
  ['full_name', 'phone'],
  ['full_name', 'postcode'],
  ['full_name', 'city'],
  ['given_name', 'street'],
  ['given_name', 'postcode'],
  ['full_name'],
  ['other'],
];

const rounds = 60;

export const startShares = (fields: readonly Field[]): number[][] =>
  fields.map(({ levels }) => [0, 0.8, ...levels.slice(1).map(() => 0.2 / (levels.length - 1))]);

/** Expectation and maximisation on counts of patterns with `u` as it is; `without` are fields that all agree in. */
function learn(
  fields: readonly Field[],
  patterns: readonly Pattern[],
  others: Others,
  without: ReadonlySet<number>,
): { m: Shares; matches: number } {
  const start = startShares(fields);
  const pairs = patterns.reduce((sum, { count }) => sum + count, 0);
  const silent = (shares: Shares, like: Shares): Shares =>
    shares.map((row, f) => (without.has(f) ? like[f]! : row));
  let m: Shares = start;
  let lambda = 0.5;
  let matches = 0;
  for (let round = 0; round < rounds; round += 1) {
    const parameters = { m, u: silent(others.u, m), settled: silent(others.settled, m), lambda };
    const weigh = weightsOf(fields, parameters);
    const share = (levels: Uint8Array) => probabilityOf(weigh(levels));
    matches = patterns.reduce((sum, { levels, count }) => sum + count * share(levels), 0);
    m = sharesOf(countLevels(fields, patterns, share), start, 2);
    const next = Math.min(0.999, Math.max(1e-6, matches / pairs));
    if (Math.abs(next - lambda) < 1e-7) break;
    lambda = next;
  }
  return { m, matches };
}

/** A lesson must be one person in this share of its pairs at least: others teach what namesakes have in common. */
const leastPure = 0.5;

/** Share of the pairs of a lesson that are not equal by accident, if values of its fields fell together at random. */
function purityOf(own: readonly number[], chosen: readonly Pattern[], { u }: Others, pairs: number): number {
  const found = chosen.reduce((sum, { count }) => sum + count, 0);
  const byChance = own.reduce((product, f) => product * u[f]![1]!, pairs);
  return 1 - byChance / found;
}

/** m of every lesson with the lesson's own fields left out, averaged by how many matches it is learnt from. */
function learnFromLessons(fields: readonly Field[], { patterns, pairs }: Lesson, others: Others): Shares {
  const start = startShares(fields);
  const sums = start.map((levels) => levels.map(() => 0));
  const weights = fields.map(() => 0);
  for (const roles of lessons) {
    const own = roles.map((role) => fields.findIndex((field) => field.role === role));
    if (own.includes(-1)) continue;
    const chosen = patterns.filter(({ levels }) => own.every((f) => isSame(fields[f]!, levels[f]!)));
    if (chosen.length === 0 || purityOf(own, chosen, others, pairs) < leastPure) continue;
    const { m, matches } = learn(fields, chosen, others, new Set(own));
    for (const f of fields.keys()) {
      if (own.includes(f)) continue;
      weights[f]! += matches;
      m[f]!.forEach((share, level) => {
        sums[f]![level]! += share * matches;
      });
    }
  }
  return sums.map((levels, f) => (weights[f] === 0 ? start[f]! : levels.map((sum) => sum / weights[f]!)));
}

export interface Lesson {
  readonly patterns: readonly Pattern[];
  readonly random: readonly Pattern[];
  readonly equal: readonly Equal[];
  readonly records: number;
  /** All pairs there are to choose from. */
  readonly pairs: number;
}

/** Share of matches of all pairs with everything else as it is. */
function settleLambda(fields: readonly Field[], { patterns, pairs }: Lesson, given: Parameters): number {
  let { lambda } = given;
  for (let round = 0; round < rounds; round += 1) {
    const weigh = weightsOf(fields, { ...given, lambda });
    const matches = patterns.reduce(
      (sum, { levels, count }) => sum + count * probabilityOf(weigh(levels)),
      0,
    );
    const next = Math.min(0.9, Math.max(1e-12, matches / pairs));
    if (Math.abs(next - lambda) < 1e-6 * lambda) break;
    lambda = next;
  }
  return lambda;
}

const sure = 0.9;

/**
 * Learns without labels. Lessons give a first model; then what it is sure of is looked at again, which also tells how
 * many of the equal values are those of one person. Only sure pairs teach: left to itself the method would learn what
 * makes neighbours alike.
 */
export function train(fields: readonly Field[], lesson: Lesson): Parameters {
  const { patterns, random, equal, records } = lesson;
  const none = fields.map(() => 0);
  let others = othersOf(fields, random, equal, { records, matched: none, share: () => 1 });
  let m = learnFromLessons(fields, lesson, others);
  let lambda = 1 / records;
  for (let round = 0; round < 3; round += 1) {
    lambda = settleLambda(fields, lesson, { m, ...others, lambda });
    const weigh = weightsOf(fields, { m, ...others, lambda });
    const share = (levels: Uint8Array) => probabilityOf(weigh(levels));
    const matched = countLevels(fields, patterns, share).map((levels) => levels[1]!);
    const sureOnes = countLevels(fields, patterns, (levels) => (share(levels) >= sure ? 1 : 0));
    others = othersOf(fields, random, equal, { records, matched, share: (levels) => 1 - share(levels) });
    m = sharesOf(sureOnes, m, 2);
  }
  lambda = settleLambda(fields, lesson, { m, ...others, lambda });
  return { m, ...others, lambda };
}
