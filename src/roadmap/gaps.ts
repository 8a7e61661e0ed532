import type { Finding } from '../model/finding.js';
import type { ErrorGroup } from '../model/report.js';

/** An outcome that does not come back, and what would bring it. */
export interface LoopGap {
  readonly outcome: string;
  readonly from: string;
  readonly to: string;
  readonly latency: number | null;
  readonly mend: string;
  readonly flows: readonly string[];
}

/** Outcomes that leave for a place of the vendor. */
export interface EndGap {
  readonly flow: string;
  readonly from: string;
  readonly place: string;
  readonly outcomes: readonly string[];
  readonly communications: readonly string[];
}

/** A field agents put right, and systems that never hear of it. */
export interface CorrectionGap {
  readonly system: string;
  readonly field: string;
  readonly masters: readonly string[];
  readonly receivers: readonly string[];
}

export interface MasterGap {
  readonly field: string;
  readonly lob: string;
  readonly systems: readonly string[];
}

/** Flows without which systems no longer overwrite each other. */
export interface CircleGap {
  readonly field: string;
  readonly flows: readonly string[];
}

/** A field that stops on its way to where a text is made. */
export interface FieldGap {
  readonly field: string;
  readonly holder: string;
  readonly composer: string;
  readonly last: string;
  readonly next: string;
}

export interface OneWayGap {
  readonly flow: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** A scope that messages go to on consent, and where it can be refused. */
export interface ScopeGap {
  readonly scope: string;
  readonly channel: string;
  readonly places: readonly string[];
}

export interface Step {
  readonly communication: string;
  readonly lob: string;
  readonly channel: string;
  readonly ordinal: number;
  readonly system: string;
  readonly kind: string;
}

/** What is wrong beside choices that get lost: findings of today's audit and the facts behind them. */
export interface Gaps {
  /** Without those that are accepted for a time. */
  readonly findings: readonly Finding[];
  readonly errors: readonly ErrorGroup[];
  readonly loops: readonly LoopGap[];
  readonly ends: readonly EndGap[];
  readonly corrections: readonly CorrectionGap[];
  readonly masters: readonly MasterGap[];
  readonly circles: readonly CircleGap[];
  readonly fields: readonly FieldGap[];
  readonly oneWay: readonly OneWayGap[];
  readonly scopes: readonly ScopeGap[];
  readonly steps: readonly Step[];
  /** Fields that communications need. */
  readonly needs: readonly { readonly communication: string; readonly field: string }[];
  /** Silo of each system. */
  readonly silos: ReadonlyMap<string, string>;
  /** Communications by `id/channel` that went to nobody although their system sends others. */
  readonly unsent: readonly { readonly communication: string; readonly system: string }[];
  readonly reporting: readonly string[];
  /** Systems to be retired, or out of support within a year. */
  readonly ending: readonly string[];
}

/** Fingerprints of what a rule says of a subject today; none if it says nothing. */
export const aimsAt = ({ findings }: Gaps, rule: string, subject: string): string[] =>
  findings
    .filter((one) => one.rule === rule && one.subject === subject)
    .map(({ fingerprint }) => fingerprint);

/** Findings of a rule. */
export const foundBy = ({ findings }: Gaps, rule: string): Finding[] =>
  findings.filter((finding) => finding.rule === rule);
