/** A finding as the generator labels it: what its fault must cause, from the simulation and not from the records. */
export interface Label {
  readonly rule: string;
  readonly subject: string;
  /** Null where the rule speaks of no cause. */
  readonly cause: string | null;
  readonly persons: number;
}

/** What matters of a finding of the report. */
export interface Found {
  readonly rule: string;
  readonly subject: string;
  readonly cause: string | null;
  readonly persons: { readonly count: number } | null;
}

export interface Comparison {
  readonly expected: number;
  readonly found: number;
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
  /** `rule subject: cause found, not cause expected`, of the labels that name one. */
  readonly wrongCauses: readonly string[];
  readonly withCause: number;
  readonly recall: number;
  readonly precision: number;
  readonly causesRight: number;
}

const keyOf = ({ rule, subject }: Pick<Label, 'rule' | 'subject'>): string => `${rule} ${subject}`;
const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** Compares findings and labels both ways by rule and subject, and the causes of those in both. */
export function compare(expected: readonly Label[], found: readonly Found[]): Comparison {
  const findings = new Map(found.map((finding) => [keyOf(finding), finding]));
  const labels = new Set(expected.map(keyOf));
  const missing = expected.map(keyOf).filter((key) => !findings.has(key));
  const surplus = [...findings.keys()].filter((key) => !labels.has(key));
  const caused = expected.filter((label) => label.cause !== null && findings.has(keyOf(label)));
  const wrongCauses = caused
    .filter((label) => findings.get(keyOf(label))?.cause !== label.cause)
    .map((label) => `${keyOf(label)}: ${findings.get(keyOf(label))?.cause}, not ${label.cause}`);
  return {
    expected: expected.length,
    found: found.length,
    missing,
    surplus,
    wrongCauses,
    withCause: caused.length,
    recall: ratio(expected.length - missing.length, expected.length),
    precision: ratio(found.length - surplus.length, found.length),
    causesRight: ratio(caused.length - wrongCauses.length, caused.length),
  };
}

/** One line with the figures. */
export const describeFigures = (name: string, result: Comparison): string =>
  `${name}: ${result.expected} labels, ${result.found} findings, recall ${result.recall.toFixed(3)}, ` +
  `precision ${result.precision.toFixed(3)}, cause right ${result.causesRight.toFixed(3)} of ${result.withCause}`;
