/** An option and what it is worth. */
export interface Best<T> {
  readonly option: T;
  readonly value: number;
}

/**
 * The option worth most, of equals the first, so that the same question has the same answer. What `atBest` says an
 * option is worth from above leaves those unweighed that have no chance.
 */
export function best<T>(
  options: Iterable<T>,
  weigh: (option: T) => number,
  atBest: (option: T) => number = () => Number.POSITIVE_INFINITY,
): Best<T> | undefined {
  const ranked = [...options]
    .map((option, at) => ({ option, at, most: atBest(option) }))
    .sort((a, b) => (a.most === b.most ? a.at - b.at : b.most - a.most));
  let found: (Best<T> & { readonly at: number }) | undefined;
  for (const { option, at, most } of ranked) {
    if (found && most < found.value) break;
    const value = weigh(option);
    if (!found || value > found.value || (value === found.value && at < found.at))
      found = { option, value, at };
  }
  return found;
}
