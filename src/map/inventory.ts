import type { Inventory } from '../graph/types.js';
import { activeFlows, type EcosystemMap } from './model.js';

/** The map as the graph reads it, without some systems. */
export function toInventory(map: EcosystemMap, without: ReadonlySet<string> = new Set()): Inventory {
  const stays = (id: string): boolean => !without.has(id);
  return {
    systems: map.systems.map(({ system_id }) => system_id).filter(stays),
    flows: activeFlows(map)
      .filter(({ from, to }) => stays(from) && stays(to))
      .map((flow) => ({
        flowId: flow.flow_id,
        from: flow.from,
        to: flow.to,
        mechanism: flow.mechanism,
        latency: flow.latency_s,
        schedule: flow.schedule,
        fields: flow.fields.map((field) => ({
          sourceField: field.source_field,
          targetField: field.target_field,
          transform: field.transform ?? 'identity',
          valueMap: field.value_map ?? '',
          keyType: field.key_type ?? '',
        })),
        source: 0,
        row: flow.place?.row ?? 0,
      })),
    systemFields: map.system_fields
      .filter((row) => stays(row.system_id))
      .map((row) => ({
        systemId: row.system_id,
        field: row.field,
        role: row.role,
        agentCanEdit: row.agent_can_edit ?? false,
      })),
    pointFields: map.collection_points
      .filter((point) => stays(point.system_id))
      .flatMap((point) =>
        point.fields.map(({ field }) => ({
          pointId: point.collection_point_id,
          systemId: point.system_id,
          field,
        })),
      ),
    mentionedFields: map.fields.map(({ field }) => field),
  };
}
