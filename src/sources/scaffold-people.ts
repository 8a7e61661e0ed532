import { assignRoles } from '../linkage/roles/assign.js';
import type { ColumnRole } from '../linkage/roles/recognise.js';
import { keyTypes } from '../model/enums.js';
import type { NamedMapping } from '../model/source-mapping.js';
import type { KeyType } from '../model/trace.js';
import { type Look, resolveMapping } from './mapping/resolve.js';

/** The column that names who a row is about, and what kind of key it holds. */
export interface SubjectKey {
  readonly column: string;
  readonly type: KeyType;
}

/** What a file's column names tell of the persons in it. */
export interface Persons {
  readonly key: SubjectKey;
  /** Column of `customers` → column of the file; who they are beside the key, empty when nothing says it. */
  readonly identity: ReadonlyMap<string, string>;
  /** Further keys of the same persons. */
  readonly others: readonly SubjectKey[];
}

const identityColumns: Readonly<Partial<Record<ColumnRole, string>>> = {
  full_name: 'full_name',
  given_name: 'given_name',
  family_name: 'family_name',
  date_of_birth: 'date_of_birth',
  email: 'email',
  phone: 'phone',
  street: 'address',
  city: 'city',
  postcode: 'postcode',
  country: 'country',
};

/** Kinds of keys by a word in the column's name; a key that says no more is the customer's number. */
const keyWords: readonly (readonly [RegExp, KeyType])[] = [
  [/acc(oun)?t|konto|compte|cuenta|iban|حساب/iu, 'account_no'],
  [/subscriber|lead|prospect|اشتراک/iu, 'subscriber_key'],
  [/user/iu, 'user_id'],
];

const typeOf = (column: string): KeyType =>
  keyTypes.find((type) => type === column.toLowerCase()) ??
  keyWords.find(([word]) => word.test(column))?.[1] ??
  'customer_no';

/** The key by which a mapping takes the rows of a file, where it is one column of one kind. */
export function keyIn(mapping: NamedMapping, look: Look): SubjectKey | undefined {
  const { columns = {}, records } = resolveMapping(mapping, { table: mapping.table, file: '' }, look);
  const { subject_key: key, key_type: kind } = records?.[0] ?? columns;
  const column = typeof key === 'object' ? key.from : key;
  const type = typeof kind === 'object' ? keyTypes.find((one) => one === kind.constant) : undefined;
  return column === undefined || type === undefined ? undefined : { column, type };
}

/** Who the rows of a file are about, by its column names; undefined when none is a key, an address or a number. */
export function personsIn(header: readonly string[], known?: SubjectKey): Persons | undefined {
  const columns = assignRoles(header, { mapped: new Map(), ignored: new Set() });
  const named = (role: ColumnRole): string[] =>
    columns.flatMap((one) => (one.role === role ? [one.header] : []));
  const keys = [...named('key'), ...named('record_id')].map((column) => ({ column, type: typeOf(column) }));
  const [email] = named('email');
  const [phone] = named('phone');
  const key =
    known ??
    keys[0] ??
    (email === undefined ? undefined : { column: email, type: 'email' as const }) ??
    (phone === undefined ? undefined : { column: phone, type: 'phone_e164' as const });
  if (key === undefined) return undefined;
  const identity = columns.flatMap(({ role, header: name }): [string, string][] => {
    const column = role && identityColumns[role];
    return column === undefined ? [] : [[column, name]];
  });
  return {
    key,
    identity: new Map(identity),
    others: keys.filter(({ column, type }) => column !== key.column && type !== key.type),
  };
}

/** Whether a row says more of a person than by which key it goes. */
export const saysWho = ({ key, identity }: Persons): boolean =>
  [...identity.values()].some((column) => column !== key.column);
