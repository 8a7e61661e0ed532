import type { Query, Row } from '../../../store/store.js';

/** How often a value is missing, and how long it is; lengths in characters. */
export interface Measure {
  readonly records: number;
  readonly filled: number;
  readonly shortest: number | null;
  readonly longest: number | null;
}

/** Columns of customer records by the field path they are of. */
const columns: Readonly<Record<string, string>> = {
  'person.name':
    "coalesce(full_name, nullif(trim(coalesce(given_name, '') || ' ' || coalesce(family_name, '')), ''))",
  'person.name.given': 'given_name',
  'person.name.family': 'family_name',
  'person.given_name': 'given_name',
  'person.family_name': 'family_name',
  'person.date_of_birth': 'CAST(date_of_birth AS VARCHAR)',
  'person.language': 'language',
  'contact.email': 'email',
  'contact.phone': 'phone',
  'contact.postal_address': 'address',
  'contact.city': 'city',
  'contact.postcode': 'postcode',
};
const paths = Object.keys(columns);

const counted = (x: string): string =>
  `count(${x}) AS filled, min(length(${x})) AS shortest, max(length(${x})) AS longest`;

type Keyed<K extends string> = Measure & Row & Readonly<Record<K, string>>;

/** By system and field path: what records of open customers hold. One scan; a column is named by the place of its path. */
async function readCustomers(store: Query): Promise<Keyed<'system_id' | 'field'>[]> {
  const parts = paths.map((path, i) => {
    const x = columns[path]!;
    return `count(${x}) AS filled_${i}, min(length(${x})) AS shortest_${i}, max(length(${x})) AS longest_${i}`;
  });
  const rows = await store.all<Row>(
    `SELECT system_id, count(*) AS records, ${parts.join(', ')} FROM std_customers WHERE closed_at IS NULL
     GROUP BY system_id ORDER BY system_id`,
  );
  return rows.flatMap((row) =>
    paths.map((field, i) => ({
      system_id: String(row.system_id),
      field,
      records: Number(row.records),
      filled: Number(row[`filled_${i}`]),
      shortest: row[`shortest_${i}`] as number | null,
      longest: row[`longest_${i}`] as number | null,
    })),
  );
}

const readStated = (store: Query): Promise<Keyed<'communication_id' | 'field'>[]> =>
  store.all(
    `SELECT s.communication_id, v.field, count(*) AS records, ${counted('v.value')}
     FROM std_message_values v JOIN std_sends s ON s.message_key = v.message_key
     WHERE s.communication_id IS NOT NULL GROUP BY s.communication_id, v.field ORDER BY s.communication_id, v.field`,
  );

const readTrue = (store: Query): Promise<Keyed<'system_id' | 'field'>[]> =>
  store.all(
    `SELECT system_id, field, count(*) AS records, ${counted('value')}
     FROM std_master_values GROUP BY system_id, field ORDER BY system_id, field`,
  );

export type Measured = (
  communication: string,
  systems: readonly (string | null)[],
  field: string,
) => Measure | undefined;

/**
 * How often a field was missing in messages of a communication; else in the records, then in the values, of the first of
 * the systems that has any. Undefined where nothing was seen.
 */
export async function readMeasures(store: Query): Promise<Measured> {
  const stated = new Map(
    (await readStated(store)).map((row) => [`${row.communication_id} ${row.field}`, row]),
  );
  const held = [...(await readTrue(store)), ...(await readCustomers(store))];
  const bySystem = new Map(held.map((row) => [`${row.system_id} ${row.field}`, row]));
  return (communication, systems, field) =>
    stated.get(`${communication} ${field}`) ??
    systems.map((system) => bySystem.get(`${system} ${field}`)).find((row) => row !== undefined);
}
