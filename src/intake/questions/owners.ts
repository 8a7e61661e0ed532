import type { Collected, InventoryRow, InventoryRows } from '../layout.js';

/** Who answers, as far as the inventory says. */
export interface Answering {
  readonly owner_id: string | null;
  readonly owner: string | null;
  readonly contact: string | null;
}

const nobody: Answering = { owner_id: null, owner: null, contact: null };

type Cells = InventoryRow['cells'];
const byId = (rows: InventoryRows, table: Collected, id: string): Map<string | null | undefined, Cells> =>
  new Map(rows[table].map(({ cells }) => [cells[id], cells]));

/** What is about what: an owner for itself, a system for its silo, a flow for its giver, a point and a channel for their system. */
export function createOwners(rows: InventoryRows): (node: string) => Answering {
  const owners = byId(rows, 'owners', 'owner_id');
  const silos = byId(rows, 'silos', 'silo_id');
  const systems = byId(rows, 'systems', 'system_id');
  const flows = byId(rows, 'flows', 'flow_id');
  const channels = byId(rows, 'channels', 'channel_id');
  const points = byId(rows, 'collection_points', 'collection_point_id');
  const communications = byId(rows, 'communications', 'communication_id');
  const templates = byId(rows, 'templates', 'template_id');
  const ofSystem = (id: string | null | undefined): string | null =>
    systems.get(id)?.owner ?? silos.get(systems.get(id)?.silo_id)?.owner ?? null;
  const find: Readonly<Record<string, (id: string) => string | null | undefined>> = {
    owner: (id) => id,
    silo: (id) => silos.get(id)?.owner ?? silos.get(id)?.sponsor,
    system: ofSystem,
    flow: (id) => flows.get(id)?.owner ?? ofSystem(flows.get(id)?.from_system_id),
    channel: (id) => ofSystem(channels.get(id)?.system_id),
    point: (id) => ofSystem(points.get(id)?.system_id),
    comm: (id) => communications.get(id)?.owner,
    template: (id) => templates.get(id)?.owner,
  };
  return (node) => {
    const at = node.indexOf(':');
    const id = find[node.slice(0, at)]?.(node.slice(at + 1)) ?? null;
    if (id === null) return nobody;
    const cells = owners.get(id);
    return { owner_id: id, owner: cells?.name ?? null, contact: cells?.contact ?? null };
  };
}
