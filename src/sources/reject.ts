/** One thing wrong with a row, as `std_rejects` keeps it. */
export interface Reject {
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly expected: string;
}
