/** Where a command leaves its exit code: 0 clean, 1 findings or failed cases. */
export interface Outcome {
  exitCode: number;
}
