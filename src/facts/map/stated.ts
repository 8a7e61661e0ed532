import { covers } from '../../graph/index.js';
import type { Query } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import type { RankOf } from './circles.js';
import type { FillRate } from './double-entry.js';
import type { PersonsPerMonth } from './loads.js';

type Stated<T> = { system_id: string; field: string; value: T };

/** Rows by system. */
function bySystem<T>(rows: readonly Stated<T>[]): ReadonlyMap<string, readonly Stated<T>[]> {
  return groupBy(rows, (row) => row.system_id);
}

/** Persons a month at the points of a system that ask the field; a point counts once. */
export async function readPersonsPerMonth(store: Query): Promise<PersonsPerMonth> {
  type Asked = Stated<number> & { point: string };
  const rows = await store.all<Asked>(
    `SELECT p.system_id, f.field, p.collection_point_id AS point, max(p.persons_per_month) AS value
     FROM std_collection_point_fields f JOIN std_collection_points p USING (collection_point_id)
     WHERE p.persons_per_month IS NOT NULL GROUP BY ALL ORDER BY p.system_id, f.field, point`,
  );
  const groups = bySystem(rows) as ReadonlyMap<string, readonly Asked[]>;
  return (system, field) => {
    const here = (groups.get(system) ?? []).filter((row) => covers(row.field, field));
    const points = new Map(here.map((row) => [row.point, row.value]));
    return points.size === 0 ? undefined : [...points.values()].reduce((a, b) => a + b, 0);
  };
}

/** The stated share of records with a value; the longest path speaks, of several rows for it the lowest share. */
export async function readFillRates(store: Query): Promise<FillRate> {
  const rows = await store.all<Stated<string>>(
    `SELECT system_id, field, min(fill_rate) AS value FROM std_system_fields WHERE fill_rate IS NOT NULL
     GROUP BY system_id, field ORDER BY system_id, length(field) DESC, field`,
  );
  const groups = bySystem(rows);
  return (system, field) => groups.get(system)?.find((row) => covers(row.field, field))?.value;
}

/** Ranks of the authorities; the longest path speaks, of several lines of business the best rank. */
export async function readRanks(store: Query): Promise<RankOf> {
  const rows = await store.all<Stated<number>>(
    `SELECT system_id, field, min(rank) AS value FROM std_authorities
     GROUP BY system_id, field ORDER BY system_id, length(field) DESC, field`,
  );
  const groups = bySystem(rows);
  return (system, field) => groups.get(system)?.find((row) => covers(row.field, field))?.value;
}
