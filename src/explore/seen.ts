import type { Address } from './sheet.js';
import type { Form, State } from './state.js';

/** What of the screen a key may depend on. */
export interface Seen {
  /** Lines of the page, and those that fit on the screen. */
  readonly length: number;
  readonly fits: number;
  /** Where the picked line leads. */
  readonly target: Address | undefined;
  /** Findings a deed is about: the marked ones, else the one in view. */
  readonly about: readonly string[];
  readonly today: string;
  /** The one in view. */
  readonly finding: string | undefined;
  /** System to show with its neighbours. */
  readonly system: string | undefined;
}

/** Deeds that nothing need be said for: the last one, an acceptance, an owner. */
export type TakingBack = 'undo' | 'withdraw' | 'release';

/** What a key asks for beside another state. */
export type Effect =
  | { readonly kind: 'quit' | 'copy' | 'mark' | 'mark-all' | 'mark-none' | TakingBack }
  | { readonly kind: 'submit'; readonly form: Form };

export interface Pressed {
  readonly state: State;
  readonly effect?: Effect;
}
