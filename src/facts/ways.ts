import { covers } from '../graph/index.js';
import type { Flow, FlowField, Way } from '../graph/types.js';
import { toCode } from './evidence.js';

/** Whether a value travelling this way arrives in time; an unknown latency counts as in time. */
export const isInTime = (way: Way | undefined, agreed: number): way is Way =>
  way !== undefined && (way.latency === null || way.latency <= agreed);

/** Column `path` of facts. */
export const renderPath = (way: Way | undefined): string => way?.systems.join('|') ?? '';

/** Places of the flows on the way. */
export const flowCodes = (way: Way | undefined): number[] =>
  (way?.flows ?? []).map((flow) => toCode(flow.source, flow.row));

/** How a flow carries a field: the mapping of the longest path that covers it. */
export function mappingOf(flow: Flow, field: string): FlowField | undefined {
  let best: FlowField | undefined;
  for (const entry of flow.fields)
    if (entry.sourceField === entry.targetField && covers(entry.sourceField, field))
      if (!best || entry.sourceField.length > best.sourceField.length) best = entry;
  return best;
}
