/** What rows of the inventory are called: the id, and the name where they have one. */
export interface Named {
  readonly id: string;
  readonly name: string | null;
  /** Silo of a system. */
  readonly within?: string;
}

/** Everything by which an organisation could be known in a document. */
export interface Names {
  readonly organisations: readonly Named[];
  readonly silos: readonly Named[];
  readonly systems: readonly Named[];
  readonly owners: readonly Named[];
  readonly flows: readonly Named[];
  readonly points: readonly Named[];
  readonly communications: readonly Named[];
  readonly templates: readonly Named[];
  readonly channels: readonly Named[];
  readonly vendors: readonly Named[];
  readonly files: readonly Named[];
  readonly findings: readonly Named[];
  /** Paths and words that stay what they are, such as fields. */
  readonly kept: readonly string[];
}
