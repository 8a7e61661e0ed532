import type { Named, Names } from '../../../model/names.js';
import type { Query } from '../../../store/store.js';
import { compareText } from '../../../text/compare.js';

const named = (store: Query, table: string, id: string, name: string): Promise<Named[]> =>
  store.all<Named & Record<string, string | null>>(
    `SELECT ${id} AS id, min(${name}) AS name FROM std_${table} WHERE ${id} IS NOT NULL GROUP BY ${id} ORDER BY id`,
  );

const listed = async (store: Query, values: string): Promise<Named[]> =>
  store.all<Named & Record<string, string | null>>(
    `SELECT DISTINCT id, CAST(NULL AS VARCHAR) AS name FROM (${values}) WHERE id IS NOT NULL AND id <> '' ORDER BY id`,
  );

/** Systems, and whatever flows lead to or come from. */
const systemsOf = (store: Query): Promise<Named[]> =>
  store.all<{ id: string; name: string | null; within: string }>(
    `SELECT id, min(name) AS name, coalesce(min(silo), '') AS within FROM (
       SELECT system_id AS id, name, silo_id AS silo FROM std_systems
       UNION ALL SELECT from_system_id, NULL, NULL FROM std_flows
       UNION ALL SELECT to_system_id, NULL, NULL FROM std_flows
       UNION ALL SELECT system_id, NULL, NULL FROM std_communication_steps
       UNION ALL SELECT system_id, NULL, NULL FROM std_channels
       UNION ALL SELECT system_id, NULL, NULL FROM std_collection_points
     ) WHERE id IS NOT NULL GROUP BY id ORDER BY within, id`,
  );

const ownerIds = ['silos.owner', 'silos.sponsor', 'systems.owner', 'flows.owner', 'communications.owner']
  .map((place) => place.split('.'))
  .map(([table, column]) => `SELECT ${column} AS id FROM std_${table}`)
  .join(' UNION ALL ');

/** Owners by their rows, and those whom other rows name without one. */
async function ownersOf(store: Query): Promise<Named[]> {
  const known = await named(store, 'owners', 'owner_id', 'name');
  const ids = new Set(known.map(({ id }) => id));
  const others = (await listed(store, ownerIds)).filter(({ id }) => !ids.has(id));
  return [...known, ...others].sort((a, b) => compareText(a.id, b.id));
}

/** Reads by what an organisation could be known, all but what its settings say. */
export async function readNames(store: Query, fields: readonly string[]): Promise<Omit<Names, 'findings'>> {
  return {
    organisations: [],
    silos: await named(store, 'silos', 'silo_id', 'name'),
    systems: await systemsOf(store),
    owners: await ownersOf(store),
    flows: await listed(store, 'SELECT flow_id AS id FROM std_flows'),
    points: await named(store, 'collection_points', 'collection_point_id', 'name'),
    communications: await named(store, 'communications', 'communication_id', 'name'),
    templates: await listed(store, 'SELECT template_id AS id FROM std_templates'),
    channels: await listed(store, 'SELECT channel_id AS id FROM std_channels'),
    vendors: await listed(
      store,
      'SELECT vendor AS id FROM std_systems UNION ALL SELECT vendor FROM std_channels UNION ALL SELECT technology FROM std_systems',
    ),
    files: await listed(store, 'SELECT file AS id FROM std_sources UNION ALL SELECT file FROM std_templates'),
    kept: fields,
  };
}
