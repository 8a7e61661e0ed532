import type { Initiative, Want } from '../model/roadmap.js';
import type { Satisfied } from './weigh.js';

/**
 * Ways without those that bring nothing beside the rest and `others`: every want is satisfied without them as well, no
 * finding asks for them, and nothing waits for them. Those that came last go first.
 */
export function withoutSpare(
  ways: readonly Initiative[],
  others: readonly Initiative[],
  wants: readonly Want[],
  satisfiedBy: (initiatives: readonly Initiative[]) => Satisfied,
): readonly Initiative[] {
  const countOf = (some: readonly Initiative[]): number => {
    const satisfied = satisfiedBy([...some, ...others]);
    return wants.filter(({ id }) => satisfied.has(id)).length;
  };
  const all = countOf(ways);
  const isWanted = ({ id, aims }: Initiative): boolean =>
    aims.length > 0 || [...ways, ...others].some(({ dependsOn }) => dependsOn.includes(id));
  return ways
    .filter((one) => !isWanted(one))
    .reduceRight((kept, one) => {
      const rest = kept.filter((other) => other !== one);
      return countOf(rest) === all ? rest : kept;
    }, ways);
}
