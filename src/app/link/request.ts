import type { ColumnRole } from '../../linkage/roles/recognise.js';

/** A role and the column that has it, as typed. */
export interface TypedRole {
  readonly role: ColumnRole;
  readonly column: string;
}

/** What linking files is asked. */
export interface LinkFilesRequest {
  readonly files: readonly string[];
  readonly mapped: readonly TypedRole[];
  readonly ignored: readonly string[];
  /** Only records of different files are compared. */
  readonly linkOnly: boolean;
  /** Files, as typed among `files`, that hold a person once. */
  readonly deduplicated: readonly string[];
  /** 0.5 to 1. */
  readonly threshold?: number;
  /** Crosswalk of records known to be one person. */
  readonly known?: string;
  /** A review read back: its answers are obeyed, and measured against what the model says. */
  readonly answers?: string;
  /** Folder for what does not fit the memory; somebody else's to remove. */
  readonly folder: string;
  readonly memoryLimit?: string;
}
