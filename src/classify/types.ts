import type { Classification, ClassifyInput, Party, Permanence, Reason } from '../model/delivery.js';

/** What a code of a scheme means; code in capitals. */
export interface CodeRule {
  readonly scheme: string;
  readonly code: string;
  /** What happened, of `eventTypes`, where the code itself says so. */
  readonly type?: string | undefined;
  readonly reason?: Reason | undefined;
  readonly permanence?: Permanence | undefined;
  /** 0 to 1; a code below `sureCode` speaks after the words. */
  readonly confidence: number;
}

/** A vendor's list of codes, and when it is asked. */
export interface Scheme {
  readonly id: string;
  /** Words in the name of a vendor that make it this one. */
  readonly vendors: readonly string[];
  /** Channels on which it is asked when no vendor is named. */
  readonly channels: readonly string[];
}

/** In which order rules for texts are asked: receivers before words, and `late` ones after codes that say something. */
export const tiers = ['receivers', 'words', 'late', 'reply'] as const;
export type Tier = (typeof tiers)[number];

/** Words by which a failure is known; the first rule that fits is taken. */
export interface TextRule {
  readonly id: string;
  readonly tier: Tier;
  readonly reason?: Reason | undefined;
  /** The event that a text shows, instead of a failure. */
  readonly type?: 'complained' | 'autoreply' | 'delivered' | undefined;
  readonly permanence?: Permanence | undefined;
  readonly party?: Party | undefined;
  readonly confidence?: number | undefined;
  /** One of these; `a … b` where `b` must come later than `a`. Without, conditions alone decide. */
  readonly says: readonly string[];
  /** And none of these. */
  readonly unless: readonly string[];
  readonly when: Conditions;
}

/** What must hold besides; of each list one entry. */
export interface Conditions {
  /** `5.7.1`, `7.1` or a subject `7`. */
  readonly enhanced?: readonly string[] | undefined;
  /** Beginnings of reply codes. */
  readonly reply?: readonly string[] | undefined;
  readonly stage?: readonly string[] | undefined;
  readonly channel?: readonly string[] | undefined;
  readonly type?: readonly string[] | undefined;
  /** Ends of the name of the host that answered. */
  readonly remote?: readonly string[] | undefined;
}

export interface ClassifyRules {
  readonly schemes: readonly Scheme[];
  readonly codes: readonly CodeRule[];
  /** In the order they are asked within a tier; read when the first text is. */
  readonly texts: () => readonly TextRule[];
}

/** Says what became of a message. */
export type Classifier = (input: ClassifyInput) => Classification;
