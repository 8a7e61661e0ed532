import type { World } from '../world/types.js';

type Row = Record<string, string>;
type Add = (table: string, names: string, rows: readonly Row[]) => void;

const parts: Record<string, string> = {
  email: 'html',
  sms: 'sms',
  push: 'body',
  post: 'letter',
  phone: 'text',
};

const channels = (world: World): Row[] => {
  const out = world.gateways.flatMap((gateway) =>
    gateway.vendors.map((vendor) => ({
      channel_id: `${gateway.id}-${vendor}`,
      channel: gateway.channel,
      system_id: gateway.system,
      vendor,
      unit_cost: gateway.cost,
      currency: 'GBP',
      two_way: String(gateway.channel === 'sms' || gateway.channel === 'phone'),
    })),
  );
  const inside = world.points
    .filter((point) => ['in_app', 'web', 'branch'].includes(point.channel))
    .map((point) => ({
      channel_id: `${point.system}-${point.channel}`,
      channel: point.channel,
      system_id: point.system,
      two_way: 'true',
    }));
  return [...out, ...new Map(inside.map((row) => [row.channel_id, row])).values()];
};

const communications = (world: World, ownerOf: (system: string) => string): Row[] =>
  world.communications.map((message) => ({
    communication_id: message.id,
    name: message.name,
    comm_type: message.type,
    lob: message.lob,
    owner: ownerOf(message.process),
    legal_basis: message.basis,
    regulatory: String(message.basis === 'legal_obligation'),
    frequency: message.frequency,
    choice_scope: message.type.startsWith('statement') ? '*' : '',
  }));

const templates = (world: World, ownerOf: (system: string) => string): Row[] =>
  world.communications.flatMap((message) =>
    message.channels.map((channel) => ({
      template_id: `${message.id}-${channel}`,
      communication_id: message.id,
      channel,
      locale: 'en',
      part: parts[channel] ?? 'text',
      version: 'v2',
      file: `templates/${message.id}-${channel}.txt`,
      owner: ownerOf(message.process),
      approved_by: 'brand-office',
      approved_at: '2026-01-20T09:00:00Z',
    })),
  );

const supplies = (world: World): Row[] =>
  world.communications.flatMap((message) =>
    message.fields
      .filter((field) => !field.startsWith('preference.'))
      .map((field) => ({
        communication_id: message.id,
        field,
        name: field.replaceAll('.', '_'),
        type: 'text',
        nullable: 'false',
        system_id: field.startsWith('value.') ? message.source : message.process,
      })),
  );

/** Tables about channels, communications and templates. */
export function addMessages(world: World, add: Add, ownerOf: (system: string) => string): void {
  add('channels', 'channel_id channel system_id vendor unit_cost currency two_way', channels(world));
  add(
    'communications',
    'communication_id name comm_type lob owner legal_basis regulatory frequency choice_scope',
    communications(world, ownerOf),
  );
  add(
    'communication_fields',
    'communication_id field required',
    world.communications.flatMap((message) =>
      message.fields.map((field) => ({
        communication_id: message.id,
        field,
        required: String(field === 'person.name'),
      })),
    ),
  );
  add(
    'templates',
    'template_id communication_id channel locale part version file owner approved_by approved_at',
    templates(world, ownerOf),
  );
  add('template_supplies', 'communication_id field name type nullable system_id', supplies(world));
}
