import type { Query, Row } from '../../store/store.js';
import { type Measured, share, untold } from './measured.js';
import { homes, type SiloRow, siloOf } from './silos.js';

type Count = Row & SiloRow & { persons: number; apart: number };

/**
 * Persons known in two or more systems, one of them of the silo; and those for whom two systems are apart, one of them of
 * the silo. Both by exact sets of persons, so that nobody is counted twice.
 */
const counts = `
  WITH homes AS ${homes},
  sets AS (SELECT systems, persons FROM work_system_sets WHERE len(systems) > 1),
  members AS (
    SELECT DISTINCT s.systems, s.persons, h.silo_id
    FROM (SELECT systems, persons, unnest(systems) AS system_id FROM sets) s JOIN homes h ON h.system_id = s.system_id),
  demands AS (
    SELECT DISTINCT p.demand_id, e.system_id FROM work_pairs p
    JOIN (SELECT pair_id, from_system_id AS system_id FROM work_pairs
          UNION ALL SELECT pair_id, to_system_id FROM work_pairs) e ON e.pair_id = p.pair_id
    WHERE p.from_system_id <> p.to_system_id),
  signatures AS (SELECT demands, persons, unnest(demands) AS demand_id FROM work_signatures),
  apart AS (
    SELECT DISTINCT s.demands, s.persons, h.silo_id FROM signatures s
    JOIN demands d ON d.demand_id = s.demand_id LEFT JOIN homes h ON h.system_id = d.system_id),
  counted AS (
    SELECT true AS whole, CAST(NULL AS VARCHAR) AS silo_id, sum(persons) AS persons, 0 AS apart FROM sets
    UNION ALL SELECT false, silo_id, sum(persons), 0 FROM members GROUP BY silo_id
    UNION ALL SELECT true, NULL, 0, sum(persons) FROM (SELECT DISTINCT demands, persons FROM apart) a
    UNION ALL SELECT false, silo_id, 0, sum(persons) FROM apart GROUP BY silo_id)
  SELECT whole, silo_id, CAST(coalesce(sum(persons), 0) AS BIGINT) AS persons,
         CAST(coalesce(sum(apart), 0) AS BIGINT) AS apart
  FROM counted GROUP BY whole, silo_id ORDER BY whole DESC, silo_id`;

/** How many of those whom several systems know are known alike. */
export async function measureConsistency(store: Query): Promise<Measured[]> {
  const [preferences] = await store.all<{ n: number }>('SELECT count(*) AS n FROM std_preferences');
  if (Number(preferences!.n) === 0) return [untold('preference_consistency', null, 'no_preferences')];
  const rows = await store.all<Count>(counts);
  return rows.flatMap((row) => {
    const silo = siloOf(row);
    if (silo === undefined) return [];
    const [persons, apart] = [Number(row.persons), Number(row.apart)];
    return [share('preference_consistency', silo, [persons - apart, persons], 'no_shared_persons')];
  });
}
