/** A value that leaves have in common. */
export interface Feature {
  readonly attribute: string;
  readonly value: string;
  /** Leaves that have it, ascending. */
  readonly leaves: Int32Array;
  /** Other names of the same leaves, best first. */
  readonly aliases: readonly string[];
}

/** Messages by leaf, and what leaves have in common. A leaf is one combination of all attributes. */
export interface Cube {
  readonly sends: Float64Array;
  readonly features: readonly Feature[];
  /** Number of values by attribute. */
  readonly values: ReadonlyMap<string, number>;
}

/** `attribute=value` */
export const nameOf = (feature: Pick<Feature, 'attribute' | 'value'>): string =>
  `${feature.attribute}=${feature.value}`;

/** One named value and the leaves that have it; an attribute may give a leaf several. */
export interface NamedLeaves {
  readonly attribute: string;
  readonly value: string;
  readonly leaves: readonly number[];
}

/**
 * Builds the cube. Values with the same leaves become one feature under the name that comes first in `named`, so hand
 * in the most upstream attribute first.
 */
export function buildCube(sends: Float64Array, named: readonly NamedLeaves[]): Cube {
  const byRows = new Map<string, NamedLeaves[]>();
  const values = new Map<string, number>();
  for (const entry of named) {
    const rows = entry.leaves.join(',');
    byRows.set(rows, [...(byRows.get(rows) ?? []), entry]);
    values.set(entry.attribute, (values.get(entry.attribute) ?? 0) + 1);
  }
  const features = [...byRows.values()].map(
    ([best, ...others]): Feature => ({
      attribute: best!.attribute,
      value: best!.value,
      leaves: Int32Array.from(best!.leaves),
      aliases: others.map(nameOf),
    }),
  );
  return { sends, features, values };
}
