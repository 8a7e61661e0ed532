import type { Config } from '../model/config.js';
import { settleAll } from '../store/side-by-side.js';
import type { Store } from '../store/store.js';
import type { FactBase } from './fact-base.js';
import { provideFacts } from './provide-facts.js';
import { type Announce, type RunRequest, withStore } from './run-stages.js';

/** A run up to its facts, for questions that no rule has a part in. */
export interface Facts extends FactBase {
  readonly store: Store;
  readonly config: Config;
}

/** Provides the facts, from an earlier run where there was one, and hands them to `use`; no rule is read or asked. */
export const withFacts = <T>(
  request: RunRequest,
  announce: Announce,
  use: (facts: Facts) => Promise<T>,
): Promise<T> =>
  withStore(request, announce, async (store, found) => {
    const { base, keeping } = await provideFacts(store, request, found, announce);
    const using = use({ store, config: found.text.config, ...base });
    // The store must not be closed while later runs' facts are being written from it.
    await settleAll<unknown>([using, keeping]);
    return using;
  });
