import { latin } from '../names.js';
import { random } from '../random.js';
import { at, DAY } from '../time.js';

export const period = { from: at('2025-07-01T00:00:00Z'), to: at('2026-06-30T00:00:00Z') };

/** Something that holds from a time on. */
export interface Since<T> {
  readonly from: number;
  readonly value: T;
}

export interface Home {
  readonly street: string;
  readonly city: string;
  readonly postcode: string;
}

/** Somebody in the world, as they live; records follow from it. */
export interface Citizen {
  readonly index: number;
  readonly given: string;
  readonly family: string;
  readonly born: string;
  readonly emails: Since<string>[];
  readonly phones: Since<string>[];
  readonly homes: Since<Home>[];
  /** Who lives with them and holds the account with them. */
  partner?: number;
  /** Gets all of their mail: a parent, an attorney, whoever settles the estate. */
  steward?: number;
  /** `parent`, `attorney` or `executor`. */
  stewardship?: string;
  died?: number;
}

const streets = 'Elm Oak Mill Church Station Castle Harbour Meadow Orchard Chapel Bridge Grove'.split(' ');
const cities = 'Leeds York Hull Derby Truro Perth Wells Ripon'.split(' ');

const homeOf = (n: number): Home => ({
  street: `${1 + (n % 190)} ${streets[n % streets.length]} Street`,
  city: cities[Math.floor(n / 190) % cities.length]!,
  postcode: `${cities[Math.floor(n / 190) % cities.length]!.slice(0, 2).toUpperCase()}${Math.floor(n / 1520)} ${n % 9}AA`,
});

const numberOf = (n: number): string => `+447700900${String(n).padStart(5, '0')}`;

function citizen(seed: number, index: number): Citizen {
  const dice = random(seed, 'citizen', index);
  const given = dice.pick(latin.given).latin;
  const family = dice.pick(latin.family).latin;
  const long = period.from - 2000 * DAY;
  return {
    index,
    given,
    family,
    born: `${dice.int(1940, 2000)}-${String(dice.int(1, 12)).padStart(2, '0')}-${String(dice.int(1, 28)).padStart(2, '0')}`,
    emails: [{ from: long, value: `${given}.${family}.${index}@example.com`.toLowerCase() }],
    phones: [{ from: long, value: numberOf(index) }],
    homes: [{ from: long, value: homeOf(index) }],
  };
}

const last = <T>(list: readonly Since<T>[]): T => list.at(-1)!.value;

/** What held at a time. */
export const heldAt = <T>(list: readonly Since<T>[], time: number): T =>
  (list.findLast(({ from }) => from <= time) ?? list[0]!).value;

/** Couples with one account; some have one mailbox, most one home and one family name. */
function pairUp(seed: number, one: Citizen, other: Citizen): void {
  const dice = random(seed, 'couple', one.index);
  one.partner = other.index;
  other.partner = one.index;
  other.homes[0] = one.homes[0]!;
  if (dice.chance(0.7)) Object.assign(other, { family: one.family });
  if (dice.chance(0.3)) other.emails[0] = one.emails[0]!;
  if (dice.chance(0.2)) other.phones[0] = one.phones[0]!;
}

/** Children have no mailbox of their own; who has an attorney, or is dead, keeps the old addresses on record. */
function entrust(seed: number, one: Citizen, steward: Citizen): void {
  const dice = random(seed, 'steward', one.index);
  one.steward = steward.index;
  one.stewardship = dice.pick(['parent', 'attorney', 'executor']);
  if (one.stewardship === 'parent') {
    Object.assign(one, { born: `${dice.int(2010, 2020)}${one.born.slice(4)}`, family: steward.family });
    one.homes[0] = steward.homes[0]!;
  }
  if (one.stewardship === 'executor') one.died = period.from - dice.int(1, 200) * DAY;
}

/** Moves into a home that others leave, and numbers that are given out again. */
function moveAbout(seed: number, citizens: readonly Citizen[]): void {
  for (const [i, one] of citizens.entries()) {
    const dice = random(seed, 'move', i);
    const next = citizens[(i + 5) % citizens.length]!;
    const isFree = (who: Citizen) =>
      who.partner === undefined && who.steward === undefined && who.homes.length === 1;
    if (!dice.chance(0.04) || !isFree(one) || !isFree(next)) continue;
    const time = period.from + dice.int(40, 300) * DAY;
    const [home, phone] = [last(one.homes), last(one.phones)];
    one.homes.push({ from: time, value: homeOf(100_000 + i) });
    if (dice.chance(0.5)) one.phones.push({ from: time, value: numberOf(50_000 + i) });
    if (dice.chance(0.4)) next.homes.push({ from: time + 20 * DAY, value: home });
    if (one.phones.length > 1 && dice.chance(0.2)) next.phones.push({ from: time + 90 * DAY, value: phone });
    if (dice.chance(0.3)) one.emails.push({ from: time, value: `new.${last(one.emails)}` });
  }
}

/** People with their households, stewards and moves. */
export function populate(seed: number, count: number): Citizen[] {
  const citizens = Array.from({ length: count }, (_, index) => citizen(seed, index));
  for (let i = 0; i + 2 < count; i += 3) {
    const dice = random(seed, 'tie', i);
    const fate = dice.int(0, 99);
    if (fate < 25) pairUp(seed, citizens[i]!, citizens[i + 1]!);
    else if (fate < 37) entrust(seed, citizens[i]!, citizens[i + 1]!);
  }
  moveAbout(seed, citizens);
  return citizens;
}

/** Whether the mail of one may be in the hands of the other. */
export const isEntitled = (one: Citizen, other: Citizen): boolean =>
  one.index === other.index ||
  one.partner === other.index ||
  one.steward === other.index ||
  other.steward === one.index;
