import type { Row, Value } from './store.js';

/** What a cell is asked. `most` bounds an answer: rows, and characters of text. */
export type Ask =
  | { readonly kind: 'run'; readonly sql: string }
  | {
      readonly kind: 'insert';
      readonly table: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Value[])[];
    }
  | {
      readonly kind: 'all';
      readonly sql: string;
      readonly parameters: Readonly<Record<string, Value>>;
      readonly most: { readonly rows: number; readonly characters: number };
    };

/** What it answers; `failed` is the engine's word. */
export type Answer =
  | { readonly rows: readonly Row[] }
  | { readonly failed: string }
  | { readonly exceeded: 'rows' | 'characters' };
