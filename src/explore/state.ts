import type { Cause } from '../model/enums.js';
import type { SortKey } from './findings/listing.js';
import type { Address } from './sheet.js';

/** A page, with the line that is picked on it. */
export interface Place {
  readonly address: Address;
  readonly cursor: number;
}

/** What is being typed, field after field. */
export interface Form {
  readonly kind: 'filter' | 'suppress' | 'assign' | 'export' | 'customer';
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly at: number;
  /** Findings it is about. */
  readonly about: readonly string[];
}

/** All that keys change. */
export interface State {
  /** The last one is shown; Esc leads back. */
  readonly places: readonly Place[];
  readonly query: string;
  readonly sort: SortKey;
  readonly grouped: boolean;
  readonly closed: ReadonlySet<Cause | null>;
  readonly form: Form | null;
  /** What the last key came to. */
  readonly note: string;
  /** Counts up where something beside the state has changed. */
  readonly revision: number;
}

export const shown = ({ places }: State): Place => places.at(-1)!;

/** Pages that keys lead to directly. */
export const tabs = [
  ['overview', 'Overview'],
  ['findings', 'Findings'],
  ['systems', 'Systems'],
  ['errors', 'Errors'],
  ['customer', 'Customer'],
  ['initiatives', 'Roadmap'],
] as const;

/** What an address may begin with; most go on with an id, `system:crm`. */
export const pageKinds = [
  'overview',
  'findings',
  'finding',
  'persons',
  'systems',
  'system',
  'flows',
  'errors',
  'error',
  'customer',
  'initiatives',
  'initiative',
  'filters',
  'marks',
  'help',
] as const;
export type PageKind = (typeof pageKinds)[number];

/** How the explorer opens. */
export interface Opening {
  readonly address?: Address | undefined;
  readonly query?: string | undefined;
  readonly sort?: SortKey | undefined;
  readonly grouped?: boolean | undefined;
}

const base: Place = { address: 'findings', cursor: 0 };

export function openState({ address, query = '', sort = 'harm', grouped = false }: Opening): State {
  const at: Place[] = address === undefined || address === 'findings' ? [] : [begin(address)];
  return {
    places: [base, ...at],
    query,
    sort,
    grouped,
    closed: new Set(),
    form: null,
    note: '',
    revision: 0,
  };
}

/** The line a page begins with: among what is decided the first is a heading. */
const begin = (address: Address): Place => ({ address, cursor: address === 'marks' ? 1 : 0 });

/** The page on top of the others. */
export const open = (state: State, address: Address): State => ({
  ...state,
  note: '',
  places: [...state.places, begin(address)],
});

/** One page back; the last one stays. */
export const back = (state: State): State => ({
  ...state,
  note: '',
  places: state.places.length > 1 ? state.places.slice(0, -1) : state.places,
});

/** A page as the only one. */
export const start = (state: State, address: Address): State => ({
  ...state,
  note: '',
  places: shown(state).address === address ? state.places : [begin(address)],
});

export const moveTo = (state: State, cursor: number): State => ({
  ...state,
  note: '',
  places: [...state.places.slice(0, -1), { ...shown(state), cursor }],
});
