import { type Random, random } from '../../generator/random.js';
import { corrupt, type Noise, type Written } from './corrupt.js';
import { type Column, drawPerson, drawRelative, type Person } from './people.js';

export interface World {
  readonly columns: readonly Column[];
  /** Records, each with the number of its person and of its file. */
  readonly records: readonly { readonly person: number; readonly source: number; readonly values: Written }[];
}

interface Shape {
  readonly columns: readonly Column[];
  readonly persons: number;
  /** Share of persons that live with the one before. */
  readonly relatives: number;
  readonly copies: (dice: Random) => number;
  readonly noise: Noise;
  /** The first record of a person is clean. */
  readonly cleanFirst: boolean;
  /** Records go to so many files in turn. */
  readonly sources: number;
}

const calm: Noise = {
  typo: 0.05,
  missing: 0.03,
  crossed: 0.02,
  replaced: 0.005,
  nickname: 0.01,
  initial: 0.005,
  moved: 0.01,
  date: 0.02,
};
const postal: readonly Column[] = [
  'given_name',
  'family_name',
  'street_number',
  'street',
  'address_line',
  'city',
  'postcode',
  'state',
  'date_of_birth',
  'national_id',
];

export const shapes = {
  /** Persons with clean originals and up to five noisy copies of some. */
  noisy: {
    columns: postal,
    persons: 4000,
    relatives: 0,
    cleanFirst: true,
    sources: 1,
    copies: (dice) => (dice.chance(0.15) ? dice.int(2, 5) : 1),
    noise: { ...calm, typo: 0.22, missing: 0.08, crossed: 0.08, replaced: 0.03, moved: 0.03, date: 0.1 },
  },
  /** Two files of the same persons. */
  twoFiles: {
    columns: postal,
    persons: 4000,
    relatives: 0,
    cleanFirst: true,
    sources: 2,
    copies: () => 2,
    noise: { ...calm, typo: 0.08 },
  },
  /** Few columns, many gaps, an e-mail. */
  contacts: {
    columns: ['given_name', 'family_name', 'date_of_birth', 'city', 'email'],
    persons: 260,
    relatives: 0.05,
    cleanFirst: false,
    sources: 1,
    copies: (dice) => dice.int(1, 7),
    noise: { ...calm, typo: 0.12, missing: 0.18, crossed: 0.12, moved: 0.04, date: 0.15, nickname: 0.02 },
  },
  /** Large groups, no contact data, families that share names. */
  historical: {
    columns: [
      'given_name',
      'family_name',
      'date_of_birth',
      'birth_place',
      'postcode',
      'gender',
      'occupation',
    ],
    persons: 1500,
    relatives: 0.12,
    cleanFirst: false,
    sources: 1,
    copies: (dice) => dice.int(1, 1 + Math.floor(50 * dice.next() ** 3)),
    noise: {
      ...calm,
      typo: 0.13,
      missing: 0.12,
      crossed: 0.06,
      replaced: 0.03,
      nickname: 0.15,
      initial: 0.06,
      moved: 0.2,
      date: 0.25,
    },
  },
  /** Customers of several systems that share households. */
  bank: {
    columns: [
      'given_name',
      'family_name',
      'date_of_birth',
      'email',
      'phone',
      'street_number',
      'street',
      'city',
      'postcode',
    ],
    persons: 3000,
    relatives: 0.35,
    cleanFirst: false,
    sources: 4,
    copies: (dice) => dice.int(1, 4),
    noise: { ...calm, typo: 0.06, missing: 0.12, moved: 0.1, nickname: 0.05, initial: 0.04 },
  },
} satisfies Record<string, Shape>;
export type ShapeName = keyof typeof shapes;

function drawPersons(dice: Random, shape: Shape): Person[] {
  const persons: Person[] = [];
  while (persons.length < shape.persons) {
    const before = persons.at(-1);
    persons.push(before && dice.chance(shape.relatives) ? drawRelative(dice, before) : drawPerson(dice));
  }
  return persons;
}

/** A world of the shape with other people and mishaps for every seed; `times` makes it larger. */
export function makeWorld(name: ShapeName, seed: number, times = 1): World {
  const dice = random(seed, name);
  const shape: Shape = { ...shapes[name], persons: Math.round(shapes[name].persons * times) };
  const records = drawPersons(dice, shape).flatMap((person, number) =>
    Array.from({ length: shape.copies(dice) }, (_, copy) => ({
      person: number,
      source: copy % shape.sources,
      values: corrupt(
        dice,
        person,
        shape.cleanFirst && copy === 0
          ? {
              ...shape.noise,
              typo: 0,
              missing: 0,
              crossed: 0,
              replaced: 0,
              nickname: 0,
              initial: 0,
              moved: 0,
              date: 0,
            }
          : shape.noise,
      ),
    })),
  );
  const order = records.map((record) => ({ record, at: dice.next() })).sort((a, b) => a.at - b.at);
  return { columns: shape.columns, records: order.map(({ record }) => record) };
}
