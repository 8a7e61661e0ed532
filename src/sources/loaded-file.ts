import type { Input } from '../model/manifest.js';

/** A loaded file: where its rows are and which SELECTs give its records, by table. */
export interface LoadedFile {
  readonly source: number;
  readonly input: Input;
  readonly target: string;
  readonly selects: Readonly<Record<string, readonly string[]>>;
  readonly unused: readonly string[];
  /** Where the column names were found, when nobody had said. */
  readonly foundHeader?: string;
  /** The mapping its columns were read by, when nobody had named one. */
  readonly foundMapping?: string;
  /** The rows stand in a database of their own, not in memory. */
  readonly kept: boolean;
  /** The zone its times without one are in, when one is declared. */
  readonly zone?: string;
}
