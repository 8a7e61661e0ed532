import { covers } from '../graph/index.js';
import { mappingOf } from '../graph/mappings.js';
import { rememberList } from '../graph/remember.js';
import type { EcosystemGraph, Way } from '../graph/types.js';
import { addTo } from '../text/group-by.js';
import { toCode } from './evidence.js';

/** Whether a value travelling this way arrives in time; an unknown latency counts as in time. */
export const isInTime = (way: Way | undefined, agreed: number): way is Way =>
  way !== undefined && (way.latency === null || way.latency <= agreed);

/** Column `path` of facts. */
export const renderPath = (way: Way | undefined): string => way?.systems.join('|') ?? '';

/** Places of the flows on the way. */
export const flowCodes = (way: Way | undefined): number[] =>
  (way?.flows ?? []).map((flow) => toCode(flow.source, flow.row));

/** The receiver names its keys, and the one the last flow attaches by is not among them. */
export function isKeyMissing(way: Way, field: string, keys: readonly string[]): boolean {
  const keyType = way.flows.length > 0 ? mappingOf(way.flows.at(-1)!, field)?.keyType : '';
  return keys.length > 0 && Boolean(keyType) && !keys.some((key) => covers(key, `key.${keyType}`));
}

/** Leaf fields that each flow carries, by its place in the inventory. */
export const carriedFields = rememberList((graph: EcosystemGraph): ReadonlyMap<number, readonly string[]> => {
  const fields = new Map<number, string[]>();
  for (const field of graph.fields)
    for (const flow of graph.network(field).carrying) {
      addTo(fields, flow, field);
    }
  return fields;
});
