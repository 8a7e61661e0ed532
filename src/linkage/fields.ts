import { type Comparison, comparisons, crossings, type Test } from './comparisons.js';
import type { LinkColumn, Role } from './types.js';

/** A column that is compared: `f0`, `f1` … of `work_link_records`. */
export interface Field {
  readonly column: string;
  readonly role: Role;
  /** Name of the normalised value. */
  readonly name: string;
  readonly comparison: Comparison;
  /** Names of the ways to agree; the last is `differs`. A level is the place here, from 1; 0 is unknown. */
  readonly levels: readonly string[];
  /** Fields that nearly settle this one where they are equal: who shares a postcode shares the city. */
  readonly settledBy: readonly number[];
  /** Levels of a field that tells persons of one home apart which speak for one person; none where a home may share it. */
  readonly personal: readonly number[];
}

type Bare = Pick<Field, 'column' | 'role' | 'name'>;

/** What a place is part of, so that two people who share one share the other, too. */
const settling: Partial<Record<Role, readonly Role[]>> = {
  city: ['postcode'],
  state: ['postcode', 'city'],
  country: ['postcode', 'city', 'state'],
  birth_place: ['postcode', 'city'],
  street: ['postcode'],
  street_number: ['street'],
  address_line: ['street'],
};

/** Levels are three bits each of one integer. */
export const mostFields = 17;

/** Roles of which a person has one; a second column of it is compared like any other text. */
const single: readonly Role[] = ['given_name', 'family_name', 'full_name', 'date_of_birth', 'gender'];

const roleOf = ({ role }: LinkColumn, i: number, all: readonly LinkColumn[]): Role =>
  single.includes(role) && all.findIndex((other) => other.role === role) < i ? 'other' : role;

export const crossedTest = 'in the other column';
export const spellingTest = 'other spelling';

/** The same value, be it in another spelling. */
export const isSame = ({ levels }: Field, level: number): boolean =>
  level === 1 || levels[level - 1] === spellingTest;

/** The same value stands in the partner's column; written with the sides' aliases, `l.f0` and `r.f1`. */
const crossed = (own: string, other: string): Test => ({
  name: crossedTest,
  when: () => `(l.${own} = r.${other} OR l.${other} = r.${own})`,
});

/** What people of one home do not have in common, twins and namesakes apart. */
const ofOnePerson: readonly Role[] = ['given_name', 'full_name', 'date_of_birth', 'national_id', 'key'];
/** Ways to agree that say nothing either way. */
const vague: readonly string[] = ['initial', 'faint', 'two digits off', 'differs'];

export const personalLevels = (role: Role, levels: readonly string[]): number[] =>
  ofOnePerson.includes(role) ? levels.flatMap((level, i) => (vague.includes(level) ? [] : [i + 1])) : [];

const partnerOf = (role: Role): Role | undefined => {
  const pair = crossings.find((roles) => roles.includes(role));
  return pair?.find((other) => other !== role);
};

function withCrossing(field: Bare, all: readonly Bare[]): Field {
  const partner = all.find(({ role }) => role === partnerOf(field.role));
  const given = comparisons[field.role];
  const extra = partner === undefined ? [] : [crossed(field.name, partner.name)];
  const comparison = { ...given, tests: [...given.tests, ...extra] };
  const levels = [
    ...comparison.tests.map(({ name }) => name),
    ...comparison.bands.map(({ name }) => name),
    'differs',
  ];
  const settledBy = (settling[field.role] ?? []).map((role) => all.findIndex((other) => other.role === role));
  return {
    ...field,
    comparison,
    levels,
    settledBy: settledBy.filter((i) => i >= 0),
    personal: personalLevels(field.role, levels),
  };
}

/** A whole name says nothing more where its parts have columns of their own. */
const isRepeated = ({ role }: LinkColumn, all: readonly LinkColumn[]): boolean =>
  role === 'full_name' && all.some((other) => other.role === 'family_name');

/** What is compared of the columns given. */
export function fieldsOf(columns: readonly LinkColumn[]): Field[] {
  const fields = columns
    .filter((column) => !isRepeated(column, columns))
    .slice(0, mostFields)
    .map((column, i, all): Bare => {
      const role = roleOf(column, i, all);
      return { column: column.column, role, name: `f${i}` };
    });
  return fields.map((field) => withCrossing(field, fields));
}

/** Likeness above this stands for a test passed: 101 for the first, then 102 … */
const passed = 100;
const unknown = -1;

/** SQL of likeness in hundredths, or which test was passed, by field. */
const likenessOf = ({ name, comparison: { tests, likeness } }: Field): string => {
  const [l, r] = [`l.${name}`, `r.${name}`];
  const cases = tests.map((test, i) => `WHEN ${test.when(l, r)} THEN ${passed + i + 1}`);
  return `CASE WHEN ${l} IS NULL OR ${r} IS NULL THEN ${unknown} ${cases.join(' ')} ELSE ${likeness?.(l, r) ?? 0} END AS ${name}`;
};

const levelOf = ({ name, comparison: { tests, bands } }: Field): string => {
  const cases = bands.map(({ least }, i) => `WHEN ${name} >= ${least} THEN ${tests.length + i + 1}`);
  return `CASE WHEN ${name} > ${passed} THEN ${name} - ${passed} WHEN ${name} = ${unknown} THEN 0 ${cases.join(' ')}
    ELSE ${tests.length + bands.length + 1} END`;
};

/**
 * SQL of how pairs agree: a query of `columns` and `pattern` over `from`, which names the sides `l` and `r`. A pattern
 * is three bits a field. Likeness is computed once, in a query of its own.
 */
export const selectPatterns = (
  fields: readonly Field[],
  columns: readonly string[],
  from: string,
): string => {
  const levels = fields.map((field, i) => `(CAST(${levelOf(field)} AS BIGINT) << ${3 * i})`);
  const names = columns.map((column) => column.replace(/^.* AS /s, ''));
  return `SELECT ${[...names, `${levels.join('\n + ')} AS pattern`].join(', ')}
    FROM (SELECT ${[...columns, ...fields.map(likenessOf)].join(',\n')} FROM ${from}) s`;
};

/** Levels by field of a pattern; patterns are below 2^51. */
export const levelsIn = (pattern: number, fields: number): Uint8Array =>
  Uint8Array.from({ length: fields }, (_, f) => Math.floor(pattern / 8 ** f) % 8);

/**
 * What is a person's own in a pair: something `agrees`, something `differs` and nothing agrees (two people of one home,
 * then), or it is `unknown`.
 */
export function personalIn(fields: readonly Field[], levels: Uint8Array): 'agrees' | 'differs' | 'unknown' {
  let stands: 'agrees' | 'differs' | 'unknown' = fields.some(({ personal }) => personal.length > 0)
    ? 'unknown'
    : 'agrees';
  for (const [f, { personal, levels: names }] of fields.entries()) {
    if (personal.includes(levels[f]!)) return 'agrees';
    if (personal.length > 0 && levels[f] === names.length) stands = 'differs';
  }
  return stands;
}
