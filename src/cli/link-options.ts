import type { StoreOptions } from './run-request.js';

/** What `unsilo link` is told, as typed. */
export interface LinkOptions extends StoreOptions {
  readonly map?: string[];
  readonly ignore?: string[];
  readonly linkOnly?: boolean;
  readonly deduplicated?: string[];
  readonly threshold?: string;
  readonly known?: string;
  readonly out?: string;
  readonly links?: string;
  readonly format?: string[];
  readonly explain?: string[];
  readonly review?: string;
  readonly answers?: string;
  readonly reveal?: boolean;
}
