import { type Stated, statedAt } from '../../life/stated.js';
import { keyTypeOf, subjectKeys } from '../../people.js';
import type { Person } from '../../person.js';
import { at, DAY, germanDay, hijriDay, isoInstant } from '../../time.js';
import type { Habits, Store, World } from '../../world/types.js';
import type { Column, Files } from '../files.js';
import type { Yaml } from '../yaml.js';
import { addTable, type Form } from './forms.js';

/** A customer record: an account, whose it is, and what the system says of the person. */
interface Customer {
  readonly key: string;
  readonly person: Person;
  readonly stated: Stated;
  readonly closed: number | undefined;
}

/** How a system writes its customers: canonical column → header and text; how its dates of birth read. */
interface Dialect {
  readonly form: Form;
  readonly columns: Readonly<Record<string, Column<Customer>>>;
  readonly reads?: Record<string, Yaml>;
}

const optional = (text: string, how: (text: string) => string): string => (text === '' ? '' : how(text));
const midnight = (day: string): number => at(`${day}T00:00:00Z`);
const ended = ({ closed }: Customer): string => (closed === undefined ? '' : isoInstant(closed));
const dead = ({ person }: Customer): string => (person.died === undefined ? 'N' : 'Y');

const plain: Dialect = {
  form: 'gzip',
  columns: {
    subject_key: ['subject_key', ({ key }) => key],
    given_name: ['given_name', ({ stated }) => stated.given],
    family_name: ['family_name', ({ stated }) => stated.family],
    date_of_birth: ['date_of_birth', ({ stated }) => stated.born],
    email: ['email', ({ stated }) => stated.email],
    phone: ['phone', ({ stated }) => stated.phone],
    address: ['address', ({ stated }) => stated.street],
    city: ['city', ({ person }) => person.city],
    opened_at: [
      'opened_at',
      ({ person }) => isoInstant(at('2019-02-01T09:00:00Z') + (person.index % 700) * DAY),
    ],
    closed_at: ['closed_at', ended],
    deceased: ['deceased', dead],
  },
};

const upper: Dialect = {
  form: 'semicolons',
  columns: {
    subject_key: ['ACCT_NO', ({ key }) => key],
    full_name: ['EMBOSS_NAME', ({ stated }) => `${stated.given} ${stated.family}`.toUpperCase()],
    date_of_birth: ['DOB', ({ stated }) => optional(stated.born, (day) => germanDay(midnight(day)))],
    email: ['EMAIL_ADDR', ({ stated }) => stated.email.toUpperCase()],
    phone: ['MOBILE', ({ stated }) => stated.phone.replace('+44', '0044 ')],
    closed_at: ['CLOSED', ended],
  },
  reads: { date_of_birth: { from: 'DOB', format: '%d.%m.%Y' } },
};

/** Names in their own script, one-byte Arabic. */
const script: Dialect = {
  form: 'arabic',
  columns: {
    subject_key: ['رقم العميل', ({ key }) => key],
    given_name: ['الاسم', ({ stated }) => stated.given],
    family_name: ['اسم العائلة', ({ stated }) => stated.family],
    date_of_birth: ['تاريخ الميلاد', ({ stated }) => stated.born],
    email: ['البريد الإلكتروني', ({ stated }) => stated.email],
    phone: ['الهاتف', ({ stated }) => stated.phone],
    closed_at: ['تاريخ الإغلاق', ended],
  },
};

/** A workbook with births in the Hijri calendar, family name first. */
const workbook: Dialect = {
  form: 'workbook',
  columns: {
    subject_key: ['Account', ({ key }) => key],
    family_name: ['Surname', ({ stated }) => stated.family],
    given_name: ['First name', ({ stated }) => stated.given],
    date_of_birth: ['Born (H)', ({ stated }) => optional(stated.born, (day) => hijriDay(midnight(day)))],
    email: ['E-mail', ({ stated }) => stated.email],
    phone: ['Telephone', ({ stated }) => stated.phone],
    closed_at: ['Ended', ended],
  },
  reads: { date_of_birth: { from: 'Born (H)', format: '%Y/%m/%d', calendar: 'hijri' } },
};

const lines: Dialect = {
  form: 'lines',
  columns: {
    subject_key: ['id', ({ key }) => key],
    full_name: ['name', ({ stated }) => `${stated.given} ${stated.family}`],
    date_of_birth: ['birthday', ({ stated }) => stated.born],
    email: ['mail', ({ stated }) => stated.email],
    phone: ['mobile', ({ stated }) => stated.phone.replace('+44', '+44 ')],
    closed_at: ['left', ended],
    deceased: ['dead', dead],
  },
};

const dialects: Record<Habits['customers'], Dialect> = { plain, upper, script, workbook, lines };

const customersOf = (store: Store, people: readonly Person[], seed: number): Customer[] =>
  people
    .filter((person) => person.stores.includes(store.id))
    .flatMap((person) => {
      const rest = { person, stated: statedAt(person, store, seed), closed: person.closed?.get(store.id) };
      return subjectKeys(person, store).map((key) => ({ key, ...rest }));
    });

/** Customer files of all systems, each in its own habit. */
export const addLivelyCustomers = (
  files: Files,
  world: World,
  people: readonly Person[],
  seed: number,
): Yaml[] =>
  world.stores
    .filter((store) => store.hasCustomers)
    .map((store) => {
      const { form, columns, reads } = dialects[store.habits!.customers];
      const rows = customersOf(store, people, seed);
      const source = addTable(files, 'customers', store.id, form, Object.values(columns), rows);
      const renamed = Object.entries(columns).filter(([name, [header]]) => name !== header);
      return {
        ...source,
        columns: {
          system_id: { constant: store.id },
          key_type: { constant: keyTypeOf(store) },
          ...Object.fromEntries(renamed.map(([name, [header]]) => [name, header])),
          ...reads,
        },
      };
    });
