import type { Life, Store, System } from './types.js';

export type PointKind = 'onboarding' | 'preferences' | 'contact' | 'income';

/** The little a shape has to say; everything else follows from it in build.ts. */
export interface Blueprint {
  readonly name: string;
  readonly life?: Life;
  readonly lobs: readonly string[];
  readonly silos: readonly { id: string; name: string; owner: string }[];
  readonly stores: readonly Store[];
  /** Collection points: store, kind, channel, name. */
  readonly points: readonly (readonly [string, PointKind, string, string])[];
  /** Directed links between stores, in minutes. */
  readonly links: readonly (readonly [string, string, number])[];
  /** Stores that hand on what they do not hold themselves. */
  readonly transit: readonly string[];
  /** Systems without customers of their own: sources, composition, archive, reporting. */
  readonly others: readonly System[];
  readonly gateways: readonly GatewayPlan[];
}

export interface GatewayPlan {
  readonly id: string;
  readonly channels: readonly string[];
  readonly name: string;
  readonly silo: string;
  readonly vendors: readonly string[];
  readonly reportsTo: string;
  /** Only these senders use it. */
  readonly only: readonly string[];
}

const customerKeys = ['key.customer_no', 'key.national_id_hash', 'key.email'];

/** A store with what most stores have; `overrides` says what is special. */
export function store(
  id: string,
  name: string,
  silo: string,
  lobs: readonly string[],
  overrides: Partial<Store> = {},
): Store {
  return {
    id,
    name,
    silo,
    lobs,
    kind: 'core',
    vendor: '',
    side: 'a',
    share: 0.5,
    key: 'customer_no',
    space: 'a',
    keys: customerKeys,
    consent: ['email', 'sms'],
    delivery: true,
    dayOnly: false,
    asks: [],
    sends: true,
    defaults: true,
    master: false,
    hasCustomers: true,
    ...overrides,
  };
}

export const system = (id: string, name: string, silo: string, kind: string): System => ({
  id,
  name,
  silo,
  lobs: [],
  kind,
  vendor: '',
});

/** Both directions of a link, each a little different so that no two ways take the same time. */
export const both = (a: string, b: string, minutes: number): [string, string, number][] => [
  [a, b, minutes],
  [b, a, minutes + 7],
];
