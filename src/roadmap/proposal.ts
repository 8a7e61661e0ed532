import type { Edit } from '../model/edit.js';
import type { Initiative, InitiativeKind, Want } from '../model/roadmap.js';
import { compareText } from '../text/compare.js';
import { type Ground, keyBetween } from './ground.js';

/** An initiative before it is merged with others about the same place. */
export type Proposal = Omit<Initiative, 'effort'>;

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

/** A flow to be built. */
export function addFlow(ground: Ground, from: string, to: string, fields: readonly string[]): Proposal {
  const flow = { from, to, fields, latency: ground.latency, keyType: keyBetween(ground, from, to) };
  return {
    id: `add_flow:${from}>${to}`,
    kind: 'add_flow',
    edits: flowEdits(flow),
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
    fields.set(key, [...(fields.get(key) ?? []), field]);
  }
  return new Map([...fields].map(([key, list]) => [key, sorted(list)]));
}

const efforts: Readonly<Record<InitiativeKind, (proposal: Proposal) => number>> = {
  correct_mapping: () => 1,
  speed_up: () => 2,
  offer_scope: ({ edits }) => 1 + edits.filter((edit) => 'add' in edit && edit.add === 'flows').length * 3,
  map_field: ({ flows }) => 1 + flows.length,
  add_key: () => 3,
  one_master: () => 3,
  add_flow: () => 4,
  hub: ({ edits }) => 8 + 3 * edits.filter((edit) => 'add' in edit && edit.add === 'flows').length,
};

/** Proposals with their effort, each id once (the first), in order of id. */
export function toInitiatives(proposals: readonly Proposal[]): Initiative[] {
  const byId = new Map<string, Proposal>();
  for (const proposal of proposals) if (!byId.has(proposal.id)) byId.set(proposal.id, proposal);
  return [...byId.values()]
    .sort((a, b) => compareText(a.id, b.id))
    .map((proposal) => ({ ...proposal, effort: efforts[proposal.kind](proposal) }));
}
