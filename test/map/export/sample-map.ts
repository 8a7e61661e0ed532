import type { EcosystemMap, MapFlow, MapSilo, MapSystem } from '../../../src/map/model.js';

const silo = (silo_id: string, name: string, parent_silo_id: string | null = null): MapSilo => ({
  silo_id,
  name,
  owner: 'sales',
  sponsor: null,
  parent_silo_id,
  place: { file: 'silos.csv', row: 2 },
});

const system = (
  system_id: string,
  name: string,
  silo_id: string,
  more: Partial<MapSystem> = {},
): MapSystem => ({
  system_id,
  name,
  silo_id,
  lobs: [],
  kind: null,
  owner: null,
  vendor: null,
  technology: null,
  end_of_support: null,
  deduplicated: null,
  legacy: null,
  declared: true,
  persons: null,
  place: null,
  ...more,
});

const flow = (flow_id: string, from: string, to: string, more: Partial<MapFlow> = {}): MapFlow => ({
  flow_id,
  from,
  to,
  mechanism: 'batch',
  latency: null,
  latency_s: null,
  schedule: null,
  status: 'active',
  owner: null,
  unit_cost: null,
  fields: [],
  place: null,
  ...more,
});

const same = (field: string): MapFlow['fields'][number] => ({
  source_field: field,
  target_field: field,
  transform: 'identity',
  value_map: null,
  key_type: null,
});

/** Names as people and attackers write them. */
export const hostile = `1. "Kunden & <b>Co</b>" \\ #35; ]--> %% \`x\` مرحبا`;

/** A small map in which everything that can be odd is. */
export const sampleMap: EcosystemMap = {
  $schema: 'unsilo/src/schema/map.json',
  schema_version: 1,
  ecosystem: 'A "bank"',
  as_of: '2026-06-30T00:00:00Z',
  silos: [silo('cards', 'Cards', 'retail'), silo('retail', 'Retail')],
  systems: [
    system('crm', 'CRM', 'retail', {
      lobs: ['cards', 'loans'],
      kind: 'crm',
      owner: 'sales',
      vendor: 'Example, Ltd',
      end_of_support: '2030-12-31',
      legacy: true,
      deduplicated: false,
      persons: 1200,
      place: { file: 'catalog.yaml', row: 7, pointer: '/spec' },
    }),
    system('odd "id" \\', hostile, 'cards'),
    system('printer', 'printer', '', { declared: false }),
  ],
  flows: [
    flow('F1', 'crm', 'odd "id" \\', {
      latency: 'PT4H',
      latency_s: 14_400,
      schedule: '0 2 * * * Europe/Berlin',
      unit_cost: '0.0100',
      fields: [same('contact.email'), { ...same('contact.phone'), transform: 'map', value_map: 'a=b|c=d' }],
      place: { file: 'flows.csv', row: 2 },
    }),
    flow('F2', 'crm', 'odd "id" \\', { mechanism: 'api' }),
    flow('F3', 'odd "id" \\', 'printer', { status: 'planned', mechanism: 'file' }),
    flow('F4', 'printer', 'crm', { status: 'retired', fields: ['a', 'b', 'c', 'd', 'e'].map(same) }),
  ],
  system_fields: [
    { system_id: 'crm', field: 'contact.email', role: 'masters', agent_can_edit: true, fill_rate: '0.9500' },
  ],
  fields: [
    { field: 'contact.email', agreed_s: 864_000 },
    { field: 'contact.phone', agreed_s: 864_000 },
  ],
  channels: [],
  communications: [],
  collection_points: [],
  owners: [{ owner_id: 'sales', name: 'Sales' }],
};
