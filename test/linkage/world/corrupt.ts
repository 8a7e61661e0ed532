import type { Random } from '../../generator/random.js';
import { nicknames } from './lists.js';
import { type Column, drawPerson, type Person } from './people.js';

/** How often things go wrong when a person is written down, by field unless said otherwise. */
export interface Noise {
  readonly typo: number;
  readonly missing: number;
  /** Given and family name, or the two address lines, in each other's place; by record. */
  readonly crossed: number;
  /** Another value altogether. */
  readonly replaced: number;
  readonly nickname: number;
  readonly initial: number;
  /** The whole address is another one; by record. */
  readonly moved: number;
  /** Day and month swapped, or a wrong part of the date. */
  readonly date: number;
}
export type Written = Readonly<Record<Column, string>>;

const letters = 'abcdefghijklmnopqrstuvwxyz';
const alike = ['ph=f', 'ck=k', 'ee=i', 'y=i', 'z=s', 'th=t', 'ie=y', 'c=k', 'ou=u', 'ss=s'];

function typo(dice: Random, value: string): string {
  if (value === '') return value;
  const at = dice.int(0, value.length - 1);
  const own = value[at]!;
  const draw = /\d/.test(own) ? String(dice.int(0, 9)) : letters[dice.int(0, 25)]!;
  const kind = dice.int(0, 5);
  if (kind === 0) return value.slice(0, at) + value.slice(at + 1);
  if (kind === 1) return value.slice(0, at) + draw + value.slice(at);
  if (kind === 2) return value.slice(0, at) + (value[at + 1] ?? '') + own + value.slice(at + 2);
  if (kind === 3) {
    const [from, to] = dice.pick(alike).split('=') as [string, string];
    if (value.includes(from)) return value.replace(from, to);
  }
  return value.slice(0, at) + draw + value.slice(at + 1);
}

function wrongDate(dice: Random, date: string): string {
  const [year, month, day] = date.split('-') as [string, string, string];
  const kind = dice.int(0, 4);
  if (kind === 0 && Number(day) <= 12) return `${year}-${day}-${month}`;
  if (kind === 1) return `${year}-01-01`;
  if (kind === 2) return `${Number(year) + dice.int(-2, 2)}-${month}-${day}`;
  if (kind === 3) return `${year}-${month}-${String(dice.int(1, 28)).padStart(2, '0')}`;
  return `${year}-${String(dice.int(1, 12)).padStart(2, '0')}-${day}`;
}

const address: readonly Column[] = ['street_number', 'street', 'address_line', 'city', 'postcode', 'state'];

/** One record of the person, written down carelessly. */
export function corrupt(dice: Random, person: Person, noise: Noise): Written {
  const result: Record<Column, string> = { ...person };
  const other = drawPerson(dice);
  if (dice.chance(noise.moved)) for (const column of address) result[column] = other[column];
  if (dice.chance(noise.nickname)) result.given_name = nicknames[result.given_name] ?? result.given_name;
  if (dice.chance(noise.initial)) result.given_name = result.given_name[0]!;
  if (dice.chance(noise.date)) result.date_of_birth = wrongDate(dice, result.date_of_birth);
  for (const column of Object.keys(result) as Column[]) {
    if (dice.chance(noise.replaced)) result[column] = other[column];
    if (column !== 'gender' && dice.chance(noise.typo)) result[column] = typo(dice, result[column]);
    if (dice.chance(noise.typo * 0.15) && column !== 'gender') result[column] = typo(dice, result[column]);
    if (dice.chance(noise.missing)) result[column] = '';
  }
  if (dice.chance(noise.crossed))
    [result.given_name, result.family_name] = [result.family_name, result.given_name];
  if (dice.chance(noise.crossed)) [result.street, result.address_line] = [result.address_line, result.street];
  return result;
}
