import { agreedSeconds } from '../../facts/inventory.js';
import { bareSystem } from '../../map/bare-system.js';
import type { EcosystemMap, MapSystem } from '../../map/model.js';
import type { Config } from '../../model/config.js';
import type { Query } from '../../store/store.js';
import { compareText } from '../../text/compare.js';
import {
  readChannels,
  readCommunications,
  readFlows,
  readPoints,
  readSilos,
  readSystemFields,
  readSystems,
} from './read-parts.js';
import { readRows } from './read-rows.js';

type Parts = Omit<EcosystemMap, '$schema' | 'schema_version' | 'ecosystem' | 'as_of' | 'fields' | 'owners'>;

/** Everything a row names stands on the map, declared or not. */
function completeSystems(parts: Parts): MapSystem[] {
  const named = [
    ...parts.flows.flatMap(({ from, to }) => [from, to]),
    ...parts.system_fields.map((row) => row.system_id),
    ...parts.channels.map((row) => row.system_id),
    ...parts.collection_points.map((row) => row.system_id),
    ...parts.communications.flatMap(({ steps }) => steps.map((step) => step.system_id)),
  ];
  const known = new Map(parts.systems.map((system) => [system.system_id, system]));
  for (const id of named) if (!known.has(id)) known.set(id, bareSystem(id));
  return [...known.values()].sort((a, b) => compareText(a.system_id, b.system_id));
}

async function readParts(query: Query): Promise<Parts> {
  return {
    silos: await readSilos(query),
    systems: await readSystems(query),
    flows: await readFlows(query),
    system_fields: await readSystemFields(query),
    channels: await readChannels(query),
    communications: await readCommunications(query),
    collection_points: await readPoints(query),
  };
}

/** The map of a run; `leaves` are the fields of its graph. */
export async function readMap(
  query: Query,
  config: Config,
  asOf: string,
  leaves: readonly string[],
): Promise<EcosystemMap> {
  const parts = await readParts(query);
  const owners = await readRows(query, 'owners', ['owner_id']);
  const agreed = agreedSeconds(config);
  return {
    $schema: 'unsilo/src/schema/map.json',
    schema_version: 1,
    ecosystem: config.name,
    as_of: asOf,
    ...parts,
    systems: completeSystems(parts),
    fields: leaves.map((field) => ({ field, agreed_s: agreed(field) })),
    owners: owners.map((row) => ({ owner_id: String(row.owner_id), name: String(row.name) })),
  };
}
