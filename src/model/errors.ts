/** Where in an input something is wrong. `row` counts as a spreadsheet does: the header is row 1. */
export interface Place {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
}

interface Details {
  /** What is wrong, one sentence. */
  readonly message: string;
  readonly value?: string;
  readonly expected?: string;
  /** What to try, at most three. */
  readonly tips?: readonly string[];
}

/** What was typed cannot be done. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(readonly details: Details) {
    super(details.message);
  }
}

export interface Problem extends Details {
  readonly place: Place;
}

/** What was given cannot be read. All problems of one run of a reader are reported together. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  constructor(
    readonly problems: readonly Problem[],
    /** What was not done because of them. */
    readonly undone: 'audited' | 'linked' | 'searched' | 'checked' | 'classified' = 'audited',
  ) {
    super(problems.map((problem) => problem.message).join('\n'));
  }
}
