import { type Atlas, type Demand, type Loop, openAtlas } from '../../src/map/estate.js';
import type { EcosystemMap, MapFlow, MapSystem } from '../../src/map/model.js';
import type { Finding } from '../../src/model/finding.js';

const system = (system_id: string, silo_id: string, persons: number | null = null): MapSystem => ({
  system_id,
  name: system_id.toUpperCase(),
  silo_id,
  lobs: [],
  kind: null,
  owner: null,
  vendor: null,
  technology: null,
  end_of_support: null,
  deduplicated: null,
  legacy: null,
  declared: silo_id !== '',
  persons,
  place: null,
});

/** `app>crm 3600 contact.email,preference.delivery`: giver, receiver, seconds or `?`, fields. */
function flow(text: string, row: number): MapFlow {
  const [ends = '', seconds = '', fields = ''] = text.split(' ');
  const [from = '', to = ''] = ends.split('>');
  return {
    flow_id: `${from}-${to}-${row}`,
    from,
    to,
    mechanism: 'batch',
    latency: seconds === '?' ? null : `PT${seconds}S`,
    latency_s: seconds === '?' ? null : Number(seconds),
    schedule: null,
    status: 'active',
    owner: null,
    unit_cost: null,
    fields: fields
      .split(',')
      .filter(Boolean)
      .map((field) => ({
        source_field: field,
        target_field: field,
        transform: 'identity' as const,
        value_map: null,
        key_type: null,
      })),
    place: { file: 'flows.csv', row: row + 2 },
  };
}

export interface Given {
  /** `crm:retail`, or `crm:retail:120` with persons. */
  readonly systems: readonly string[];
  readonly flows: readonly string[];
  /** `crm collects contact.email` */
  readonly roles?: readonly string[];
  readonly parts?: Partial<EcosystemMap>;
  readonly demands?: readonly Demand[];
  readonly loops?: readonly Loop[];
  readonly findings?: readonly Finding[];
}

/** An atlas written down in a few words. */
export function smallAtlas({
  systems,
  flows,
  roles = [],
  parts,
  demands = [],
  loops = [],
  findings = [],
}: Given): Atlas {
  const made = systems.map((text) => {
    const [id = '', silo = '', persons] = text.split(':');
    return system(id, silo, persons === undefined ? null : Number(persons));
  });
  const arcs = flows.map(flow);
  const own = roles.map((text) => text.split(' '));
  const fields = [
    ...new Set([
      ...arcs.flatMap(({ fields }) => fields.map((f) => f.source_field)),
      ...own.map(([, , f]) => f!),
    ]),
  ].sort();
  const map: EcosystemMap = {
    $schema: 'unsilo/src/schema/map.json',
    schema_version: 1,
    ecosystem: 'Small bank',
    as_of: '2026-07-01T00:00:00.000Z',
    silos: [...new Set(made.map(({ silo_id }) => silo_id))]
      .filter(Boolean)
      .sort()
      .map((silo_id) => ({
        silo_id,
        name: `Silo ${silo_id}`,
        owner: null,
        sponsor: null,
        parent_silo_id: null,
        place: null,
      })),
    systems: made.sort((a, b) => (a.system_id < b.system_id ? -1 : 1)),
    flows: arcs,
    system_fields: own.map(([system_id = '', role = '', field = '']) => ({
      system_id,
      field,
      role: role as 'collects',
      agent_can_edit: false,
      fill_rate: null,
    })),
    fields: fields.map((field) => ({ field, agreed_s: 86_400 })),
    channels: [],
    communications: [],
    collection_points: [],
    owners: [],
    ...parts,
  };
  const persons = made.reduce((sum, { persons }) => sum + (persons ?? 0), 0);
  return openAtlas({ map, demands, loops, findings, persons, inConflict: new Map() });
}

/** A finding about a way. */
export const aFinding = (fingerprint: string, subject: string, path: readonly string[]): Finding => ({
  fingerprint,
  rule: 'preference/not-carried-over',
  title: 'A choice that other systems do not follow',
  subject,
  case: 'default',
  harm: 'choice',
  severity: 'high',
  confidence: 'certain',
  message: 'A choice made in one system is not known in another.',
  remediation: 'Map the field.',
  cause: 'field_not_mapped',
  persons: { count: 3, of: 100 },
  messages: null,
  args: {},
  evidence: [],
  path: [...path],
  owners: [],
  due: null,
  status: null,
  suppression: null,
});
