import { mappingOf } from '../../../graph/mappings.js';
import { compareText } from '../../../text/compare.js';
import { aimsAt } from '../../gaps.js';
import type { Ground } from '../../ground.js';
import { type Proposal, sorted } from '../../proposal.js';

/** The master whose values most others get; of equals the first. */
function leading({ graph }: Ground, field: string, systems: readonly string[]): string[] {
  const heard = (system: string) => systems.filter((other) => graph.reaches(system, other, field)).length;
  return [...systems].sort((a, b) => heard(b) - heard(a) || compareText(a, b));
}

/** Says which of several masters is believed first. */
export const proposeAuthorities = (ground: Ground): Proposal[] =>
  sorted(ground.gaps.masters.map(({ field }) => field)).flatMap((field) => {
    const aims = aimsAt(ground.gaps, 'flow/two-masters', `field:${field}`);
    const systems = sorted(
      ground.gaps.masters.filter((one) => one.field === field).flatMap((one) => one.systems),
    );
    const named = new Set(
      ground.authorities.filter((one) => one.field === field).map(({ systemId }) => systemId),
    );
    if (aims.length === 0 || systems.length === 0) return [];
    return {
      id: `declare_master:${field}`,
      kind: 'declare_master' as const,
      edits: leading(ground, field, systems).map((system_id, i) =>
        named.has(system_id)
          ? { set: 'authorities', where: { field, system_id }, to: { rank: i + 1 } }
          : { add: 'authorities', row: { field, system_id, rank: i + 1 } },
      ),
      systems: leading(ground, field, systems),
      fields: [field],
      flows: [],
      aims,
    };
  });

/** Stops the fewest flows by which masters overwrite each other from writing the field. */
export const proposeOneWay = (ground: Ground): Proposal[] =>
  ground.gaps.circles.flatMap(({ field, flows: ids }) => {
    const aims = aimsAt(ground.gaps, 'flow/circular-masters', `field:${field}`);
    const flows = ground.inventory.flows.filter(({ flowId }) => ids.includes(flowId));
    const alone = flows.filter((flow) => mappingOf(flow, field)?.sourceField === field);
    if (aims.length === 0 || alone.length === 0 || alone.length < flows.length) return [];
    return {
      id: `break_circle:${field}`,
      kind: 'break_circle' as const,
      edits: alone.map(({ flowId }) => ({
        remove: 'flow_fields',
        where: { flow_id: flowId, source_field: field, target_field: field },
      })),
      systems: [alone[0]!.from, alone[0]!.to],
      fields: [field],
      flows: alone.map(({ flowId }) => flowId),
      aims,
    };
  });
