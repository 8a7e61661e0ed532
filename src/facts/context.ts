import type { ClassifyRules } from '../classify/types.js';
import type { EcosystemGraph, Inventory } from '../graph/types.js';
import type { Config } from '../model/config.js';
import type { Regimes } from '../model/regimes.js';
import type { ReportWords } from '../model/report-words.js';

/** What every module of facts is handed besides the store. */
export interface FactContext {
  readonly config: Config;
  /** The run's clock, RFC 3339 in UTC. */
  readonly asOf: string;
  readonly graph: EcosystemGraph;
  readonly inventory: Inventory;
  /** `rules/regimes.yaml`; without it only unsilo.yaml grants time. */
  readonly regimes?: Regimes;
  /** `rules/error/tables/reports.yaml`; without it reports in free text have no class. */
  readonly reportWords?: () => ReportWords;
  /** Rules that say why messages failed; read when a message has. Without them all are unclassified. */
  readonly classifyRules?: () => ClassifyRules;
}
