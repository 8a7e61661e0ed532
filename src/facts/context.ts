import type { ClassifyRules } from '../classify/types.js';
import type { Config } from '../model/config.js';
import type { Regimes } from '../model/regimes.js';
import type { ReportWords } from '../model/report-words.js';
import type { Ways } from './read-ways.js';

/** What every module of facts is handed besides the store. */
export interface FactContext extends Ways {
  readonly config: Config;
  /** The run's clock, RFC 3339 in UTC. */
  readonly asOf: string;
  /** The ways of today, where the inventory is that of a future: what they kept from arriving then arrives. */
  readonly before?: Ways;
  /** `rules/regimes.yaml`; without it only unsilo.yaml grants time. */
  readonly regimes?: Regimes;
  /** `rules/error/tables/reports.yaml`; without it reports in free text have no class. */
  readonly reportWords?: () => ReportWords;
  /** Rules that say why messages failed; read when a message has. Without them all are unclassified. */
  readonly classifyRules?: () => ClassifyRules;
}
