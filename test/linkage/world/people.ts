import type { Random } from '../../generator/random.js';
import { families, madeUp, men, streets, towns, trades, women } from './lists.js';

/** A person as it is, before anybody writes it down. */
export interface Person {
  readonly given_name: string;
  readonly family_name: string;
  readonly gender: string;
  readonly date_of_birth: string;
  readonly street_number: string;
  readonly street: string;
  readonly address_line: string;
  readonly city: string;
  readonly postcode: string;
  readonly state: string;
  readonly email: string;
  readonly phone: string;
  readonly national_id: string;
  readonly birth_place: string;
  readonly occupation: string;
}
export type Column = keyof Person;

/** Few are frequent, many rare. */
export const zipf = (dice: Random, items: number): number => Math.floor(items ** dice.next()) - 1;

const listed = (list: readonly string[], tail: number, offset: number) => (dice: Random) => {
  const i = dice.chance(0.65) ? zipf(dice, list.length) : list.length + zipf(dice, tail);
  return list[i] ?? madeUp(i * 31 + offset);
};
const womanName = listed(women, 500, 1);
const manName = listed(men, 500, 2);
const familyName = listed(families, 6000, 3);
const street = listed(streets, 3000, 4);
const town = listed(towns, 800, 5);
const trade = listed(trades, 60, 6);
const digits = (dice: Random, length: number) => Array.from({ length }, () => dice.int(0, 9)).join('');

export interface Place {
  readonly city: string;
  readonly postcode: string;
  readonly state: string;
}
const states = ['north', 'south', 'east', 'west', 'mid', 'isles', 'coast', 'hills'];
/** A town lies in one state and has a few postcodes. */
export function drawPlace(dice: Random): Place {
  const city = town(dice);
  const code = [...city].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9000, 7);
  return { city, postcode: String(1000 + ((code + zipf(dice, 9)) % 9000)), state: states[code % 8]! };
}

export function drawBirth(dice: Random, from = 1930, to = 2005): string {
  if (dice.chance(0.01)) return `${dice.int(from, to)}-01-01`;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${dice.int(from, to)}-${two(dice.int(1, 12))}-${two(dice.int(1, 28))}`;
}

export function drawPerson(dice: Random): Person {
  const isWoman = dice.chance(0.5);
  const given = (isWoman ? womanName : manName)(dice);
  const family = familyName(dice);
  const place = drawPlace(dice);
  const user = dice.pick([
    `${given}.${family}`,
    `${given[0]}${family}`,
    `${family}${dice.int(1, 99)}`,
    `${given}${dice.int(1, 999)}`,
  ]);
  return {
    given_name: given,
    family_name: family,
    gender: isWoman ? 'f' : 'm',
    date_of_birth: drawBirth(dice),
    street_number: String(1 + zipf(dice, 200)),
    street: street(dice),
    address_line: dice.chance(0.4) ? `flat ${dice.int(1, 40)}` : madeUp(zipf(dice, 4000)),
    ...place,
    email: `${user}@${dice.pick(['example.com', 'example.org', 'mail.example', 'post.example'])}`,
    phone: `+1555${digits(dice, 7)}`,
    national_id: digits(dice, 9),
    birth_place: town(dice),
    occupation: trade(dice),
  };
}

/** Somebody of the same household: a partner, a child, or a twin. */
export function drawRelative(dice: Random, of: Person): Person {
  const other = drawPerson(dice);
  const shared = {
    ...other,
    street_number: of.street_number,
    street: of.street,
    address_line: of.address_line,
    city: of.city,
    postcode: of.postcode,
    state: of.state,
  };
  const named = dice.chance(0.85) ? { ...shared, family_name: of.family_name } : shared;
  const called = dice.chance(0.35) ? { ...named, phone: of.phone } : named;
  const born = dice.chance(0.08)
    ? { ...called, date_of_birth: of.date_of_birth, birth_place: of.birth_place }
    : called;
  const mailed = dice.chance(0.15) ? { ...born, email: of.email } : born;
  return dice.chance(0.05)
    ? { ...mailed, given_name: of.given_name, gender: of.gender, family_name: of.family_name }
    : mailed;
}
