import type { Edit } from '../model/edit.js';
import type { Initiative, InitiativeKind, Want } from '../model/roadmap.js';
import { compareText } from '../text/compare.js';
import { addTo } from '../text/group-by.js';
import { type Ground, keyBetween } from './ground.js';
import { mergeEdits } from './merge-edits.js';

/** An initiative before it is merged with others about the same place. */
export type Proposal = Omit<Initiative, 'effort' | 'aims' | 'dependsOn'> &
  Partial<Pick<Initiative, 'aims' | 'dependsOn'>>;

/** A new way for fields from one system to another. */
export interface NewFlow {
  readonly from: string;
  readonly to: string;
  readonly fields: readonly string[];
  /** ISO 8601. */
  readonly latency: string;
  /** Key by which the receiver attaches the values; empty if nobody says which it has. */
  readonly keyType: string;
}

export const newFlowId = (from: string, to: string): string => `new-${from}-${to}`;

/** Rows that make a flow. */
export function flowEdits({ from, to, fields, latency, keyType }: NewFlow): Edit[] {
  const flow_id = newFlowId(from, to);
  const key = keyType === '' ? {} : { key_type: keyType };
  return [
    {
      add: 'flows',
      row: { flow_id, from_system_id: from, to_system_id: to, mechanism: 'api', latency, status: 'active' },
    },
    ...mappingEdits(flow_id, fields, key),
  ];
}

/** Rows that make a flow carry fields as they are. */
export const mappingEdits = (
  flow_id: string,
  fields: readonly string[],
  key: { key_type?: string },
): Edit[] =>
  fields.map((field) => ({
    add: 'flow_fields',
    row: { flow_id, source_field: field, target_field: field, transform: 'identity', ...key },
  }));

/** Each once, in order. */
export const sorted = (items: Iterable<string>): string[] => [...new Set(items)].sort(compareText);

/** Rows that make a flow of the usual latency, with the key by which the receiver can attach the values. */
export const newFlow = (ground: Ground, from: string, to: string, fields: readonly string[]): Edit[] =>
  flowEdits({ from, to, fields, latency: ground.latency, keyType: keyBetween(ground, from, to) });

/** Rows without which a flow is gone. */
export const removeFlow = (flow_id: string): Edit[] =>
  ['flow_fields', 'flows'].map((remove) => ({ remove, where: { flow_id } }));

/** Makes a flow take no longer than the seconds left to it: a minute at least, a day at most. */
export const hasten = (flow_id: string, left: number): Edit => ({
  set: 'flows',
  where: { flow_id },
  to: { latency: `PT${Math.floor(Math.max(60, Math.min(left, 86_400)))}S`, schedule: null },
});

/** A flow to be built. */
export function addFlow(ground: Ground, from: string, to: string, fields: readonly string[]): Proposal {
  return {
    id: `add_flow:${from}>${to}`,
    kind: 'add_flow',
    edits: newFlow(ground, from, to, fields),
    systems: [from, to],
    fields,
    flows: [newFlowId(from, to)],
  };
}

/** Fields wanted between two systems, over the wants with these causes. */
export function fieldsBetween(wants: readonly Want[]): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const { from, to, field } of wants) {
    const key = JSON.stringify([from, to]);
    addTo(fields, key, field);
  }
  return new Map([...fields].map(([key, list]) => [key, sorted(list)]));
}

const added = ({ edits }: Proposal, table: string): number =>
  edits.filter((edit) => 'add' in edit && edit.add === table).length;
const newFlows = (proposal: Proposal): number => added(proposal, 'flows');

const efforts: Readonly<Record<InitiativeKind, (proposal: Proposal) => number>> = {
  correct_mapping: () => 1,
  speed_up: () => 2,
  offer_scope: (proposal) => 1 + 3 * newFlows(proposal),
  map_field: ({ flows }) => 1 + flows.length,
  add_key: () => 3,
  one_master: () => 3,
  add_flow: () => 4,
  hub: (proposal) => 8 + 3 * newFlows(proposal),
  prefill_point: () => 1,
  retire_point: () => 1,
  close_loop: (proposal) => Math.max(1, 4 * newFlows(proposal)),
  report_outcomes: (proposal) => Math.max(1, 4 * newFlows(proposal)),
  delegate_correction: (proposal) => Math.max(1, 3 * newFlows(proposal)),
  declare_master: () => 1,
  break_circle: () => 2,
  offer_choice: () => 1,
  automate_hop: () => 4,
  consolidate_senders: ({ systems }) => 4 * Math.max(1, systems.length - 1),
  mend_communication: () => 1,
  merge_communications: () => 3,
  retire_communication: () => 1,
  retire_flow: () => 1,
  bypass_system: (proposal) => Math.max(1, 4 * newFlows(proposal)),
  retire_system: () => 3,
  mend_flow: () => 2,
  fix_template: () => 1,
  fix_source: () => 3,
  workshop: () => 3,
};

/** Two proposals for the same place are one that does both. */
const joined = (one: Proposal, other: Proposal): Proposal => ({
  ...one,
  edits: mergeEdits([one.edits, other.edits]),
  fields: sorted([...one.fields, ...other.fields]),
  flows: sorted([...one.flows, ...other.flows]),
  aims: sorted([...(one.aims ?? []), ...(other.aims ?? [])]),
  dependsOn: sorted([...(one.dependsOn ?? []), ...(other.dependsOn ?? [])]),
});

/** Proposals with their effort, those for one place joined, in order of id. */
export function toInitiatives(proposals: readonly Proposal[]): Initiative[] {
  const byId = new Map<string, Proposal>();
  for (const proposal of proposals) {
    const known = byId.get(proposal.id);
    byId.set(proposal.id, known ? joined(known, proposal) : proposal);
  }
  return [...byId.values()]
    .sort((a, b) => compareText(a.id, b.id))
    .map((proposal) => ({
      ...proposal,
      aims: proposal.aims ?? [],
      dependsOn: proposal.dependsOn ?? [],
      effort: efforts[proposal.kind](proposal),
    }));
}
