import { type Field, personalIn } from './fields.js';
import { evidenceOf, type Parameters, priorOf } from './model.js';
import type { Pattern } from './pairs.js';

/** Bits from which on what a home may share makes a pair one person or one home. */
const ofOneHome = 5;
/** Fewer pairs tell nothing of how people live together. */
const enough = 30;
/** Where this share of them is expected of single persons, nobody seems to share a home. */
const alone = 0.9;

/** Pairs of one person or one home, by what stands of what is a person's own, and how often each field is unknown. */
function countHomes(fields: readonly Field[], patterns: readonly Pattern[], parameters: Parameters) {
  const evidence = evidenceOf(fields, parameters);
  const shared = fields.flatMap(({ personal }, f) => (personal.length === 0 ? [f] : []));
  const pairs = { agrees: 0, differs: 0, unknown: 0 };
  const silent = fields.map(() => 0);
  for (const { levels, count } of patterns) {
    const bits = shared.reduce((sum, f) => sum + evidence(levels, f), priorOf(parameters));
    if (bits < ofOneHome) continue;
    pairs[personalIn(fields, levels)] += count;
    for (const f of fields.keys()) if (levels[f] === 0) silent[f]! += count;
  }
  const all = pairs.agrees + pairs.differs + pairs.unknown;
  return { pairs, silent: silent.map((count) => (all === 0 ? 0 : count / all)) };
}

/** Shares of pairs of one person by what stands of what is his own, were errors of fields independent. */
function sharesOfOne(fields: readonly Field[], { m }: Parameters, silent: readonly number[]) {
  let [nothing, vague] = [1, 1];
  for (const [f, { personal, levels }] of fields.entries()) {
    if (personal.length === 0) continue;
    const agrees = personal.reduce((sum, level) => sum + m[f]![level]!, 0);
    nothing *= silent[f]! + (1 - silent[f]!) * (1 - agrees);
    vague *= silent[f]! + (1 - silent[f]!) * (1 - agrees - m[f]![levels.length]!);
  }
  return { agrees: 1 - nothing, differs: nothing - vague };
}

/**
 * The most that may be said, bits, for pairs of which everything that is a person's own disagrees; infinite where nothing
 * bounds it. Of one person's records few are like that, and the errors of fields tell how few; what is found beyond are
 * people who live together, and no such pair can be told from another.
 */
export function homeBound(
  fields: readonly Field[],
  patterns: readonly Pattern[],
  parameters: Parameters,
): number {
  const { pairs, silent } = countHomes(fields, patterns, parameters);
  const share = sharesOfOne(fields, parameters, silent);
  const expected = (pairs.agrees / share.agrees) * share.differs;
  if (pairs.differs < enough || expected > alone * pairs.differs) return Number.POSITIVE_INFINITY;
  return Math.log2(expected / (pairs.differs - expected));
}
