import type { Query, Row } from '../../store/store.js';

/** Fewer values in common say nothing of two systems. */
const fewValues = 20;
/** Share in percent of the smaller system's values from which a key is likely the same. */
const likelyShare = 30;

/**
 * Keys of one type that two systems have in common, though not declared to be shared: values in common, and those of
 * them that are two persons so far.
 */
const sharedKeys = `
  WITH keys AS (SELECT system_id, key_type, subject_key, person_id FROM work_persons),
  sizes AS (SELECT system_id, key_type, count(*) AS size FROM keys GROUP BY system_id, key_type),
  pairs AS (
    SELECT a.key_type, a.system_id AS first, b.system_id AS second, count(*) AS shared,
           sum(CASE WHEN a.person_id <> b.person_id THEN 1 ELSE 0 END) AS apart
    FROM keys a JOIN keys b ON b.key_type = a.key_type AND b.subject_key = a.subject_key AND a.system_id < b.system_id
    GROUP BY a.key_type, a.system_id, b.system_id)
  SELECT p.key_type, p.first, p.second, p.shared, CAST(p.apart AS BIGINT) AS apart,
         p.shared * 100 // least(x.size, y.size) AS share
  FROM pairs p
  JOIN sizes x ON x.system_id = p.first AND x.key_type = p.key_type
  JOIN sizes y ON y.system_id = p.second AND y.key_type = p.key_type
  WHERE p.apart > 0 AND p.shared >= ${fewValues} AND p.shared * 100 >= least(x.size, y.size) * ${likelyShare}
  ORDER BY p.apart DESC, p.key_type, p.first, p.second`;

/** Records by system that belong to persons no other system knows. */
const unlinked = `
  WITH persons AS (SELECT person_id FROM work_persons GROUP BY person_id HAVING min(system_id) = max(system_id))
  SELECT w.system_id AS system, count(*) AS records, count(p.person_id) AS alone
  FROM work_persons w LEFT JOIN persons p ON p.person_id = w.person_id
  GROUP BY w.system_id HAVING count(p.person_id) * 2 > count(*) ORDER BY alone DESC, system`;

const undated = `
  SELECT system_id AS system, count(*) AS choices,
         count(*) - count(coalesce(valid_from, recorded_at, observed_at)) AS undated
  FROM std_preferences WHERE system_id IS NOT NULL
  GROUP BY system_id HAVING count(*) > count(coalesce(valid_from, recorded_at, observed_at))
  ORDER BY undated DESC, system`;

const noEvents = `
  SELECT system_id AS system, channel, CAST(sum(messages) AS BIGINT) AS messages FROM fact_delivery
  GROUP BY system_id, channel HAVING sum(messages_with_events) = 0 ORDER BY messages DESC, system, channel`;

const silentSystems = `
  SELECT s.system_id AS system, min(s.name) AS name, min(o.name) AS owner,
         (SELECT count(DISTINCT communication_id) FROM std_communication_steps c WHERE c.system_id = s.system_id) AS communications,
         (SELECT count(DISTINCT field) FROM std_system_fields f WHERE f.system_id = s.system_id) AS fields
  FROM std_systems s LEFT JOIN std_owners o ON o.owner_id = s.owner
  WHERE list_contains(from_json($systems, '["VARCHAR"]'), s.system_id)
  GROUP BY s.system_id ORDER BY communications DESC, fields DESC, system`;

const setAside = `
  SELECT file, "column", reason AS expected, rows, rows_in FROM fact_rejects ORDER BY file, rows DESC, "column", reason`;

const foundHeaders = `
  SELECT file, found_header AS found FROM std_sources WHERE found_header IS NOT NULL ORDER BY file, table_name`;

const unusedColumns = 'SELECT DISTINCT file, "column" FROM std_unused_columns ORDER BY file, "column"';

/** What imported inventories say that has no place, most of it first. */
const leftOut = `
  SELECT s.file, n.what, n.why, n.count, n.examples FROM std_notes n JOIN std_sources s ON s.source = n.source
  ORDER BY s.file, n.count DESC, n.what, n.examples`;

const active = `(f.status IS NULL OR f.status = 'active')`;
const unknownLatency = `
  SELECT DISTINCT f.flow_id AS flow FROM std_flows f WHERE ${active} AND f.latency IS NULL ORDER BY flow`;
const emptyFlows = `
  SELECT DISTINCT f.flow_id AS flow FROM std_flows f
  WHERE ${active} AND f.flow_id NOT IN (SELECT flow_id FROM std_flow_fields WHERE flow_id IS NOT NULL) ORDER BY flow`;

const knownFields = `
  SELECT field FROM std_system_fields UNION SELECT source_field FROM std_flow_fields
  UNION SELECT field FROM std_collection_point_fields UNION SELECT field FROM std_communication_fields ORDER BY field`;
const usedChannels = 'SELECT DISTINCT channel FROM std_sends WHERE channel IS NOT NULL ORDER BY channel';
const usedKeys = `
  SELECT system_id, key_type FROM work_persons UNION SELECT system_id, key_type FROM std_identity_keys
  WHERE system_id IS NOT NULL AND key_type IS NOT NULL ORDER BY system_id, key_type`;

const questions = {
  sharedKeys,
  unlinked,
  undated,
  noEvents,
  setAside,
  foundHeaders,
  unusedColumns,
  leftOut,
  unknownLatency,
  emptyFlows,
  knownFields,
  usedChannels,
  usedKeys,
} as const;

type Question = keyof typeof questions | 'silentSystems';

/** Answers about what limits a run, by question; every list has a total order. */
export type Observed = Readonly<Record<Question, readonly Row[]>>;

/** Asks everything `doctor` wants to know of a run; `silent` are the systems without data. */
export async function readAdvice(store: Query, silent: readonly string[]): Promise<Observed> {
  const answers: Partial<Record<Question, readonly Row[]>> = {
    silentSystems: await store.all(silentSystems, { systems: JSON.stringify(silent) }),
  };
  for (const [name, sql] of Object.entries(questions)) answers[name as Question] = await store.all(sql);
  return answers as Observed;
}
