import type { NameForms } from './forms.js';

/** Indexes of the names that have each skeleton. */
export function bySkeleton(forms: readonly NameForms[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  forms.forEach((form, index) => {
    for (const key of form.skeletons) {
      const group = groups.get(key);
      if (group) group.push(index);
      else groups.set(key, [index]);
    }
  });
  return groups;
}

/** For every name the smallest index of those it reaches over shared skeletons: one key for blocking. */
export function blocksOf(forms: readonly NameForms[]): Int32Array {
  const parent = Int32Array.from(forms, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = index; at !== root; ) [at, parent[at]] = [parent[at]!, root];
    return root;
  };
  for (const group of bySkeleton(forms).values())
    for (const index of group) {
      const [a, b] = [rootOf(group[0]!), rootOf(index)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  return parent.map((_, index) => rootOf(index));
}
