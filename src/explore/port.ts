import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import type { Roadmap } from '../model/roadmap-report.js';
import type { Trace } from '../model/trace.js';
import type { Triage } from '../model/triage.js';

/** One record behind a finding; keys are masked, persons have pseudonyms. */
export interface PersonRow {
  /** Empty for a row set aside, which is nobody's yet. */
  readonly person: string;
  readonly system: string;
  readonly key: string;
  readonly file: string;
  readonly row: number;
}

export interface Persons {
  readonly rows: readonly PersonRow[];
  /** Whether there are more than these. */
  readonly more: boolean;
}

/** What the inventory says of a system, beside its flows. */
export interface SystemNotes {
  /** Distinct customers with a record in it. */
  readonly persons: number;
  readonly channels: readonly string[];
  readonly communications: readonly string[];
  readonly points: readonly string[];
  /** Fields by what the system does with them. */
  readonly fields: readonly { readonly role: string; readonly fields: readonly string[] }[];
}

/** What only the ecosystem can answer; asked when it is shown. */
export interface Answers {
  persons(fingerprint: string): Promise<Persons>;
  triage(): Promise<Triage>;
  /** `key`: any key of any system, or a pseudonym. */
  customer(key: string): Promise<Trace>;
  system(id: string): Promise<SystemNotes>;
  /** Takes as long as several audits; `say` hears what it is at. */
  roadmap(say: (stage: string) => void): Promise<Roadmap>;
}

export interface Decision {
  readonly fingerprints: readonly string[];
  readonly reason: string;
  /** `2026-06-30` */
  readonly expires: string;
  /** Who answers for it; empty for the owner in the inventory. */
  readonly owner: string;
}

/** What a deed came to: a sentence, and the findings it changed as they are now. */
export interface Done {
  readonly said: string;
  readonly changed: readonly Finding[];
}

/** What was decided, by now. */
export interface Standing {
  /** Fingerprints of findings with an owner of their own. */
  readonly assigned: ReadonlySet<string>;
  /** What was done and can be undone, the last thing last. */
  readonly done: readonly string[];
}

/** What the explorer may do; each writes a file or the clipboard and nothing else. */
export interface Deeds {
  suppress(decision: Decision): Promise<Done>;
  /** Takes acceptances back, whoever gave them. */
  withdraw(fingerprints: readonly string[]): Promise<Done>;
  assign(fingerprints: readonly string[], owner: string): Promise<Done>;
  /** Gives findings back to whom the inventory names. */
  release(fingerprints: readonly string[]): Promise<Done>;
  /** Takes back the last deed that wrote the baseline or the settings. */
  undo(): Promise<Done>;
  standing(): Standing;
  export(file: string, fingerprints: readonly string[]): Promise<Done>;
  copy(text: string): void;
}

/** Where the explorer gets what it shows. */
export interface Port {
  readonly report: Report;
  /** Folder or snapshot as it was typed, for commands. */
  readonly source: string;
  /** `2026-11-22` */
  readonly today: string;
  /** Absent for a snapshot alone. */
  readonly answers?: Answers;
  readonly deeds: Deeds;
}
