import type { AuditRequest } from '../audit.js';
import type { Naming } from '../preferences/person.js';
import type { Shelved } from './desktop.js';

/** What the explorer reads and writes while it is open; the command line says where. */
export interface Files {
  readonly baseline: Shelved;
  /** `unsilo.yaml`; absent for a snapshot alone. */
  readonly settings?: Shelved;
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
