import type { Value } from '../../store/store.js';
import type { Reject } from '../reject.js';

/** Tables a foreign inventory can fill. */
export type ImportedTable = 'silos' | 'owners' | 'systems' | 'system_fields' | 'flows' | 'flow_fields';

/** Where a document says something: line from 1, and the pointer to it inside the document. */
export interface At {
  readonly row: number;
  readonly pointer: string;
}

/** One row for a canonical table; a cell left out is not stated by the document. */
export interface ImportedRow {
  readonly table: ImportedTable;
  readonly cells: Readonly<Record<string, Value>>;
  /** What the reader makes of it where nobody says so; it contradicts nothing. */
  readonly assumed?: Readonly<Record<string, Value>>;
  readonly at: At;
}

/** Something a document says that has no place in the inventory, with one example. */
export interface LeftOut {
  /** What kind of thing, `kind Template`. */
  readonly what: string;
  readonly example: string;
  /** Why it was not used. */
  readonly why: string;
  readonly at: At;
}

/** What one file says, in the words of the canonical tables. */
export interface Imported {
  /** Things the file describes; those not in `rejects` were read. */
  readonly items: number;
  readonly rows: readonly ImportedRow[];
  readonly rejects: readonly Reject[];
  readonly leftOut: readonly LeftOut[];
}

/** A text of an import, with its name relative to the ecosystem. */
export interface ImportText {
  readonly file: string;
  readonly text: string;
}

/** Which way data goes over what a document leaves ambiguous: the taker reads from the giver, writes to it, or both. */
export type Direction = 'read' | 'write' | 'both';

/** What the user settled in unsilo.yaml. */
export interface ImportSettings {
  /** By id of the interface or system that is depended on; `*` for all others. */
  readonly directions: Readonly<Record<string, Direction>>;
}

/** Reads all files of one format together, because they refer to each other. */
export type Importer = (texts: readonly ImportText[], settings: ImportSettings) => readonly Imported[];
