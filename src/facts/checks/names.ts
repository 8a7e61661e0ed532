import { toMs } from '../../store/dialect.js';
import type { Query, Row, Value } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { foldText, joinHolder } from './contacts.js';
import { addFound } from './found.js';
import { judgeName } from './judge-name.js';
import { wordsOf } from './persons.js';
import { excuseKnown } from './relations.js';

const stated = `coalesce(c.full_name, nullif(trim(concat_ws(' ', c.given_name, c.family_name)), ''))`;

/** Names by person, from records and from the history of the field. */
const names = `
  CREATE TABLE work_names AS
  SELECT person_id, name, lower(name) AS plain, min(code) AS code FROM (
    SELECT w.person_id, ${stated} AS name, ${rowCode('c')} AS code FROM std_customers c ${joinPerson('c')}
    UNION ALL
    SELECT w.person_id, v.value, ${rowCode('v')} FROM std_master_values v ${joinHolder('v')} WHERE v.field = 'person.name')
  WHERE name IS NOT NULL GROUP BY person_id, name`;

/**
 * Messages whose name is, letter by letter, no name of the person; nearly all are left out here. What went to somebody
 * else altogether bears that one's name.
 */
const misnamed = `
  CREATE TABLE work_misnamed AS
  SELECT w.person_id, w.certain, s.recipient_name AS name, s.system_id, s.channel, lower(s.contact_point) AS address, ${toMs('s.sent_at')} AS at_ms,
         ${rowCode('s')} AS code
  FROM std_sends s ${joinPerson('s')}
  WHERE s.recipient_name IS NOT NULL
    AND ${rowCode('s')} NOT IN (SELECT code FROM work_found_errors WHERE error_class = 'wrong_recipient')
    AND w.person_id IN (SELECT person_id FROM work_names)
    AND NOT EXISTS (SELECT 1 FROM work_names n WHERE n.person_id = w.person_id AND n.plain = lower(s.recipient_name))`;

/** With the address the messages went to and the number of systems that write the name so. */
const pairs = `
  SELECT m.person_id, m.name, m.address, m.systems, string_agg(DISTINCT n.name, chr(31) ORDER BY n.name) AS own
  FROM (SELECT person_id, name, coalesce(min(address), '') AS address, count(DISTINCT system_id) AS systems
        FROM work_misnamed GROUP BY person_id, name) m JOIN work_names n ON n.person_id = m.person_id
  GROUP BY m.person_id, m.name, m.address, m.systems ORDER BY m.person_id, m.name`;

type Pair = Row & { person_id: number; name: string; address: string; systems: number; own: string };

/** The slip is in the record: several systems write the name so, or the person's own address does. */
const isKnownSo = ({ name, address, systems, own }: Pair): boolean =>
  Number(systems) > 1 || (isIn(name, address) && !own.split('\u001f').some((one) => isIn(one, address)));

const isIn = (name: string, address: string): boolean =>
  wordsOf(name).every((word) => address.includes(word));

const atOnce = 20_000;

/** Creates `work_name_verdicts(person_id, name, verdict)`: names that are none of the person's own. */
async function judgeAll(store: Query): Promise<void> {
  const columns = ['person_id', 'name', 'verdict'] as const;
  await store.run('CREATE TABLE work_name_verdicts (person_id INTEGER, name VARCHAR, verdict VARCHAR)');
  let rows: Value[][] = [];
  const flush = async () => {
    if (rows.length > 0) await store.insert('work_name_verdicts', [...columns], rows);
    rows = [];
  };
  for await (const some of store.stream<Pair>(pairs)) {
    for (const pair of some) {
      const { person_id, name, own } = pair;
      const verdict = judgeName(name, own.split('\u001f'));
      if (verdict !== 'own' && !(verdict === 'slip' && isKnownSo(pair)))
        rows.push([person_id, name, verdict]);
    }
    if (rows.length >= atOnce) await flush();
  }
  await flush();
}

/** More persons of one name, or with one foreign name on their mail, and it tells nobody. */
const mostHolders = 5;

/** Senders of whom most of what they put for a name is none of the person's write something else there. */
const otherwise = `
  CREATE TABLE work_named_otherwise AS
  WITH off AS (
    SELECT m.system_id, m.channel, count(*) AS n FROM work_misnamed m JOIN work_name_verdicts v USING (person_id, name)
    WHERE v.verdict = 'other' GROUP BY m.system_id, m.channel),
  spoken AS (
    SELECT system_id, channel, count(*) AS n FROM std_sends WHERE recipient_name IS NOT NULL GROUP BY system_id, channel)
  SELECT o.system_id, o.channel FROM off o JOIN spoken s USING (system_id, channel) WHERE 2 * o.n > s.n`;

/** Names of somebody else who is a customer, too; a given name in common may be the person's before a marriage. */
const strays = `
  CREATE TABLE work_strays AS
  WITH known AS (
    SELECT ${foldText('name')} AS folded, person_id, min(code) AS code FROM work_names GROUP BY ALL),
  foreign_names AS (
    SELECT name, ${foldText('name')} AS folded FROM work_name_verdicts WHERE verdict IN ('other', 'slip')
    GROUP BY name HAVING count(*) <= ${mostHolders}),
  held AS (
    SELECT f.name, k.person_id, k.code, count(*) OVER (PARTITION BY f.name) AS holders
    FROM foreign_names f JOIN known k ON k.folded = f.folded)
  SELECT m.code, m.person_id, h.person_id AS other_id, h.code AS proof, m.system_id, m.channel, 'person.name' AS kind,
         m.at_ms, m.certain, true AS held
  FROM work_misnamed m JOIN work_name_verdicts v ON v.person_id = m.person_id AND v.name = m.name
  JOIN held h ON h.name = m.name AND h.holders <= ${mostHolders} AND h.person_id <> m.person_id
  WHERE NOT EXISTS (SELECT 1 FROM work_names o WHERE o.person_id = m.person_id
                    AND split_part(o.plain, ' ', 1) = split_part(lower(m.name), ' ', 1))`;

const ofOthers = `
  SELECT 'wrong_name' AS error_class, 'person.name' AS field, person_id, code, proof, certain FROM work_strays s
  WHERE code NOT IN (SELECT code FROM work_stray_excuses)
    AND NOT EXISTS (SELECT 1 FROM work_named_otherwise o WHERE o.system_id = s.system_id AND o.channel = s.channel)`;

/** Slips of the own name, where nobody in reach is called so, and what is no name. */
const slips = `
  SELECT 'wrong_name' AS error_class, 'person.name' AS field, m.person_id, m.code, n.code AS proof, m.certain
  FROM work_misnamed m JOIN work_name_verdicts v ON v.person_id = m.person_id AND v.name = m.name
  JOIN (SELECT person_id, min(code) AS code FROM work_names GROUP BY person_id) n ON n.person_id = m.person_id
  WHERE v.verdict = 'broken' OR v.verdict = 'slip' AND m.code NOT IN (SELECT code FROM work_strays)`;

/** Compares the names on messages with the names on record; needs `work_persons` and `work_contacts`. */
export async function findWrongNames(store: Query): Promise<void> {
  await store.run(`${names}; ${misnamed}`);
  await judgeAll(store);
  const [{ n } = { n: 0 }] = await store.all<{ n: number }>('SELECT count(*) AS n FROM work_name_verdicts');
  if (Number(n) > 0) {
    await store.run(`${otherwise}; ${strays}`);
    await excuseKnown(store);
    await addFound(store, ofOthers);
    await addFound(store, slips);
    await store.run('DROP TABLE work_strays; DROP TABLE work_stray_excuses; DROP TABLE work_named_otherwise');
  }
  await store.run('DROP TABLE work_names; DROP TABLE work_misnamed; DROP TABLE work_name_verdicts');
}
