import type { EcosystemGraph, Inventory } from '../graph/types.js';
import type { Config } from '../model/config.js';
import type { Regimes } from '../model/regimes.js';

/** What every module of facts is handed besides the store. */
export interface FactContext {
  readonly config: Config;
  /** The run's clock, RFC 3339 in UTC. */
  readonly asOf: string;
  readonly graph: EcosystemGraph;
  readonly inventory: Inventory;
  /** `rules/regimes.yaml`; without it only unsilo.yaml grants time. */
  readonly regimes?: Regimes;
}
