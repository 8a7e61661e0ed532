import type { StoreOptions } from './run-request.js';

/** Options of `unsilo why` as typed. */
export interface WhyOptions extends StoreOptions {
  readonly errors?: string;
  readonly total?: string;
  readonly previousErrors?: string;
  readonly previousTotal?: string;
  readonly amount?: string;
  readonly forecast?: string;
  readonly by?: string;
  readonly layers: string;
  readonly least: string;
  readonly format?: string[];
}
