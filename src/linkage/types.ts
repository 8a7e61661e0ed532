/** What a column says of a person. `other`: further text, the same or similar; `key`: a number another system gave. */
export const roles = [
  'given_name',
  'family_name',
  'full_name',
  'date_of_birth',
  'gender',
  'email',
  'phone',
  'street_number',
  'street',
  'address_line',
  'city',
  'postcode',
  'state',
  'country',
  'national_id',
  'key',
  'birth_place',
  'occupation',
  'other',
] as const;
export type Role = (typeof roles)[number];

/** A column of the relation to link, as text; NULL and blank are unknown. */
export interface LinkColumn {
  readonly column: string;
  readonly role: Role;
}

/** Which pairs are compared: `all`, or only those of two different sources. */
export type Compared = 'all' | 'across';

export interface LinkRequest {
  /**
   * Relation with `record INTEGER` (one number a record, never a feature), `source INTEGER` (the file or system it is
   * from) and the text columns.
   */
  readonly relation: string;
  readonly columns: readonly LinkColumn[];
  readonly compare: Compared;
  /** Relation `(a INTEGER, b INTEGER)` of records known to be one person: always joined, with confidence 1. */
  readonly known?: string;
  /** Relation `(a INTEGER, b INTEGER)` of records known to be two persons, in either order: never joined. */
  readonly apart?: string;
  /** Sources that hold a person once: no two of their records are ever joined. */
  readonly deduplicated?: readonly number[];
  /** Probability from which a pair counts as a link, 0.5 to 1; default 0.5. */
  readonly threshold?: number;
  readonly onProgress?: (step: string) => void;
}

/** One way in which two values of a field may agree; `missing` weighs nothing. */
export interface Level {
  readonly name: string;
  /** Share of matches and of other pairs that agree in this way, 0 to 1, of pairs that both state the field. */
  readonly m: number;
  readonly u: number;
  /** log2(m / u) */
  readonly weight: number;
  /** The weight moves with how common the value is. */
  readonly byFrequency: boolean;
}

export interface FieldModel {
  readonly column: string;
  readonly role: Role;
  readonly levels: readonly Level[];
}

/** A rule by which pairs become candidates: equal in all these keys. */
export interface Block {
  readonly keys: readonly string[];
  readonly pairs: number;
  /** Values held by more records than the cap, and the pairs that were therefore not compared. */
  readonly dropped: { readonly values: number; readonly pairs: number };
}

export interface LinkModel {
  readonly fields: readonly FieldModel[];
  /** log2 odds of any pair to be a match before anything is compared. */
  readonly prior: number;
}

export interface LinkSummary {
  readonly records: number;
  readonly sources: number;
  readonly model: LinkModel;
  readonly blocks: readonly Block[];
  /** Different pairs compared. */
  readonly compared: number;
  /** Pairs at or over the threshold. */
  readonly links: number;
  readonly persons: number;
  /** From the model, without labels, 0 to 1; null where nothing was linked. */
  readonly estimated: {
    readonly blockingRecall: number | null;
    readonly precision: number | null;
    readonly recall: number | null;
  };
  readonly threshold: number;
  /** Names that sound like too many others to be compared across scripts with all of them. */
  readonly crowdedNames: number;
  /** Step → milliseconds. */
  readonly timings: Readonly<Record<string, number>>;
}

/** One field of one pair: how it agreed and what that weighs, in bits. */
export interface WaterfallStep {
  readonly column: string;
  readonly role: Role;
  readonly left: string | null;
  readonly right: string | null;
  readonly level: string;
  readonly weight: number;
  /** Bits added because the value is rare, or taken away because it is common. */
  readonly frequency: number;
}

export interface Waterfall {
  readonly a: number;
  readonly b: number;
  readonly prior: number;
  readonly steps: readonly WaterfallStep[];
  /** Sum of all, bits. */
  readonly weight: number;
  readonly probability: number;
}

/**
 * `linkRecords(store, request)` leaves behind, besides what it returns:
 * - `work_link_pairs(a INTEGER, b INTEGER, weight INTEGER, ppm INTEGER, known BOOLEAN)`: pairs with a < b of a
 *   probability of 1 % or more, the weight in thousandths of a bit, the probability in millionths;
 * - `work_link_persons(record INTEGER, person INTEGER, ppm INTEGER, basis VARCHAR)`: every record; the person is its
 *   smallest record; `ppm` is the confidence that the record belongs there (1000000 for one that stands alone); basis
 *   is `known`, `probabilistic` or `alone`.
 *
 * `linkRecords(store, request)` gives this; `explainPair` answers as long as the tables stand.
 */
export interface Linkage {
  readonly summary: LinkSummary;
  readonly explainPair: (a: number, b: number) => Promise<Waterfall>;
}
