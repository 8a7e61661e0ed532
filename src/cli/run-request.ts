import { assertMemorySize, normaliseInstant } from './checks.js';

/** Where a command keeps what it loads, and how much memory it takes; as typed. */
export interface StoreOptions {
  readonly store?: string;
  readonly memoryLimit?: string;
  readonly quiet?: boolean;
}

/** The same of a command that computes facts. */
export interface RunOptions extends StoreOptions {
  readonly asOf?: string;
}

/** What of a run they decide, each value checked. */
export const runRequestOf = (dir: string, { asOf, store, memoryLimit }: RunOptions) => ({
  dir,
  ...(asOf !== undefined && { asOf: normaliseInstant('--as-of', asOf) }),
  ...(store !== undefined && { storeDir: store }),
  ...(memoryLimit !== undefined && { memoryLimit: assertMemorySize(memoryLimit) }),
});
