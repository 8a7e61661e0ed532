/** A job that starts twice: every message of a communication in a time goes out again a little later. */
export interface Rerun {
  readonly communication: string;
  readonly from: number;
  readonly to: number;
}

/** The same persons are written to by several systems in one month, each within its own measure. */
export interface Campaign {
  readonly systems: readonly string[];
  /** First minute of the month. */
  readonly from: number;
  /** Messages each system sends to a person. */
  readonly each: number;
}

/** Addresses that died while a sender does not read the list of returns. */
export interface DeadAddresses {
  readonly system: string;
  readonly channel: string;
  readonly since: number;
  /** One person in so many. */
  readonly every: number;
}

/** A message to every fifth customer of its sender at one time, beside the ordinary ones. */
export interface Invitation {
  readonly communication: string;
  readonly time: number;
}

/**
 * A system in which the old value of a detail comes back after agents have put it right: by a feed whose giver still has
 * it, or out of a backup of its own, after which they put it right again.
 */
export interface Restored {
  readonly system: string;
  readonly field: 'contact.postal_address';
  readonly by: 'feed' | 'backup';
}

/** Opt-outs in answers to messages that a gateway sees and nobody enters anywhere. */
export interface Unheard {
  readonly gateway: string;
  readonly channel: string;
}

/** Opt-outs in answers to messages that a job nobody declared enters where the customer had them entered. */
export type Entered = Unheard;

/** What is wrong with how systems behave, besides choices, failures and errors. */
export interface Trouble {
  /** Systems marked to be retired. */
  retiring: string[];
  reruns: Rerun[];
  campaigns: Campaign[];
  dead: DeadAddresses[];
  /** Senders whose vendor reports nothing back. */
  silent: { system: string; channel: string }[];
  /** Communications whose text exists in one language only. */
  oneLanguage: { communication: string; language: string }[];
  /** Those that ask to give up paper and look at nobody's choice. */
  invitations: Invitation[];
  surveys: Invitation[];
  restored: Restored[];
  unheard: Unheard[];
  entered: Entered[];
}

export const noTrouble = (): Trouble => ({
  retiring: [],
  reruns: [],
  campaigns: [],
  dead: [],
  silent: [],
  oneLanguage: [],
  invitations: [],
  surveys: [],
  restored: [],
  unheard: [],
  entered: [],
});
