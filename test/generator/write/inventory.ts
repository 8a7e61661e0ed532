import { isoDuration } from '../time.js';
import { stepsOf } from '../world/steps.js';
import type { Flow, System, World } from '../world/types.js';
import { addCsv, type Column, type Files } from './files.js';
import { addMessages } from './messages.js';

type Row = Record<string, string>;
const columns = (names: string): Column<Row>[] =>
  names.split(' ').map((name) => [name, (row) => row[name] ?? '']);

const flag = (value: boolean): string => (value ? 'true' : 'false');

function owners(world: World): Row[] {
  const heads = world.silos.map(({ owner, name }) => ({
    owner_id: owner,
    name: `Head of ${name}`,
    contact: `${owner}@bank.example`,
    escalates_to: 'chief-operating-officer',
  }));
  const chief = {
    owner_id: 'chief-operating-officer',
    name: 'Chief operating officer',
    contact: 'coo@bank.example',
  };
  return [...heads, chief];
}

export const ownerOf = (world: World, system: string): string => {
  const silo = world.systems.find((candidate) => candidate.id === system)?.silo;
  return world.silos.find((candidate) => candidate.id === silo)?.owner ?? '';
};

/** The bought bank's systems are to go; its customer file stays unless a fault retires it. */
const isLegacy = (world: World, { id, silo, kind }: System): boolean =>
  (silo === 'meridian' && kind !== 'crm') || world.trouble.retiring.includes(id);

/** Where customers are kept by customer number, one number is one person. */
const isByCustomer = (world: World, system: string): boolean =>
  world.stores.some((store) => store.id === system && store.key === 'customer_no');

const systems = (world: World): Row[] =>
  world.systems.map((system) => ({
    system_id: system.id,
    name: system.name,
    silo_id: system.silo,
    lobs: system.lobs.join('|'),
    kind: system.kind,
    owner: ownerOf(world, system.id),
    vendor: system.vendor,
    legacy: flag(isLegacy(world, system)),
    deduplicated: flag(isByCustomer(world, system.id)),
  }));

const points = (world: World): Row[] =>
  world.points.map((point) => ({
    collection_point_id: point.id,
    name: point.name,
    system_id: point.system,
    channel: point.channel,
    actor_type: point.actor,
    process: point.process,
    persons_per_month: String(point.perMonth),
    offers_scopes: point.offers.join('|'),
  }));

const pointFields = (world: World): Row[] =>
  world.points.flatMap((point) =>
    point.asks.map((ask) => ({
      collection_point_id: point.id,
      field: ask.field,
      required: flag(ask.field.startsWith('person.')),
      prefilled: flag(ask.prefilled),
      purpose: point.process,
      legal_duty: ask.legalDuty,
    })),
  );

const schedule = (flow: Flow): string => (flow.mechanism === 'batch' ? '0 2 * * * Europe/London' : '');

const flows = (world: World): Row[] =>
  world.flows.map((flow) => ({
    flow_id: flow.id,
    from_system_id: flow.from,
    to_system_id: flow.to,
    mechanism: flow.mechanism,
    latency: isoDuration(flow.latency),
    schedule: schedule(flow),
    status: 'active',
    owner: ownerOf(world, flow.from),
  }));

const flowFields = (world: World): Row[] =>
  world.flows.flatMap((flow) =>
    flow.fields.map((field) => ({
      flow_id: flow.id,
      source_field: field.source,
      target_field: field.target,
      transform: field.transform,
      key_type: field.keyType,
    })),
  );

const authorities = (world: World): Row[] =>
  world.holdings
    .filter((row) => row.role === 'masters')
    .map((row) => ({ field: row.field, system_id: row.system, rank: '1' }));

const steps = (world: World): Row[] =>
  world.communications.flatMap((message) =>
    stepsOf(world, message).map((step) => ({
      communication_id: message.id,
      channel: step.channel,
      ordinal: String(step.ordinal),
      system_id: step.system,
      kind: step.kind,
      manual: 'false',
    })),
  );

/** The inventory as canonical tables, one file each. */
export function addInventory(files: Files, world: World): void {
  const add = (table: string, names: string, rows: readonly Row[]) =>
    addCsv(files, `inventory/${table}.csv`, columns(names), rows);
  add('owners', 'owner_id name contact escalates_to', owners(world));
  add(
    'silos',
    'silo_id name owner',
    world.silos.map((silo) => ({ silo_id: silo.id, name: silo.name, owner: silo.owner })),
  );
  add(
    'systems',
    `system_id name silo_id lobs kind owner vendor legacy${world.life ? ' deduplicated' : ''}`,
    systems(world),
  );
  add(
    'system_fields',
    'system_id field role agent_can_edit',
    world.holdings.map((row) => ({
      system_id: row.system,
      field: row.field,
      role: row.role,
      agent_can_edit: flag(row.agentEdits),
    })),
  );
  add(
    'collection_points',
    'collection_point_id name system_id channel actor_type process persons_per_month offers_scopes',
    points(world),
  );
  add(
    'collection_point_fields',
    'collection_point_id field required prefilled purpose legal_duty',
    pointFields(world),
  );
  add('flows', 'flow_id from_system_id to_system_id mechanism latency schedule status owner', flows(world));
  add('flow_fields', 'flow_id source_field target_field transform key_type', flowFields(world));
  add('authorities', 'field system_id rank', authorities(world));
  add('communication_steps', 'communication_id channel ordinal system_id kind manual', steps(world));
  addMessages(world, add, (system) => ownerOf(world, system));
}
