import type { Config } from '../model/config.js';
import type { Input } from '../model/manifest.js';
import type { SourceConfig } from '../model/source-settings.js';
import type { ZipMember } from './archives/list-zip.js';
import type { Format } from './format.js';
import type { Imported } from './imports/types.js';
import type { Plan } from './mapping/plan.js';
import type { Sheet } from './read-xlsx.js';
import type { Reject } from './reject.js';
import type { DocumentLayout } from './sql/documents.js';

/** What `loadEcosystem` found, besides the relations in the store. */
export interface Loaded {
  readonly config: Config;
  readonly inputs: Input[];
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1256';

/** When an export was drawn, RFC 3339 in UTC: between the two, which are the same where a clock is known. */
export interface Observed {
  readonly from: string;
  readonly to: string;
}

/** A file a source names: one of a folder, or in an archive, which then is like a folder. */
export interface Member {
  /** Relative to the ecosystem, with forward slashes: `data/extract.zip/Sent.csv`. */
  readonly name: string;
  readonly path: string;
  readonly inside?: ZipMember;
}

/** One file of one source of unsilo.yaml. */
export interface SourceFile {
  /** Relative to the ecosystem, with forward slashes. */
  readonly file: string;
  readonly path: string;
  readonly format: Format;
  readonly gzip: boolean;
  /** Where its bytes are, when they are in an archive; there is nothing at its path then. */
  readonly inside?: ZipMember;
  readonly source: SourceConfig;
  /** Place of the source in unsilo.yaml. */
  readonly entry: number;
  readonly observed?: Observed;
  /** The files of a folder or glob of mails, or of a log that was rotated, which are one source. */
  readonly members?: readonly Member[];
  /** The sheets of its workbook, when they were read to find it. */
  readonly sheets?: readonly Sheet[];
}

/** What one pass over the bytes of a file tells. */
export interface FileFacts {
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: Encoding;
  /** What the bytes look like, whatever unsilo.yaml declares. */
  readonly looksLike: Encoding;
  /** Valid UTF-8 throughout, with letters beyond ASCII: no text in an eight-bit encoding is that by chance. */
  readonly surelyUtf8: boolean;
  /** The text begins with a byte order mark. */
  readonly marked: boolean;
  /** Zero bytes occur, which no text has. */
  readonly hasZeros: boolean;
  /** Carriage returns occur, so that line ends may be of several kinds. */
  readonly hasReturns: boolean;
  /** Two line ends in a row occur somewhere: there may be blank lines. */
  readonly mayHaveBlankLines: boolean;
}

/** A row read here rather than by the engine; `row` counts as a spreadsheet does. */
export interface TextRow {
  readonly row: number;
  readonly cells: readonly (string | null)[];
}

/** Rows found in a text, in their order, some at a time, and what looks like one but cannot be read. */
export type FoundRows = readonly (TextRow | Reject)[];
export type Found = () => AsyncIterable<FoundRows>;

/** A file of which the column names are known. */
export interface OpenFile extends SourceFile {
  readonly facts: FileFacts;
  readonly header: readonly string[];
  /** Row of the first record. */
  readonly firstRow: number;
  readonly delimiter: string;
  /** Where the column names were found, when unsilo.yaml does not say and row 1 has none. */
  readonly foundHeader?: string;
  /** The mapping its columns are read by, when unsilo.yaml names none. */
  readonly foundMapping?: string;
  /** Finds its rows, for texts that are no rows themselves: a log, mails. */
  readonly found?: Found;
  /** The day each of its files ends at the latest, for times without a year. */
  readonly lastDay?: string;
  /** Its times have no zone. */
  readonly zoneless?: boolean;
  /** How nested documents become rows, when the engine reads them. */
  readonly documents?: Omit<DocumentLayout, 'header'>;
  /** All rows, when they are read here. */
  readonly rows?: { readonly good: readonly TextRow[]; readonly bad: readonly Reject[] };
}

/** A file and how its rows become records. */
export interface PlannedFile extends OpenFile {
  readonly plan: Plan;
}

/** A file of an inventory kept in another tool, read. */
export interface ImportFile extends SourceFile {
  readonly facts: FileFacts;
  readonly imported: Imported;
}
