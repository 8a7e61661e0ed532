/** Something that offers some of what is needed. */
export interface Offering {
  readonly id: string;
  readonly covers: ReadonlySet<number>;
}

/** Offerings that still add something, without those that another one makes needless. */
function useful(needed: ReadonlySet<number>, all: readonly Offering[]): Offering[] {
  const left = all
    .map(({ id, covers }) => ({ id, covers: new Set([...covers].filter((one) => needed.has(one))) }))
    .filter(({ covers }) => covers.size > 0);
  const isWithin = (a: Offering, b: Offering) => [...a.covers].every((one) => b.covers.has(one));
  return left.filter(
    (one, i) =>
      !left.some(
        (other, j) => i !== j && isWithin(one, other) && (other.covers.size > one.covers.size || j < i),
      ),
  );
}

/** At most `limit` offerings that cover all that is needed; those of the hardest need are tried in turn. */
function within(needed: ReadonlySet<number>, all: readonly Offering[], limit: number): string[] | undefined {
  if (needed.size === 0) return [];
  const offerings = useful(needed, all);
  const widest = Math.max(0, ...offerings.map(({ covers }) => covers.size));
  if (widest * limit < needed.size) return undefined;
  const choices = [...needed].map((need) => offerings.filter(({ covers }) => covers.has(need)));
  const fewest = choices.reduce((a, b) => (b.length < a.length ? b : a));
  for (const { id, covers } of fewest) {
    const rest = within(new Set([...needed].filter((one) => !covers.has(one))), offerings, limit - 1);
    if (rest) return [id, ...rest];
  }
  return undefined;
}

/** Ids of a smallest set of offerings that covers everything needed; `undefined` when all together do not. */
export function smallestCover(
  needed: ReadonlySet<number>,
  offerings: readonly Offering[],
): string[] | undefined {
  const covered = new Set(offerings.flatMap(({ covers }) => [...covers]));
  if ([...needed].some((need) => !covered.has(need))) return undefined;
  for (let limit = 0; ; limit++) {
    const found = within(needed, offerings, limit);
    if (found) return found.sort();
  }
}
