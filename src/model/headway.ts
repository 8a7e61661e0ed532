/** How far a stage is. */
export interface Headway {
  /** 0 to 1; null where nobody can say. */
  readonly share: number | null;
  /** Rows done so far, or worked on; null where there are none. */
  readonly rows: number | null;
}

/** Asked as often as somebody looks, and only then: it costs next to nothing. */
export type ReadHeadway = () => Headway;
