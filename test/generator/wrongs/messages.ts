import { random } from '../random.js';
import { DAY, HOUR } from '../time.js';
import { balanceAt, type Ledger, limitOf } from './ledger.js';
import { type Citizen, heldAt, period } from './people.js';

export interface Message {
  readonly key: string;
  readonly system: string;
  readonly communication: 'statement' | 'notice' | 'reminder';
  readonly channel: 'email' | 'sms' | 'post';
  readonly person: number;
  readonly time: number;
  readonly contact: string;
  readonly name: string;
  readonly version: string;
  /** What it states, with what it should: empty for messages without values. */
  readonly values: readonly { readonly field: string; readonly text: string }[];
  readonly isWrongAmount: boolean;
  readonly isOthersData: boolean;
  /** Whether it denies what an earlier message said of the same matter on another channel. */
  readonly isDenied: boolean;
}

export const nameOf = ({ given, family }: Citizen): string => `${given} ${family}`;

export const addressOf = (citizen: Citizen, channel: string, time: number): string => {
  if (channel === 'email') return heldAt(citizen.emails, time);
  if (channel === 'sms') return heldAt(citizen.phones, time);
  const { street, city, postcode } = heldAt(citizen.homes, time);
  return `${street}, ${city} ${postcode}`;
};

/** Who the sender believes it writes to, and by what is known to it when. */
export function addressee(
  citizens: readonly Citizen[],
  one: Citizen,
  channel: string,
  seed: number,
): Citizen {
  if (one.steward !== undefined) return citizens[one.steward]!;
  const dice = random(seed, 'holder', one.index, channel);
  return one.partner !== undefined && dice.chance(0.5) ? citizens[one.partner]! : one;
}

const grouped = (pence: number, decimals: number): string =>
  (pence / 100).toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** An amount as a channel prints it; some customers read it in dollars. */
function print(pence: number, channel: string, inDollars: boolean): string {
  if (inDollars) return `USD ${grouped(Math.round(pence * 1.27), 2)}`;
  if (channel === 'sms') return grouped(pence, 0);
  return channel === 'post' ? `£${grouped(pence, 2)}` : grouped(pence, 2);
}

export interface Mailing {
  readonly seed: number;
  readonly citizens: readonly Citizen[];
  readonly ledger: Ledger;
}

/** What goes wrong: a month whose list slipped by a line, envelopes filled wrongly, a file of addresses that is not ours, feeds that stand still, a template that loses the point. */
function misdirect(
  { seed, citizens }: Mailing,
  one: Citizen,
  channel: string,
  month: number,
  system: string,
) {
  const dice = random(seed, 'fault', one.index, channel, month, system);
  const other = citizens[(one.index + 11 + (one.index % 7)) % citizens.length]!;
  if (system === 'core' && month === 4 && channel === 'email' && dice.chance(0.15))
    return { other, named: false };
  if (system === 'core' && month === 7 && channel === 'post' && dice.chance(0.1))
    return { other, named: true };
  if (system === 'crm' && random(seed, 'file', one.index).chance(0.02) && month >= 6)
    return { other, named: false };
  return undefined;
}

function valuesOf(
  { seed, citizens, ledger }: Mailing,
  one: Citizen,
  channel: string,
  time: number,
  month: number,
) {
  const dice = random(seed, 'values', one.index, month, channel);
  const closing = time - dice.int(0, 4) * DAY;
  const inDollars = random(seed, 'dollars', one.index).chance(0.05);
  const truth = balanceAt(ledger, one.index, closing);
  const fault = dice.int(0, 999);
  const other = citizens[(one.index + 29) % citizens.length]!;
  const isOthers = month === 9 && fault < 20;
  const isStale = month === 5 && fault < 60;
  const losesPoint = month === 8 && channel === 'email' && fault < 80;
  const shownOf = isOthers ? other.index : one.index;
  const stale = isStale
    ? balanceAt(ledger, one.index, closing - 75 * DAY)
    : balanceAt(ledger, shownOf, closing);
  const shown = losesPoint ? stale * 100 : stale;
  const text = print(shown, channel, inDollars && !isOthers);
  const limit = limitOf(ledger, shownOf);
  return {
    values: [
      { field: 'value.balance', text },
      { field: 'value.limit', text: print(limit, isOthers ? 'email' : channel, inDollars && !isOthers) },
    ],
    isWrongAmount: !isOthers && Math.abs(shown - truth) >= (channel === 'sms' ? 100 : 1) && !inDollars,
    isOthersData: isOthers && Math.abs(balanceAt(ledger, other.index, closing) - truth) > 0,
  };
}

const nothing = { values: [], isWrongAmount: false, isOthersData: false };

/** One message of a month to one person. */
function write(mailing: Mailing, one: Citizen, month: number, system: string): Message {
  const { seed, citizens } = mailing;
  const dice = random(seed, 'message', one.index, month, system);
  const channel = dice.pick(['email', 'email', 'post', 'sms'] as const);
  const time = period.from + month * 30 * DAY + dice.int(2, 20) * DAY + dice.int(8, 18) * HOUR;
  const wrong = misdirect(mailing, one, channel, month, system);
  const meant = addressee(citizens, one, channel, seed);
  const reached = wrong?.other ?? meant;
  // Some senders learn of moves late, or never.
  const known = random(seed, 'late', one.index, system).chance(0.15) ? period.from : time;
  const said = system === 'core' ? valuesOf(mailing, one, channel, time, month) : nothing;
  return {
    key: `${system}-${month}-${one.index}`,
    system,
    communication: system === 'core' ? 'statement' : 'notice',
    channel,
    person: one.index,
    time,
    contact: addressOf(reached, channel, wrong ? time : known),
    name: wrong?.named ? nameOf(reached) : nameOf(one.steward === undefined ? one : meant),
    version: month >= 8 ? 'v2' : 'v1',
    ...said,
    isDenied: false,
  };
}

/** The customer system knows some, and writes to whom it knows. */
export const isInCrm = ({ index, stewardship }: Citizen): boolean =>
  index % 5 < 3 && stewardship !== 'parent';

/** A year of statements of the core system, and of notices of the customer system. */
export const writeAll = (mailing: Mailing): Message[] =>
  mailing.citizens.flatMap((one) =>
    Array.from({ length: 11 }, (_, month) => month + 1).flatMap((month) => [
      write(mailing, one, month, 'core'),
      ...(isInCrm(one) ? [write(mailing, one, month, 'crm')] : []),
    ]),
  );
