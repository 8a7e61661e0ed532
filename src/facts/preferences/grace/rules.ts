import type { GraceEntry } from '../../../model/choice-settings.js';
import type { Config } from '../../../model/config.js';
import type { Regime, Regimes } from '../../../model/regimes.js';
import { parseDuration } from '../../../text/durations.js';
import { isPartOf } from '../policies.js';

const hour = 3_600_000;
const day = 24 * hour;

/** Time a sender has to honour an opt-out, and who says so. */
export interface Grace {
  /** Name of the regime, or of the file that sets it. */
  readonly name: string;
  /** Empty where a setting and no provision grants it. */
  readonly citation: string;
  /** Milliseconds; of business days at least as many days of 24 hours. */
  readonly ms: number;
  readonly business?: { readonly days: number; readonly calendar: string };
}

export type GraceSettings = Pick<Config, 'grace' | 'regimes'>;

const everywhere = '*';

function entryGrace({ time, business_days: days, holidays = '' }: GraceEntry): Grace {
  const said = { name: 'unsilo.yaml', citation: '' };
  if (days === undefined) return { ...said, ms: (parseDuration(time!) ?? 0) * 1000 };
  return { ...said, ms: days * day, business: { days, calendar: holidays } };
}

/** What unsilo.yaml grants outright: for the record's jurisdiction first, then for the channel. */
function ownGrace({ grace = [] }: GraceSettings, channel: string, place: string): Grace | undefined {
  const fits = grace.filter(
    (entry) =>
      (entry.channel === channel || entry.channel === everywhere) &&
      (entry.jurisdiction === undefined || isPartOf(place, entry.jurisdiction)),
  );
  const weight = (entry: (typeof fits)[number]) =>
    (entry.jurisdiction?.length ?? 0) * 2 + (entry.channel === channel ? 1 : 0);
  const [best] = [...fits].sort((a, b) => weight(b) - weight(a));
  return best && entryGrace(best);
}

/** Entries of unsilo.yaml, each with the time it grants. */
export const ownEntries = ({ grace = [] }: GraceSettings): { entry: GraceEntry; grace: Grace }[] =>
  grace.map((entry) => ({ entry, grace: entryGrace(entry) }));

export function regimeGrace(name: string, regime: Regime): Grace {
  const days = regime.business_days;
  const said = { name, citation: regime.citation };
  if (days === undefined) return { ...said, ms: (regime.hours ?? 0) * hour };
  return { ...said, ms: days * day, business: { days, calendar: regime.calendar ?? '' } };
}

interface Candidate {
  readonly grace: Grace;
  /** The regime is known to hold: for the record's jurisdiction, or wherever. */
  readonly holds: boolean;
}

function candidates(
  regimes: Regimes,
  named: readonly string[] | undefined,
  channel: string,
  place: string,
): Candidate[] {
  const inUse = Object.entries(regimes.regimes).filter(([name]) => named?.includes(name) ?? true);
  return inUse.flatMap(([name, regime]) => {
    if (!regime.channels.some((one) => one === everywhere || one === channel)) return [];
    const isGeneral = regime.jurisdictions.includes(everywhere);
    const isHere = regime.jurisdictions.some((one) => isPartOf(place, one));
    if (isGeneral ? named === undefined : place !== '' && !isHere) return [];
    if (place === '' && named === undefined) return [];
    return [{ grace: regimeGrace(name, regime), holds: isGeneral || place !== '' }];
  });
}

/**
 * The time for an opt-out of a jurisdiction (empty: not known) and messages of a channel; undefined means at once, by
 * nobody's word. Settings outweigh regimes. Regimes that hold bind all at once, so the shortest counts; where the
 * jurisdiction is not known the longest of those named does, so that no finding rests on a guess.
 */
export function graceFor(
  settings: GraceSettings,
  regimes: Regimes,
  channel: string,
  place: string,
): Grace | undefined {
  const own = ownGrace(settings, channel, place);
  if (own) return own;
  const found = candidates(regimes, settings.regimes, channel, place);
  const pick = (of: readonly Candidate[], sign: number) =>
    [...of].sort((a, b) => (a.grace.ms - b.grace.ms) * sign)[0]?.grace;
  const sure = pick(
    found.filter(({ holds }) => holds),
    1,
  );
  const guessed = pick(
    found.filter(({ holds }) => !holds),
    -1,
  );
  return sure && guessed ? (sure.ms <= guessed.ms ? sure : guessed) : (sure ?? guessed);
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** `10 business days`, `2 days`, `no time`. */
export function renderTime({ ms, business }: Grace): string {
  if (business) return counted(business.days, 'business day');
  if (ms === 0) return 'no time';
  return ms % day === 0 ? counted(ms / day, 'day') : counted(Math.round(ms / hour), 'hour');
}

/** `10 business days (us_can_spam, 15 USC 7704(a)(4)(A))`. */
export const renderGrace = (grace: Grace): string =>
  `${renderTime(grace)} (${[grace.name, grace.citation].filter((part) => part !== '').join(', ')})`;
