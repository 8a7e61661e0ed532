import type { Person } from '../person.js';
import { type Random, random } from '../random.js';
import type { Store } from '../world/types.js';

/** What a system's customer file says of a person; empty where it says nothing. */
export interface Stated {
  readonly given: string;
  readonly family: string;
  readonly born: string;
  readonly email: string;
  readonly phone: string;
  readonly street: string;
}

/** Other spellings of the same name, as clerks and forms write them. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  Mohammed: ['Muhammad', 'Mohamed', 'Mohammad'],
  Ahmed: ['Ahmad'],
  Fatima: ['Fatemeh', 'Fatimah'],
  Aisha: ['Ayesha'],
  Khalid: ['Khaled'],
  Omar: ['Umar'],
  Layla: ['Leila'],
  Yousef: ['Yusuf', 'Joseph'],
  Maryam: ['Mariam', 'Miriam'],
  Hassan: ['Hasan'],
  Hossein: ['Hussein', 'Husain'],
  Reza: ['Rida'],
  Hosseini: ['Husseini'],
  Nasser: ['Naser'],
  'Al Rashid': ['Al-Rasheed', 'Alrashid'],
  'Al Mansoori': ['Al-Mansouri', 'Almansoori'],
};

/** Two neighbouring letters change places. */
function slip(dice: Random, text: string): string {
  if (text.length < 4) return text;
  const at = dice.int(1, text.length - 3);
  return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
}

function spelt(dice: Random, name: string): string {
  const variants = spellings[name];
  if (variants && dice.chance(0.35)) return dice.pick(variants);
  return dice.chance(0.03) ? slip(dice, name) : name;
}

function dayOfBirth(dice: Random, born: string): string {
  if (dice.chance(0.04)) return '';
  const [year, month, day] = born.split('-') as [string, string, string];
  return dice.chance(0.015) && Number(day) <= 12 ? `${year}-${day}-${month}` : born;
}

/** Addresses are moved, misheard, left out or written in capitals, differently in each system, and stay so. */
export function statedAt(person: Person, store: Store, seed: number): Stated {
  const dice = random(seed, 'stated', person.index, store.id);
  const own = store.space === 'b' ? person.emailB : person.email;
  const [mailbox, domain] = own.split('@') as [string, string];
  const email = dice.chance(0.05) ? '' : dice.chance(0.02) ? `${slip(dice, mailbox)}@${domain}` : own;
  const moved = dice.chance(0.05);
  const script = store.habits?.customers === 'script';
  const name = (part: Person['given']) => (script ? part.script : spelt(dice, part.latin));
  return {
    given: name(person.given),
    family: name(person.family),
    born: dayOfBirth(dice, person.born),
    email: dice.chance(0.1) ? email.toUpperCase() : email,
    phone: dice.chance(0.06) ? '' : person.phone,
    street: moved ? `Old Road ${(person.index % 90) + 1}` : person.street,
  };
}
