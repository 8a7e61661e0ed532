import type { Trouble } from './trouble.js';

/** The simulated world: what is declared in the inventory, and how it really behaves. */
export const consentChannels = ['email', 'sms', 'push', 'post', 'phone'] as const;
export type ConsentChannel = (typeof consentChannels)[number];

export interface System {
  readonly id: string;
  readonly name: string;
  readonly silo: string;
  readonly lobs: readonly string[];
  readonly kind: string;
  readonly vendor: string;
}

/** How a system writes its choices down for others: what is kept of them, and in what form. */
export interface Habits {
  readonly layout: 'long' | 'history' | 'wide' | 'flags' | 'codes' | 'local' | 'list' | 'days' | 'twice';
  /** What is known of a record's time: the decision's instant, the instant it was stored, its day, or nothing. */
  readonly times: 'exact' | 'stored' | 'day' | 'none';
  readonly calendar: 'gregorian' | 'jalali' | 'hijri';
  readonly customers: 'plain' | 'upper' | 'script' | 'workbook' | 'lines';
  readonly log: 'plain' | 'codes' | 'lines' | 'local';
}

/** What makes a world lifelike: people change their minds until the last hour, and systems differ in their habits. */
export interface Life {
  /** How a copy that came by interface is marked. */
  readonly copies: 'imported' | 'explicit';
  /** When jobs that got lost stopped working (minutes). */
  readonly breaksAt: number;
  readonly grace: number;
}

/** A system with customers and preferences of its own. */
export interface Store extends System {
  /** Which customers it has: of bank A, of bank B, of the Gulf branch, or of any. */
  readonly side: 'a' | 'b' | 'gulf' | 'any';
  readonly share: number;
  readonly key: 'customer_no' | 'account_no' | 'user_id' | 'subscriber_key' | 'email';
  /** Number space of the customer_no it knows; empty when it knows none. */
  readonly space: '' | 'a' | 'b' | 'gulf';
  /** Keys by which it can attach what arrives. */
  keys: readonly string[];
  readonly consent: readonly ConsentChannel[];
  readonly delivery: boolean;
  readonly dayOnly: boolean;
  /** Customers give and withdraw choices here. */
  readonly asks: readonly string[];
  readonly sends: boolean;
  readonly defaults: boolean;
  readonly master: boolean;
  readonly hasCustomers: boolean;
  /** Only in lifelike worlds. */
  readonly habits?: Habits;
}

export interface FlowField {
  readonly source: string;
  readonly target: string;
  transform: 'identity' | 'invert';
  readonly keyType: string;
}

export interface Flow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly mechanism: string;
  /** Minutes. */
  latency: number;
  fields: FlowField[];
  /** Declared and fast, but nothing arrives: behaviour, not inventory. */
  broken: boolean;
  /** Minutes it really takes, where that is not the declared latency. */
  takes?: number;
}

export interface Holding {
  readonly system: string;
  readonly field: string;
  role: string;
  agentEdits: boolean;
}

export interface PointField {
  readonly field: string;
  prefilled: boolean;
  readonly legalDuty: string;
}

export interface Point {
  readonly id: string;
  readonly name: string;
  readonly system: string;
  readonly channel: string;
  readonly actor: string;
  readonly process: string;
  readonly perMonth: number;
  offers: string[];
  readonly asks: PointField[];
}

export interface Gateway {
  readonly id: string;
  readonly channel: string;
  readonly system: string;
  readonly vendors: readonly string[];
  readonly cost: string;
  /** Only these senders use it; empty for all others. */
  readonly only: readonly string[];
}

export interface Communication {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly lob: string;
  readonly basis: string;
  readonly process: string;
  readonly source: string;
  readonly composer: string;
  readonly channels: readonly string[];
  readonly fields: readonly string[];
  readonly frequency: string;
}

/** An origin of errors: which messages it spoils, how, and how often. */
export interface ErrorSource {
  readonly class: string;
  readonly origin: string;
  readonly share: number;
  spoils(message: { template: string; version: string; vendor: string; source: string }): boolean;
}

export interface World {
  readonly name: string;
  /** Missing in the tidy world of the example bank. */
  readonly life?: Life | undefined;
  readonly lobs: readonly string[];
  readonly silos: readonly { id: string; name: string; owner: string }[];
  readonly systems: readonly System[];
  readonly stores: readonly Store[];
  flows: Flow[];
  /** Flows that run without standing in any inventory. */
  hidden: Flow[];
  holdings: Holding[];
  points: Point[];
  readonly gateways: readonly Gateway[];
  readonly communications: readonly Communication[];
  /** Bulk loads that overwrite what had come in by interface. */
  reimports: { system: string; channel: ConsentChannel; time: number }[];
  /** Senders whose vendor fails one message in `every`. */
  failing: { system: string; channel: string; every: number }[];
  errors: ErrorSource[];
  readonly trouble: Trouble;
}
