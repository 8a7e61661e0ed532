import { customerNo, subjectKey, subjectKeys } from '../people.js';
import type { Person } from '../person.js';
import { at, DAY, germanDay, isoInstant } from '../time.js';
import type { Store, World } from '../world/types.js';
import { addCsv, type Column, type Files } from './files.js';
import type { Yaml } from './yaml.js';

/** How one system writes its customers: its headers, and how unsilo.yaml reads them. */
interface Dialect {
  readonly path: (id: string) => string;
  readonly delimiter: ',' | ';';
  /** Canonical column → header and text. */
  readonly columns: (store: Store) => Record<string, Column<Person>>;
  readonly reads?: Record<string, Yaml>;
}

const emailAt = (store: Store) => (person: Person) => (store.space === 'b' ? person.emailB : person.email);
const opened = (person: Person): string =>
  isoInstant(at('2019-02-01T09:00:00Z') + (person.index % 700) * DAY);
const full = (person: Person): string => `${person.given.latin} ${person.family.latin}`;
const key = (store: Store) => (person: Person) => subjectKey(person, store);

const canonical: Dialect = {
  path: (id) => `customers/${id}.csv.gz`,
  delimiter: ',',
  columns: (store) => ({
    subject_key: ['subject_key', key(store)],
    given_name: ['given_name', (person) => person.given.latin],
    family_name: ['family_name', (person) => person.family.latin],
    date_of_birth: ['date_of_birth', (person) => person.born],
    email: ['email', emailAt(store)],
    phone: ['phone', (person) => person.phone],
    address: ['address', (person) => person.street],
    city: ['city', (person) => person.city],
    postcode: ['postcode', (person) => person.postcode],
    country: ['country', (person) => person.country],
    language: ['language', (person) => person.language],
    opened_at: ['opened_at', opened],
  }),
};

const card: Dialect = {
  path: (id) => `customers/${id}.csv`,
  delimiter: ';',
  columns: (store) => ({
    subject_key: ['ACCT_NO', key(store)],
    full_name: ['EMBOSS_NAME', (person) => full(person).toUpperCase()],
    date_of_birth: ['DOB', (person) => germanDay(at(`${person.born}T00:00:00Z`))],
    email: ['EMAIL_ADDR', (person) => person.email.toUpperCase()],
    phone: ['MOBILE', (person) => person.phone.replace('+44', '0044 ')],
  }),
  reads: { date_of_birth: { from: 'DOB', format: '%d.%m.%Y' } },
};

/** Names in their own script: the same people as elsewhere, spelt otherwise. */
const ownScript: Dialect = {
  path: (id) => `customers/${id}.csv`,
  delimiter: ',',
  columns: (store) => ({
    subject_key: ['رقم العميل', key(store)],
    given_name: ['الاسم', (person) => person.given.script],
    family_name: ['اسم العائلة', (person) => person.family.script],
    date_of_birth: ['تاريخ الميلاد', (person) => person.born],
    email: ['البريد الإلكتروني', emailAt(store)],
    phone: ['الهاتف', (person) => person.phone],
    city: ['المدينة', (person) => person.city],
    language: ['اللغة', (person) => person.language],
  }),
};

const insurance: Dialect = {
  path: (id) => `customers/${id}.csv.gz`,
  delimiter: ',',
  columns: (store) => ({
    subject_key: ['policy', key(store)],
    full_name: ['insured', (person) => `${person.given.script} ${person.family.script}`],
    date_of_birth: ['born', (person) => person.born],
    email: ['mail', emailAt(store)],
    phone: ['tel', (person) => person.phone],
  }),
};

const dialects: Record<string, Dialect> = {
  'card-core': card,
  'gulf-core': ownScript,
  'insurance-admin': insurance,
};

/** Customer files of all systems, and the sources that read them. */
export function addCustomers(files: Files, world: World, people: readonly Person[]): Yaml[] {
  return world.stores
    .filter((store) => store.hasCustomers)
    .map((store) => {
      const dialect = dialects[store.id] ?? canonical;
      const columns = dialect.columns(store);
      const rows = people.filter((person) => person.stores.includes(store.id));
      addCsv(files, dialect.path(store.id), Object.values(columns), rows, dialect.delimiter);
      const renamed = Object.entries(columns).filter(([name, [header]]) => name !== header);
      return {
        table: 'customers',
        file: dialect.path(store.id),
        ...(dialect.delimiter === ';' ? { delimiter: ';' } : {}),
        columns: {
          system_id: { constant: store.id },
          key_type: { constant: store.key },
          ...Object.fromEntries(renamed.map(([name, [header]]) => [name, header])),
          ...dialect.reads,
        },
      };
    });
}

interface KeyRow {
  readonly system: string;
  readonly subject: string;
  readonly type: string;
  readonly value: string;
}

function keysOf(store: Store, person: Person, subject: string): KeyRow[] {
  const row = (type: string, value: string) => ({ system: store.id, subject, type, value });
  const number = store.key !== 'customer_no' && store.space !== '' && store.keys.includes('key.customer_no');
  const national = store.keys.includes('key.national_id_hash') && person.index % 4 !== 0;
  return [
    ...(number ? [row('customer_no', customerNo(person, store.space))] : []),
    ...(national ? [row('national_id_hash', person.nationalId)] : []),
  ];
}

/** Further keys: customer numbers of systems keyed otherwise, hashes of national ids for three persons in four. */
export function addIdentityKeys(files: Files, world: World, people: readonly Person[]): Yaml[] {
  const rows = world.stores.flatMap((store) =>
    people
      .filter((person) => person.stores.includes(store.id))
      .flatMap((person) => subjectKeys(person, store).flatMap((subject) => keysOf(store, person, subject))),
  );
  const columns: Column<KeyRow>[] = [
    ['system_id', (row) => row.system],
    ['subject_key', (row) => row.subject],
    ['key_type', (row) => row.type],
    ['value_norm', (row) => row.value],
  ];
  addCsv(files, 'identity_keys.csv.gz', columns, rows);
  return [{ table: 'identity_keys', file: 'identity_keys.csv.gz' }];
}
