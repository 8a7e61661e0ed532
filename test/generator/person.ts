import type { Name } from './names.js';

/** One true person of the simulated world. */
export interface Person {
  readonly index: number;
  readonly given: Name;
  readonly family: Name;
  readonly born: string;
  readonly email: string;
  /** The address the bought bank knows: sometimes another one. */
  readonly emailB: string;
  readonly phone: string;
  readonly street: string;
  readonly city: string;
  readonly country: string;
  readonly postcode: string;
  readonly language: string;
  readonly nationalId: string;
  readonly sharesEmail: boolean;
  /** Ids of the stores that know this person. */
  readonly stores: readonly string[];
  /** Lifelike worlds: when relationships ended, by store, and when the person died (minutes). */
  readonly closed?: ReadonlyMap<string, number>;
  readonly died?: number | undefined;
  /** Lifelike worlds: has two accounts wherever there are account numbers. */
  readonly twoAccounts?: boolean;
}
