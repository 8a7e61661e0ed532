/** Counts of one period by leaf. */
export interface Counts {
  readonly totals: Float64Array;
  readonly errors: Float64Array;
}

/** Values of an attribute of which a leaf has any number: those of leaf i are `codes[starts[i]]` to `codes[starts[i + 1] - 1]`. */
export interface ValueSets {
  readonly starts: Int32Array;
  readonly codes: Int32Array;
}

/** Counts by leaf; a leaf is one combination of attribute values. */
export interface LeafTable {
  readonly attributes: readonly string[];
  /** Values of each attribute. */
  readonly values: readonly (readonly string[])[];
  /** By attribute and leaf: place of the leaf's value among the attribute's values. */
  readonly codes: readonly Int32Array[];
  /** Attributes after those of `codes`: what a leaf is reached from, say, which may be much or nothing. */
  readonly sets?: readonly ValueSets[];
  /** By attribute: the value that stands for nothing known; no pattern is made of it. */
  readonly blanks?: readonly (number | undefined)[];
  readonly now: Counts;
  /** The period before, if there was one. */
  readonly before?: Counts;
}

/** One value of one attribute, by their places in the table. */
export interface Condition {
  readonly attribute: number;
  readonly value: number;
}

/** A pattern that a search has found: the leaves that meet all its conditions. */
export interface Found {
  /** In order of attribute. */
  readonly conditions: readonly Condition[];
  /** Leaves that no pattern found earlier has taken. */
  readonly leaves: readonly number[];
  /** Evidence against chance less the price of the pattern, in natural units. */
  readonly gain: number;
  /** ln of the number of patterns it was picked from. */
  readonly lnPatterns: number;
}

/** A pattern with what was counted in its leaves. */
export interface Pattern extends Found {
  readonly totals: number;
  readonly errors: number;
  readonly expected: number;
}

export interface Settings {
  /** Most conditions of a pattern. */
  readonly layers: number;
  /** Fewest errors of a pattern. */
  readonly leastErrors: number;
  /** Gain below which a pattern is left to chance. */
  readonly leastGain: number;
}
