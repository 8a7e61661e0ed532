import { createHash } from 'node:crypto';
import { amongOthers } from './life/families.js';
import { arabic, cities, gulfStreets, latin, type Name, persian, streets } from './names.js';
import type { Person } from './person.js';
import { type Random, random } from './random.js';
import { at, DAY, isoDay } from './time.js';
import type { Store, World } from './world/types.js';

const domains = ['example.com', 'example.org', 'example.net', 'mail.example'];
const sides = ['a', 'b', 'gulf'] as const;

function nameOf(dice: Random): { given: Name; family: Name; language: string } {
  const roll = dice.next();
  const [set, language] =
    roll < 0.13
      ? ([arabic, 'ar'] as const)
      : roll < 0.2
        ? ([persian, 'fa'] as const)
        : ([latin, 'en'] as const);
  return { given: dice.pick(set.given), family: dice.pick(set.family), language };
}

/** Which banks a person belongs to; at least one. */
function sidesOf(dice: Random, language: string, world: World): Set<string> {
  const shares = { a: 0.72, b: 0.5, gulf: language === 'ar' ? 0.5 : 0.02 };
  const present = new Set(world.stores.map((store) => store.side));
  const drawn = sides.filter((side) => dice.chance(shares[side]) && present.has(side));
  return new Set(drawn.length > 0 ? drawn : ['a']);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const knows = (store: Store, mine: Set<string>, dice: Random): boolean =>
  dice.chance(store.share) && (store.side === 'any' || mine.has(store.side));

/** Two persons of a household share an address for mail: other family name, other birthday, so nothing links them. */
function makePerson(seed: number, index: number, world: World, before: Person | undefined): Person {
  const dice = random(seed, 'person', index);
  const { given, family, language } = nameOf(dice);
  const local = `${given.latin}.${family.latin}.${index}`.toLowerCase().replaceAll(' ', '');
  const household =
    before !== undefined && !before.sharesEmail && dice.chance(0.03) && before.family.latin !== family.latin;
  const email = household ? before.email : `${local}@${dice.pick(domains)}`;
  const mine = sidesOf(dice, language, world);
  const stores = world.stores.filter((store) => knows(store, mine, dice)).map((store) => store.id);
  const gulf = mine.has('gulf');
  return {
    index,
    given,
    family,
    born: isoDay(at('1940-01-01T00:00:00Z') + ((index * 7919) % 23_700) * DAY),
    email,
    emailB: dice.chance(0.05) ? `${local}.private@example.org` : email,
    phone: `+447700900${String((index * 7) % 1000).padStart(3, '0')}`,
    street: `${gulf ? dice.pick(gulfStreets) : dice.pick(streets)} ${dice.int(1, 180)}`,
    city: gulf ? 'دبي' : dice.pick(cities),
    country: gulf ? 'AE' : 'GB',
    postcode: gulf ? '' : `ZZ${dice.int(1, 9)} ${dice.int(1, 9)}ZZ`,
    language,
    nationalId: sha256(`synthetic-${seed}-${index}`),
    sharesEmail: household,
    stores: stores.length > 0 ? stores : [world.stores[0]!.id],
  };
}

/** All persons of the world; who shares an e-mail address is known on both sides. */
export function makePeople(seed: number, count: number, world: World): Person[] {
  const people: Person[] = [];
  for (let index = 0; index < count; index++) {
    const person = makePerson(seed, index, world, people[index - 1]);
    people.push(world.life ? amongOthers(seed, person, people) : person);
  }
  const holders = new Map<string, number>();
  for (const person of people) holders.set(person.email, (holders.get(person.email) ?? 0) + 1);
  return people.map((person) => ({ ...person, sharesEmail: holders.get(person.email)! > 1 }));
}

const numbers: Record<string, (index: number) => string> = {
  a: (index) => String(10_000_000 + index * 3),
  b: (index) => String(10_000_000 + index * 3 + 300).padStart(10, '0'),
  gulf: (index) => `G${String(700_000 + index)}`,
};

/** customer_no in a number space. */
export const customerNo = (person: Person, space: string): string => numbers[space]!(person.index);

/** The key under which a store knows a person. Numbers of both banks overlap: equal numbers are other people. */
export function subjectKey(person: Person, store: Store): string {
  if (store.key === 'email') return store.habits ? sha256(person.email) : person.email;
  if (store.key === 'customer_no') return customerNo(person, store.space);
  return `${store.id.slice(0, 2).toUpperCase()}${String(500_000 + person.index * 7)}`;
}

/** All keys under which a store knows a person: one an account. */
export function subjectKeys(person: Person, store: Store): string[] {
  const key = subjectKey(person, store);
  return person.twoAccounts && store.key === 'account_no' ? [key, `${key}2`] : [key];
}

/** Type of the key as the files say it. */
export const keyTypeOf = (store: Store): string =>
  store.key === 'email' && store.habits ? 'email_sha256' : store.key;
