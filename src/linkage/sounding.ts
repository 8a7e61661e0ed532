import type { Query } from '../store/store.js';
import type { Test } from './comparisons.js';
import { crossedTest, type Field, personalLevels, spellingTest } from './fields.js';
import type { Key } from './keys.js';
import { addSounds } from './names/index.js';
import type { Role } from './types.js';

const nameRoles: readonly Role[] = ['given_name', 'family_name', 'full_name'];
const isName = ({ role }: Field): boolean => nameRoles.includes(role);

const soundOf = (value: string): string => `${value}s`;
const spelling: Test = { name: spellingTest, when: (l, r) => `${soundOf(l)} = ${soundOf(r)}` };

/** What sounds the same agrees next to what is the same; the faintest likeness of letters makes room for it. */
function withSpelling(field: Field, all: readonly Field[]): Field {
  if (!isName(field)) return field;
  const { tests, bands } = field.comparison;
  const partner = all.find((other) => isName(other) && other !== field);
  const [exact, ...rest] = tests.map((test) =>
    test.name === crossedTest && partner ? crossedSounds(field, partner) : test,
  );
  const comparison = { ...field.comparison, tests: [exact!, spelling, ...rest], bands: bands.slice(0, -1) };
  const levels = [...[...comparison.tests, ...comparison.bands].map(({ name }) => name), 'differs'];
  return { ...field, comparison, levels, personal: personalLevels(field.role, levels) };
}

const crossedSounds = ({ name: own }: Field, { name: other }: Field): Test => ({
  name: crossedTest,
  when: () => `(l.${soundOf(own)} = r.${soundOf(other)} OR l.${soundOf(other)} = r.${soundOf(own)})`,
});

/** A whole name as key is its sound: whoever is written the same sounds the same. */
const bySound = (key: Key, fields: readonly Field[]): Key =>
  isName(fields[key.field]!) && key.sql === fields[key.field]!.name
    ? { ...key, label: `${key.label} (sound)`, sql: soundOf(key.sql), survives: 0.3, sound: true }
    : key;

interface Sounding {
  readonly fields: readonly Field[];
  readonly keys: readonly Key[];
  /** Names that sound like too many others to be compared with all of them. */
  readonly crowded: number;
}

/**
 * Fields and keys with which names of `work_link_forms` are also compared by sound; the same as given where all names are
 * in Latin letters.
 */
export async function withSounds(
  store: Query,
  fields: readonly Field[],
  keys: readonly Key[],
): Promise<Sounding> {
  const names = fields.filter(isName).map(({ name }) => name);
  const crowded = await addSounds(store, 'work_link_forms', names);
  if (crowded === undefined) return { fields, keys, crowded: 0 };
  return {
    crowded,
    fields: fields.map((field) => withSpelling(field, fields)),
    keys: keys.map((key) => bySound(key, fields)),
  };
}
