import { addTo } from '../../text/group-by.js';
import type { NameForms } from './forms.js';

/** Indexes of the names that have each skeleton. */
export function bySkeleton(forms: readonly NameForms[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  forms.forEach((form, index) => {
    for (const key of form.skeletons) {
      addTo(groups, key, index);
    }
  });
  return groups;
}

/** For every name the smallest index of those it reaches over pairs of indexes: one key for blocking. */
export function componentsOf(
  names: number,
  pairs: Iterable<{ readonly a: number; readonly b: number }>,
): Int32Array {
  const parent = Int32Array.from({ length: names }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = index; at !== root; ) [at, parent[at]] = [parent[at]!, root];
    return root;
  };
  for (const { a, b } of pairs) {
    const [one, other] = [rootOf(a), rootOf(b)];
    parent[Math.max(one, other)] = Math.min(one, other);
  }
  return parent.map((_, index) => rootOf(index));
}
