import type { Person } from '../person.js';
import { random } from '../random.js';
import { at, DAY, isoDay, period } from '../time.js';

const during = (share: number): number => period.from + Math.floor(share * (period.asOf - period.from));

/** Ages are not spread evenly, and days of birth repeat. */
function birthday(seed: number, index: number): string {
  const dice = random(seed, 'born', index);
  const age = dice.chance(0.6) ? dice.int(25, 50) : dice.int(18, 90);
  return isoDay(at(`${2025 - age}-01-01T00:00:00Z`) + dice.int(0, 364) * DAY);
}

/** What a member of a family shares with the one before: name and home always, telephone and mailbox often. */
function inFamily(seed: number, person: Person, elder: Person): Person {
  const dice = random(seed, 'family', person.index);
  const mailbox = dice.chance(0.4) ? { email: elder.email, emailB: elder.email } : {};
  return {
    ...person,
    family: elder.family,
    language: elder.language,
    street: elder.street,
    city: elder.city,
    country: elder.country,
    postcode: elder.postcode,
    ...mailbox,
    phone: dice.chance(0.5) ? elder.phone : person.phone,
    // Twins: the same day, another given name.
    born: dice.chance(0.2) && person.given.latin !== elder.given.latin ? elder.born : person.born,
  };
}

/** Relationships that ended, accounts by two, and the dead. */
function withFate(seed: number, person: Person): Person {
  const dice = random(seed, 'fate', person.index);
  const ended = person.stores.filter(() => dice.chance(0.03));
  return {
    ...person,
    twoAccounts: dice.chance(0.12),
    closed: new Map(ended.map((store) => [store, during(dice.next())])),
    died: dice.chance(0.01) ? during(dice.next()) : undefined,
  };
}

/** A person as one of many: in a family, with a namesake born on the same day, with accounts that close. */
export function amongOthers(seed: number, single: Person, before: readonly Person[]): Person {
  const dice = random(seed, 'others', single.index);
  const person = { ...single, sharesEmail: false, born: birthday(seed, single.index) };
  const elder = before.at(-1);
  if (elder && dice.chance(0.25)) return withFate(seed, inFamily(seed, person, elder));
  const other = before.at(-9);
  const isNamesake = other !== undefined && dice.chance(0.02);
  return withFate(
    seed,
    isNamesake ? { ...person, given: other.given, family: other.family, born: other.born } : person,
  );
}
