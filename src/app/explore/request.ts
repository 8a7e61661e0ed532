import type { AuditRequest } from '../audit.js';
import type { Naming } from '../preferences/person.js';
import type { Given } from '../read-past.js';

/** What the explorer reads and writes while it is open; the command line says where. */
export interface Files {
  /** The baseline as it is now; undefined where there is none yet. */
  readBaseline(): Promise<Given | undefined>;
  /** Gives the name of what was written. */
  writeBaseline(text: string): Promise<string>;
  /** `unsilo.yaml`; absent for a snapshot alone. */
  readonly settings?: { read(): Promise<Given>; write(text: string): Promise<void> };
  writeExport(file: string, text: string | Uint8Array): Promise<void>;
  copy(text: string): void;
}

/** What the explorer is asked to open, beside the ecosystem. */
export interface Desk {
  /** Folder or snapshot as typed. */
  readonly source: string;
  /** `2026-11-22` */
  readonly today: string;
  readonly files: Files;
}

export interface ExploreRequest extends AuditRequest {
  readonly desk: Desk;
  readonly naming: Naming;
}
