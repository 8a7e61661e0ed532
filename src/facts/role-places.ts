import { covers } from '../graph/index.js';
import { remember } from '../graph/remember.js';
import type { Query } from '../store/store.js';
import { addTo } from '../text/group-by.js';
import { rowCode } from './evidence.js';

type RoleRow = { system_id: string; field: string; changes: boolean; code: number };

/** Places in the inventory that say what a system does with a field, its collection points included. */
export interface RolePlaces {
  all(system: string, field: string): number[];
  /** Only those by which customers or staff change the field there. */
  changing(system: string, field: string): number[];
}

type PlacesOf = (system: string, field: string) => number[];

/** Keeps each answer: a system is asked about once for every demand it is part of. */
function rememberPairs(make: PlacesOf): PlacesOf {
  const ofSystem = remember((system: string) => remember((field: string) => make(system, field)));
  return (system, field) => ofSystem(system)(field);
}

/** Reads who does what with which field, with its place in the inputs. */
export async function readRolePlaces(store: Query): Promise<RolePlaces> {
  const rows = await store.all<RoleRow>(
    `SELECT s.system_id, s.field, s.role = 'collects' OR coalesce(s.agent_can_edit, false) AS changes,
            ${rowCode('s')} AS code FROM std_system_fields s
     UNION ALL
     SELECT p.system_id, f.field, true, ${rowCode('f')} FROM std_collection_point_fields f
     JOIN std_collection_points p USING (collection_point_id)
     ORDER BY code, 1, 2, 3`,
  );
  const bySystem = new Map<string, RoleRow[]>();
  for (const row of rows) {
    addTo(bySystem, row.system_id, row);
  }
  const find = (system: string, field: string) =>
    (bySystem.get(system) ?? []).filter((row) => covers(row.field, field));
  const codes = (rows: readonly RoleRow[]) => rows.map((row) => row.code);
  const all = rememberPairs((system, field) => codes(find(system, field)));
  const changing = rememberPairs((system, field) => codes(find(system, field).filter((row) => row.changes)));
  return { all, changing };
}
