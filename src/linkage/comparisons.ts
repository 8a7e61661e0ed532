import type { Role } from './types.js';

/** A way to agree that is plain to see; `when` is SQL over two normalised values that are both stated. */
export interface Test {
  readonly name: string;
  readonly when: (left: string, right: string) => string;
  /** Weighs more for rare values. */
  readonly byFrequency?: boolean;
}

/** A way to agree by how alike two values are. */
export interface Band {
  readonly name: string;
  /** From so many hundredths on. */
  readonly least: number;
}

/** How values of a role are compared: tests in order, then bands of likeness; what passes none differs. */
export interface Comparison {
  readonly tests: readonly Test[];
  /** SQL of likeness in hundredths. */
  readonly likeness?: (left: string, right: string) => string;
  readonly bands: readonly Band[];
}

const exact: Test = { name: 'exact', when: (l, r) => `${l} = ${r}`, byFrequency: true };
const initial: Test = {
  name: 'initial',
  when: (l, r) => `(length(${l}) = 1 OR length(${r}) = 1) AND left(${l}, 1) = left(${r}, 1)`,
};
const sameUser: Test = {
  name: 'other domain',
  when: (l, r) => `split_part(${l}, '@', 1) = split_part(${r}, '@', 1)`,
};
const swapped: Test = {
  name: 'day and month swapped',
  when: (l, r) => `left(${l}, 4) = left(${r}, 4) AND substr(${l}, 5, 2) = substr(${r}, 7, 2)
    AND substr(${l}, 7, 2) = substr(${r}, 5, 2)`,
};

/** Jaro–Winkler; the cut-off spares most of the work for values that have nothing in common. */
const jaroWinkler = (l: string, r: string): string =>
  `CAST(floor(100 * jaro_winkler_similarity(${l}, ${r}, 0.8)) AS TINYINT)`;
/** 100 less the number of digits that differ. */
const digits = (l: string, r: string): string => `
  CASE WHEN length(${l}) = length(${r}) THEN 100 - CAST(hamming(${l}, ${r}) AS TINYINT)
       WHEN abs(length(${l}) - length(${r})) <= 2 AND greatest(length(${l}), length(${r})) <= 40
       THEN 100 - CAST(levenshtein(${l}, ${r}) AS TINYINT) ELSE 0 END`;

const likeText: Pick<Comparison, 'likeness' | 'bands'> = {
  likeness: jaroWinkler,
  bands: [
    { name: 'similar', least: 92 },
    { name: 'close', least: 88 },
    { name: 'faint', least: 80 },
  ],
};
const off = (most: number): Pick<Comparison, 'likeness' | 'bands'> => ({
  likeness: digits,
  bands: [
    { name: 'one digit off', least: 99 },
    { name: 'two digits off', least: 98 },
  ].slice(0, most),
});

const name: Comparison = { tests: [exact, initial], ...likeText };
const text: Comparison = { tests: [exact], ...likeText };
const code: Comparison = { tests: [exact], ...off(1) };
const number: Comparison = { tests: [exact], ...off(2) };

/** How values of a role may agree; at most six ways, so that a level fits three bits. */
export const comparisons: Readonly<Record<Role, Comparison>> = {
  given_name: name,
  family_name: name,
  full_name: name,
  date_of_birth: { tests: [exact, swapped], ...off(2) },
  gender: { tests: [exact], bands: [] },
  email: { tests: [exact, sameUser], ...likeText },
  phone: number,
  street_number: code,
  street: text,
  address_line: text,
  city: text,
  postcode: number,
  state: code,
  country: code,
  national_id: number,
  key: number,
  birth_place: text,
  occupation: text,
  other: text,
};

/** Pairs of roles whose values are put into each other's column by mistake. */
export const crossings: readonly (readonly [Role, Role])[] = [
  ['given_name', 'family_name'],
  ['street', 'address_line'],
];
