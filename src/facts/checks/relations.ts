import type { Query, Row, Value } from '../../store/store.js';
import { rowOf, sourceOf } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { joinHolder } from './contacts.js';
import { isArranged, mayBelongTogether, type Person } from './persons.js';

/** Persons who have an address, or a key such as an account, in common: holders, families, guardians, attorneys. */
const tied = `
  CREATE TABLE work_stray_pairs AS SELECT DISTINCT person_id, other_id FROM work_strays;
  CREATE TABLE work_ties AS
  WITH members AS (SELECT person_id FROM work_stray_pairs UNION SELECT other_id FROM work_stray_pairs),
  own AS (
    SELECT c.person_id, c.kind || '|' || c.folded AS tie FROM work_contacts c JOIN members m ON m.person_id = c.person_id
    UNION
    SELECT w.person_id, k.key_type || '|' || k.value_norm FROM std_identity_keys k ${joinHolder('k')}
    JOIN members m ON m.person_id = w.person_id
    UNION
    SELECT w.person_id, w.key_type || '|' || w.subject_key FROM work_persons w JOIN members m ON m.person_id = w.person_id)
  SELECT DISTINCT p.person_id, p.other_id FROM work_stray_pairs p
  JOIN own a ON a.person_id = p.person_id JOIN own b ON b.person_id = p.other_id AND b.tie = a.tie`;

const untied = `
  SELECT p.person_id, p.other_id FROM work_stray_pairs p
  WHERE NOT EXISTS (SELECT 1 FROM work_ties t WHERE t.person_id = p.person_id AND t.other_id = p.other_id)`;

const people = `
  SELECT w.person_id, coalesce(c.full_name, concat_ws(' ', c.given_name, c.family_name)) AS name,
         CAST(c.date_of_birth AS VARCHAR) AS born, coalesce(c.deceased, false) AS deceased
  FROM std_customers c ${joinPerson('c')}
  WHERE w.person_id IN (SELECT person_id FROM work_stray_pairs UNION SELECT other_id FROM work_stray_pairs)
  GROUP BY ALL ORDER BY w.person_id, name, born, deceased`;

/** Messages of a pair by sender, channel and the name on them. */
const addressed = `
  SELECT p.person_id, p.other_id, p.system_id, p.channel, s.recipient_name AS name, p.held,
         count(DISTINCT p.at_ms // 86400000) AS days, min(p.at_ms) AS first_ms
  FROM work_strays p JOIN (${untied}) u ON u.person_id = p.person_id AND u.other_id = p.other_id
  JOIN std_sends s ON s._source = ${sourceOf('p.code')} AND s._row = ${rowOf('p.code')}
  GROUP BY ALL ORDER BY p.person_id, p.other_id, p.system_id, p.channel, name, p.held`;

/** Messages of one person to an address of another. */
export type Stray = Row & {
  person_id: number;
  other_id: number;
  system_id: string;
  channel: string;
  name: string | null;
  days: number;
  first_ms: number;
  /** Whether the other is known to have had the address by then. */
  held: boolean;
};
type Stated = Row & { person_id: number; name: string | null; born: string | null; deceased: boolean };

async function readPeople(store: Query): Promise<ReadonlyMap<number, Person>> {
  const found = new Map<number, { names: string[]; born: string[]; deceased: boolean }>();
  for await (const rows of store.stream<Stated>(people))
    for (const { person_id, name, born, deceased } of rows) {
      const person = found.get(person_id) ?? { names: [], born: [], deceased: false };
      found.set(person_id, person);
      if (name !== null && name !== '') person.names.push(name);
      if (born !== null) person.born.push(born);
      person.deceased ||= deceased;
    }
  return found;
}

const nobody: Person = { names: [], born: [], deceased: false };

const groupColumns = ['person_id', 'other_id', 'system_id', 'channel', 'name'] as const;

/**
 * Creates `work_stray_excuses(code)`: messages of `work_strays` whose two persons belong together, may be one, or have
 * arranged that one gets the other's mail; one such holder of an address excuses the message.
 */
export async function excuseKnown(store: Query): Promise<void> {
  await store.run(tied);
  const persons = await readPeople(store);
  const excused: Value[][] = [];
  for await (const rows of store.stream<Stray>(addressed))
    for (const stray of rows) {
      const person = persons.get(stray.person_id) ?? nobody;
      const other = persons.get(stray.other_id) ?? nobody;
      if (mayBelongTogether(person, other, stray.first_ms) || isArranged(stray, person, other))
        excused.push(groupColumns.map((column) => stray[column]));
    }
  await store.run(
    'CREATE TABLE work_arranged (person_id INTEGER, other_id INTEGER, system_id VARCHAR, channel VARCHAR, name VARCHAR)',
  );
  if (excused.length > 0) await store.insert('work_arranged', [...groupColumns], excused);
  await store.run(`
    CREATE TABLE work_stray_excuses AS
    SELECT p.code FROM work_strays p JOIN work_ties t ON t.person_id = p.person_id AND t.other_id = p.other_id
    UNION
    SELECT p.code FROM work_strays p
    JOIN std_sends s ON s._source = ${sourceOf('p.code')} AND s._row = ${rowOf('p.code')}
    JOIN work_arranged a ON a.person_id = p.person_id AND a.other_id = p.other_id AND a.system_id = p.system_id
     AND a.channel = p.channel AND a.name IS NOT DISTINCT FROM s.recipient_name;
    DROP TABLE work_stray_pairs; DROP TABLE work_ties; DROP TABLE work_arranged`);
}
