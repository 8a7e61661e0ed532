import { createJudge, type Judge } from '../../facts/lookup/person/decide.js';
import { ranksFor, readAuthorities } from '../../facts/preferences/ranks.js';
import type { Config } from '../../model/config.js';
import type { Query } from '../../store/store.js';
import { parseDuration } from '../../text/durations.js';

/** Decides choices as the facts of this run do. */
export async function readJudge(store: Query, config: Config): Promise<Judge> {
  const authorities = await readAuthorities(store);
  const toleranceMs = (parseDuration(config.clock_tolerance) ?? 0) * 1000;
  return createJudge(config.policy, toleranceMs, ({ channel, lob }) =>
    ranksFor(authorities, `preference.consent.${channel}`, lob),
  );
}
