import type { Regimes } from '../../../model/regimes.js';
import { type Grace, type GraceSettings, ownEntries, regimeGrace, renderTime } from './rules.js';

/** One provision or setting by which senders have time. */
export interface GraceInForce {
  readonly by: string;
  readonly time: string;
  readonly citation: string;
  readonly jurisdictions: readonly string[];
  readonly channels: readonly string[];
}

const stated = (
  grace: Grace,
  jurisdictions: readonly string[],
  channels: readonly string[],
): GraceInForce => ({
  by: grace.name,
  time: renderTime(grace),
  citation: grace.citation,
  jurisdictions,
  channels,
});

/** Everything that may give a sender time in this ecosystem: settings first, in their order, then regimes by name. */
export function graceInForce(settings: GraceSettings, regimes: Regimes): GraceInForce[] {
  const own = ownEntries(settings).map(({ entry, grace }) =>
    stated(grace, entry.jurisdiction === undefined ? ['*'] : [entry.jurisdiction], [entry.channel]),
  );
  const named = settings.regimes;
  const law = Object.entries(regimes.regimes)
    .filter(([name, { jurisdictions }]) => named?.includes(name) ?? !jurisdictions.includes('*'))
    .map(([name, regime]) => stated(regimeGrace(name, regime), regime.jurisdictions, regime.channels));
  return [...own, ...law];
}
