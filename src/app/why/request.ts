/** What is asked of a table of counts. Columns by their header. */
export interface WhyRequest {
  readonly file: string;
  /** Errors of a row; without it there are amounts. */
  readonly errors?: string;
  /** What the errors are a part of; without it every row counts once. */
  readonly total?: string;
  /** Amount of a row and what was forecast for it, instead of errors. */
  readonly amount?: string;
  readonly forecast?: string;
  readonly previousErrors?: string;
  readonly previousTotal?: string;
  /** Attributes to search; without them every other column. */
  readonly by?: readonly string[];
  readonly layers: number;
  readonly leastErrors: number;
  /** Folder for spilling and copies, removed by the caller. */
  readonly folder: string;
  readonly memoryLimit?: string;
}
