import type { Query, Row } from '../../store/store.js';
import type { Estate, Owner, Step } from '../../triage/estate.js';
import { readOwners } from '../read-owners.js';

type Flow = Estate['flows'][number];

const byId = <T>(rows: readonly (T & { id: string })[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

async function readPeople(store: Query): Promise<Estate['owners']> {
  const rows = await store.all<Owner & Row>(
    `SELECT owner_id, min(name) AS name, min(contact) AS contact, min(escalates_to) AS escalates_to
     FROM std_owners GROUP BY owner_id ORDER BY owner_id`,
  );
  return new Map(rows.map((row) => [row.owner_id, row]));
}

async function readNames(store: Query): Promise<Pick<Estate, 'systems' | 'communications'>> {
  const systems = await store.all<{ id: string; name: string; silo: string }>(
    `SELECT s.system_id AS id, min(s.name) AS name, coalesce(min(l.name), min(s.silo_id)) AS silo
     FROM std_systems s LEFT JOIN std_silos l ON l.silo_id = s.silo_id GROUP BY s.system_id ORDER BY s.system_id`,
  );
  const communications = await store.all<{ id: string; name: string }>(
    `SELECT communication_id AS id, min(name) AS name FROM std_communications
     GROUP BY communication_id ORDER BY communication_id`,
  );
  return {
    systems: byId(systems),
    communications: new Map(communications.map(({ id, name }) => [id, name])),
  };
}

const readFlows = (store: Query) =>
  store.all<Flow & Row & { owner: string | null }>(
    `SELECT flow_id, min(from_system_id) AS "from", min(to_system_id) AS "to", min(owner) AS owner
     FROM std_flows GROUP BY flow_id ORDER BY flow_id`,
  );

/** What triage asks of the inventory: who answers for what, and what passes where. */
export async function readTriageEstate(store: Query): Promise<Estate> {
  const flows = await readFlows(store);
  const answering = [...(await readOwners(store))].map(([node, { owner_id }]) => [node, owner_id] as const);
  const ofFlows = flows.flatMap(({ flow_id, owner }) =>
    owner === null ? [] : [[`flow:${flow_id}`, owner] as const],
  );
  return {
    owners: await readPeople(store),
    answering: new Map([...answering, ...ofFlows]),
    ...(await readNames(store)),
    flows,
    steps: await store.all<Step & Row>(
      `SELECT communication_id, channel, system_id, kind FROM std_communication_steps
       ORDER BY communication_id, ordinal, channel, system_id, kind`,
    ),
    templates: await store.all<Estate['templates'][number] & Row>(
      `SELECT DISTINCT template_id, communication_id, channel FROM std_templates
       ORDER BY template_id, communication_id, channel`,
    ),
    channels: await store.all<Estate['channels'][number] & Row>(
      'SELECT DISTINCT channel, system_id, vendor FROM std_channels ORDER BY channel, system_id, vendor',
    ),
  };
}
