/** How far a stage is. */
export interface Headway {
  /** 0 to 1; null where nobody can say. */
  readonly share: number | null;
  /** Rows done so far; null where rows are not what is counted. */
  readonly rows: number | null;
  /** What is at work, first begun first. */
  readonly at: readonly string[];
}

/** Asked as often as somebody looks, and only then: it costs next to nothing. */
export type ReadHeadway = () => Headway;
