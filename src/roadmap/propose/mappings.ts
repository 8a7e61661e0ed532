import { isAltering, mappingOf } from '../../graph/mappings.js';
import type { Flow } from '../../graph/types.js';
import type { Want } from '../../model/roadmap.js';
import { carries, type Ground, wantsOf } from '../ground.js';
import { mappingEdits, type Proposal, sorted } from '../proposal.js';

/** The flows that do not carry the field on the way on which the fewest do not. */
export const leastUnmapped = (
  { graph }: Ground,
  { from, to, field }: Pick<Want, 'from' | 'to' | 'field'>,
): Flow[] => (graph.nearest(from, to, field)?.flows ?? []).filter((flow) => !carries(flow, field));

/** Lets flows there are carry the fields as well; flows that need each other are one proposal. */
export function proposeMappings(ground: Ground): Proposal[] {
  const byFlows = new Map<string, { flows: Flow[]; fields: string[] }>();
  for (const want of wantsOf(ground, 'field_not_mapped')) {
    const flows = leastUnmapped(ground, want);
    if (flows.length === 0) continue;
    const key = flows.map(({ flowId }) => flowId).join('+');
    const known = byFlows.get(key) ?? { flows, fields: [] };
    byFlows.set(key, { flows, fields: sorted([...known.fields, want.field]) });
  }
  return [...byFlows.values()].map(({ flows, fields }) => mapping(flows, fields));
}

/** Lets flows carry fields, each those it does not yet. */
export const mapping = (flows: readonly Flow[], fields: readonly string[]): Proposal => ({
  id: `map_field:${flows.map(({ flowId }) => flowId).join('+')}`,
  kind: 'map_field',
  edits: flows.flatMap((flow) =>
    mappingEdits(
      flow.flowId,
      fields.filter((field) => !carries(flow, field)),
      keyOf(flow),
    ),
  ),
  systems: [flows[0]!.from, ...flows.map(({ to }) => to)],
  fields,
  flows: flows.map(({ flowId }) => flowId),
});

/** The key by which the flow attaches what it carries already. */
export function keyOf({ fields }: Flow): { key_type?: string } {
  const known = fields.find(({ keyType }) => keyType !== '');
  return known ? { key_type: known.keyType } : {};
}

/** Puts maps right that turn one value into another on the way. */
export function proposeCorrections(ground: Ground): Proposal[] {
  const byFlow = new Map<string, { flow: Flow; sources: string[] }>();
  for (const { from, to, field } of wantsOf(ground, 'mapping_wrong'))
    for (const flow of ground.graph.way(from, to, field)?.flows ?? []) {
      const mapping = mappingOf(flow, field);
      if (!mapping || !isAltering(mapping.transform)) continue;
      const known = byFlow.get(flow.flowId)?.sources ?? [];
      byFlow.set(flow.flowId, { flow, sources: sorted([...known, mapping.sourceField]) });
    }
  return [...byFlow.values()].map(({ flow, sources }) => ({
    id: `correct_mapping:${flow.flowId}`,
    kind: 'correct_mapping' as const,
    edits: sources.map((source_field) => ({
      set: 'flow_fields',
      where: { flow_id: flow.flowId, source_field },
      to: { transform: 'identity', value_map: null },
    })),
    systems: [flow.from, flow.to],
    fields: sources,
    flows: [flow.flowId],
  }));
}
