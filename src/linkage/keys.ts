import type { Field } from './fields.js';
import type { Role } from './types.js';

/** Part of a value under which records are looked up. */
export interface Key {
  readonly label: string;
  readonly field: number;
  readonly sql: string;
  /** How likely the part survives a typing error in the field, 0 to 1. */
  readonly survives: number;
  /** Stays the same where a name is written in another script; the field's other keys do not. */
  readonly sound?: true;
}

interface Part {
  readonly label: string;
  readonly sql: (value: string) => string;
  readonly survives: number;
}

const whole: Part = { label: '', sql: (v) => v, survives: 0 };
const start = (letters: number, survives: number): Part => ({
  label: ` (start ${letters})`,
  sql: (v) => `left(${v}, ${letters})`,
  survives,
});
const end = (letters: number, survives: number): Part => ({
  label: ` (end ${letters})`,
  sql: (v) => `right(${v}, ${letters})`,
  survives,
});
/** Consonants, so that most misheard vowels do not matter. */
const consonants: Part = {
  label: ' (consonants)',
  sql: (v) => `left(${v}, 1) || translate(substr(${v}, 2), 'aeiouyhw ', '')`,
  survives: 0.35,
};
const firstWord: Part = { label: ' (first word)', sql: (v) => `split_part(${v}, ' ', 1)`, survives: 0.5 };
const user: Part = { label: ' (before @)', sql: (v) => `split_part(${v}, '@', 1)`, survives: 0.4 };

const name = [whole, start(3, 0.7), consonants];
const number = [whole, start(4, 0.45), end(4, 0.45)];

const parts: Partial<Record<Role, readonly Part[]>> = {
  given_name: name,
  family_name: name,
  full_name: [whole, firstWord, consonants],
  date_of_birth: [whole, start(6, 0.7), end(4, 0.45)],
  email: [whole, user],
  phone: [whole, end(6, 0.4)],
  street_number: [whole],
  street: [whole, firstWord],
  address_line: [whole],
  city: [whole],
  postcode: [whole],
  national_id: number,
  key: number,
  birth_place: [whole],
  occupation: [whole],
  other: [whole],
};

/** Parts of the fields by which records that may be one person find each other. */
export const keysOf = (fields: readonly Field[]): Key[] =>
  fields.flatMap((field, i) =>
    (parts[field.role] ?? []).map((part) => ({
      label: field.column + part.label,
      field: i,
      sql: part.sql(field.name),
      survives: part.survives,
    })),
  );
