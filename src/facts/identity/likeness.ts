import { linkRecords } from '../../linkage/index.js';
import type { Query } from '../../store/store.js';
import { otherName } from './combinations.js';
import { subjectCode } from './subjects.js';

/** Fewer records teach nothing of how records of one person differ. */
const fewest = 200;
/** Probability in millionths from which records that share no key are likely one person; less is for review only. */
const likely = 900_000;

/** Persons known in one system only, whose details nobody has found elsewhere. */
const alone = `
  CREATE OR REPLACE TABLE work_alone AS
  SELECT label FROM work_labelled GROUP BY label HAVING min(system_id) = max(system_id);
  CREATE OR REPLACE TABLE work_people_alike AS
  SELECT p.subject_id, l.label, p.system_id, p.given, p.family, p.born, p.email, p.phone, a.label IS NOT NULL AS alone
  FROM work_people p JOIN work_labelled l ON l.subject_id = p.subject_id LEFT JOIN work_alone a ON a.label = l.label`;

/** Whether records of different persons in two systems agree in more than chance explains. */
const resemblance = (columns: readonly string[]): string => `
  SELECT 1 FROM work_people_alike WHERE ${columns.map((column) => `${column} IS NOT NULL`).join(' AND ')}
  GROUP BY ${columns.join(', ')}
  HAVING min(label) <> max(label) AND min(system_id) <> max(system_id) AND bool_or(alone)`;

const worthwhile = `
  SELECT count(*) AS n, (SELECT count(*) FROM work_people_alike) AS records FROM (
    ${[
      ['born', 'family'],
      ['born', 'given'],
      ['phone', 'given'],
      ['email', 'given'],
    ]
      .map(resemblance)
      .join(' UNION ALL ')}) r`;

/** Records to link: those alone, and others that resemble one of them enough to be its person. */
const records = `
  CREATE OR REPLACE TABLE work_people_to_link AS
  SELECT a.subject_id AS record, CAST(dense_rank() OVER (ORDER BY a.system_id) AS INTEGER) AS source,
         min(a.label) AS label, bool_and(a.alone) AS alone, min(a.given) AS given, min(a.family) AS family,
         min(a.born) AS born, min(a.email) AS email, min(a.phone) AS phone,
         min(c.address) AS address, min(c.postcode) AS postcode, min(c.city) AS city
  FROM work_people_alike a
  JOIN work_labelled l ON l.subject_id = a.subject_id
  JOIN std_customers c ON ${subjectCode('c')} = l.subject_code
  WHERE a.alone OR a.born IN (SELECT born FROM work_people_alike WHERE alone)
     OR a.phone IN (SELECT phone FROM work_people_alike WHERE alone)
     OR a.email IN (SELECT email FROM work_people_alike WHERE alone)
  GROUP BY a.subject_id, a.system_id;
  CREATE OR REPLACE TABLE work_candidate_links AS
  SELECT CAST(min(record) OVER (PARTITION BY label) AS INTEGER) AS a, record AS b FROM work_people_to_link WHERE NOT alone`;

const columns = [
  { column: 'given', role: 'given_name' },
  { column: 'family', role: 'family_name' },
  { column: 'born', role: 'date_of_birth' },
  { column: 'email', role: 'email' },
  { column: 'phone', role: 'phone' },
  { column: 'address', role: 'street' },
  { column: 'postcode', role: 'postcode' },
  { column: 'city', role: 'city' },
] as const;

/**
 * `work_joined_alone(label, person_id)`: persons that join another by what they state. A group with two national ids,
 * with two persons known in several systems joins nobody; two given names (a household, twins) or years of birth (parent
 * and child) are no link, nor is
 * a home without a name or date in common; and each joins by a link of its own, never through somebody else.
 */
const joined = `
  CREATE OR REPLACE TABLE work_joined_alone AS
  WITH members AS (
    SELECT w.person, c.* FROM work_link_persons w JOIN work_people_to_link c ON c.record = w.record
    WHERE w.basis <> 'alone'),
  pairs AS (
    SELECT a.person, a.label AS one, b.label AS other FROM work_link_pairs p
    JOIN members a ON a.record = p.a JOIN members b ON b.record = p.b AND b.person = a.person
    WHERE p.ppm >= ${likely} AND NOT p.known AND a.label <> b.label
      AND (a.given IS NULL OR b.given IS NULL OR NOT ${otherName})
      AND (a.born IS NULL OR b.born IS NULL OR left(a.born, 4) = left(b.born, 4) OR hamming(a.born, b.born) <= 2)
      AND (a.given IS NOT NULL AND b.given IS NOT NULL OR a.born = b.born)),
  linked AS (SELECT person, one AS label, other FROM pairs UNION SELECT person, other, one FROM pairs),
  ids AS (
    SELECT k.person FROM linked k JOIN work_labelled l ON l.label = k.label
    JOIN work_values v ON v.subject_id = l.subject_id AND v.key_type = 'national_id_hash'
    GROUP BY k.person HAVING min(v.value_norm) <> max(v.value_norm)),
  anchors AS (
    SELECT k.person, coalesce(min(CASE WHEN a.label IS NULL THEN k.label END), min(k.label)) AS label
    FROM linked k LEFT JOIN work_alone a ON a.label = k.label
    WHERE k.person NOT IN (SELECT person FROM ids)
    GROUP BY k.person HAVING count(DISTINCT CASE WHEN a.label IS NULL THEN k.label END) <= 1)
  SELECT k.label, min(x.label) AS person_id FROM linked k JOIN anchors x ON x.person = k.person AND x.label = k.other
  GROUP BY k.label`;

const none = 'CREATE OR REPLACE TABLE work_joined_alone (label INTEGER, person_id INTEGER)';

async function linkAlone(store: Query): Promise<void> {
  await store.run(records);
  const sources = await store.all<{ source: number }>(`
    SELECT DISTINCT c.source FROM work_people_to_link c JOIN work_people_alike a ON a.subject_id = c.record
    WHERE a.system_id IN (SELECT system_id FROM std_systems WHERE deduplicated) ORDER BY source`);
  await linkRecords(store, {
    relation: 'work_people_to_link',
    columns,
    compare: 'all',
    known: 'work_candidate_links',
    deduplicated: sources.map(({ source }) => source),
  });
  await store.run(`${joined};
    DROP TABLE work_people_to_link; DROP TABLE work_candidate_links; DROP TABLE work_link_pairs; DROP TABLE work_link_persons;
    DROP TABLE work_link_records; DROP TABLE work_link_values; DROP TABLE work_link_crowds`);
}

/**
 * `work_joined_alone(label, person_id)`: whom persons known in one system only likely are, by names, dates and addresses
 * that nearly agree. Asks nothing more where nobody resembles anybody. Needs `work_labelled`, `work_people`, `work_values`.
 */
export async function joinAlike(store: Query): Promise<void> {
  await store.run(alone);
  const [found] = await store.all<{ n: number; records: number }>(worthwhile);
  if (found!.n > 0 && found!.records >= fewest) await linkAlone(store);
  else await store.run(none);
  await store.run('DROP TABLE work_alone; DROP TABLE work_people_alike');
}

/** The same for ecosystems that do not want it. */
export const joinNobodyAlike = (store: Query): Promise<void> => store.run(none);
