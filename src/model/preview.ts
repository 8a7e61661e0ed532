import type { MessageChannel } from './template.js';

/** What an SMS costs: as filled, and at the longest its values can be. */
export interface PreviewCost {
  readonly encoding: string;
  readonly units: number;
  readonly segments: number;
  readonly worst: number;
  /** Fields whose length nobody says, so that the worst is an assumption. */
  readonly assumed: readonly string[];
}

/** One text of a message as its reader gets it. */
export interface PreviewCard {
  readonly kind: 'mail' | 'sms' | 'push' | 'letter' | 'text';
  readonly channel: MessageChannel;
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /** Files and keys it is made of. */
  readonly from: readonly string[];
  /** Subject of a mail, title of a push message. */
  readonly title?: string;
  readonly preheader?: string;
  /** HTML document of a mail. */
  readonly document?: string;
  readonly text?: string;
  readonly cost?: PreviewCost;
  /** Fields the sample has no value for; they stand as ‹name›. */
  readonly missing: readonly string[];
}

/** A message in every channel and locale that was asked for. */
export interface Preview {
  readonly message: string;
  /** File the values are from. */
  readonly sample?: string;
  readonly cards: readonly PreviewCard[];
}
