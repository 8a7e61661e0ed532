import { findByKey, findByPseudonym, type Match } from '../../facts/lookup/person/find.js';
import { UsageError } from '../../model/errors.js';
import type { Query } from '../../store/store.js';
import { didYouMean } from '../../text/nearest.js';

/** How reports name persons. */
export interface Naming {
  /** Key of the pseudonyms. */
  readonly key: Uint8Array;
  /** The pseudonym of a person's smallest record, `system/key_type/key`. */
  name(person: string): string;
}

const systemsOf = async (store: Query): Promise<string[]> => {
  const rows = await store.all<{ system_id: string }>(
    'SELECT DISTINCT system_id FROM work_presence ORDER BY system_id',
  );
  return rows.map(({ system_id }) => system_id);
};

/** `crm:1001` → the key 1001 of crm; a key may have a colon of its own. */
function splitKey(typed: string, systems: readonly string[]): { key: string; system: string } {
  const system = systems.find((id) => typed.startsWith(`${id}:`));
  return system === undefined ? { key: typed, system: '' } : { key: typed.slice(system.length + 1), system };
}

/** The smallest record of a person, by which it is named. */
export const personKey = (records: readonly Omit<Match, 'person_id'>[]): string =>
  records.map(({ system_id, key_type, subject_key }) => `${system_id}/${key_type}/${subject_key}`).sort()[0]!;

function unknownKey(typed: string, systems: readonly string[]): UsageError {
  const [system = ''] = typed.split(':');
  return new UsageError({
    message: 'nobody is known by this key',
    value: typed,
    expected: 'a key of any system, an address or its SHA-256, or a pseudonym of a report',
    tips: [
      ...(typed.includes(':') ? didYouMean(system, systems) : []),
      'one system alone is asked by its id before the key: crm:1001',
    ],
  });
}

async function severalPersons(store: Query, found: readonly Match[], { name }: Naming): Promise<UsageError> {
  const persons = [...new Set(found.map(({ person_id }) => person_id))];
  const tips = await Promise.all(
    persons.slice(0, 3).map(async (person) => {
      const records = await store.all<Match>(
        `SELECT person_id, system_id, key_type, subject_key FROM work_persons WHERE person_id = $person
         ORDER BY system_id, key_type, subject_key`,
        { person },
      );
      const systems = [
        ...new Set(found.filter((one) => one.person_id === person).map((one) => one.system_id)),
      ];
      return `${name(personKey(records))} is the one of ${systems.slice(0, 3).join(', ')}`;
    }),
  );
  return new UsageError({
    message: `${persons.length} persons are known by this key`,
    expected: 'the system before the key, crm:1001, or the pseudonym of one of them',
    tips,
  });
}

/** The one person whom a key or pseudonym means. */
export async function findOne(store: Query, typed: string, naming: Naming): Promise<number> {
  const pseudonym = /^p-([\da-f]{6,16})$/i.exec(typed)?.[1];
  const systems = await systemsOf(store);
  const named = pseudonym ? await findByPseudonym(store, pseudonym.toLowerCase(), naming.key) : [];
  const { key, system } = splitKey(typed, systems);
  const found = named.length > 0 ? named : await findByKey(store, key, system);
  if (found.length === 0) throw unknownKey(typed, systems);
  if (found.some(({ person_id }) => person_id !== found[0]!.person_id))
    throw await severalPersons(store, found, naming);
  return found[0]!.person_id;
}
