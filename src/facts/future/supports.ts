import { packing } from '../../graph/network.js';
import { remember } from '../../graph/remember.js';
import { search } from '../../graph/search.js';
import type { Flow } from '../../graph/types.js';
import { compareText } from '../../text/compare.js';

/** Flows that edits touch, as they were and as they are. */
export interface FlowChange {
  readonly ids: ReadonlySet<string>;
  /** Those that carry the field. */
  readonly before: readonly Flow[];
  readonly after: readonly Flow[];
  /** All of them as they are, as another change may let them carry it. */
  readonly named: readonly Flow[];
}

const reversed = (flow: Flow): Flow => ({ ...flow, from: flow.to, to: flow.from });

/** Seconds between nodes over the flows, at best; unknown latencies count as none. */
function secondsOver(nodes: readonly string[], flows: readonly Flow[]): (from: string, to: string) => number {
  const place = new Map(nodes.map((node, i) => [node, i]));
  const adjacency = packing(nodes, flows)(flows.map((_, i) => i));
  const searched = remember((from: number) => search(adjacency, from).seconds);
  return (from, to) => searched(place.get(from)!)[place.get(to)!]!;
}

/** Changes of one flow up to which all it can be is known: what each makes of it, and all together. */
const known = 2;

/** All that each flow can be which changes touch and some let carry the field. */
function variantsOf(changes: readonly FlowChange[], together: FlowChange): Map<string, Flow[]> {
  const all = [...changes, together];
  const carried = all.flatMap(({ before, after }) => [...before, ...after]);
  const variants = new Map(carried.map(({ flowId }): [string, Flow[]] => [flowId, []]));
  for (const flow of [...carried, ...all.flatMap(({ named }) => named)])
    variants.get(flow.flowId)?.push(flow);
  for (const [id, flows] of variants)
    if (changes.filter(({ ids }) => ids.has(id)).length > known)
      variants.set(
        id,
        flows.map((flow) => ({ ...flow, latency: 0 })),
      );
  return variants;
}

/** Changes with all that other changes can make of what they touch, `together` with all of them. */
export function inCompany(changes: readonly FlowChange[], together: FlowChange): FlowChange[] {
  const variants = variantsOf(changes, together);
  return changes.map((change) => ({
    ...change,
    after: [...change.ids].flatMap((id) => variants.get(id) ?? []),
  }));
}

/** Changes without any of which a way in so many seconds stays as it is, by place; of those in company, without any more. */
export type AskSupports = (from: string, to: string, most: number) => readonly number[];

/**
 * Changes that can matter to a way: those that touch a flow over which it would be quick enough if all changes were made
 * and everything that is there today stayed besides. `today` and `together` are all flows of the field without any change
 * and with all of them.
 */
export function createSupports(
  changes: readonly FlowChange[],
  today: readonly Flow[],
  together: readonly Flow[],
  ends: readonly string[],
): AskSupports {
  const touched = changes.map(({ before, after }) => [...before, ...after]);
  const ids = new Set(touched.flat().map(({ flowId }) => flowId));
  const merged = together.filter(({ flowId }) => ids.has(flowId));
  const everywhere = [...today, ...merged, ...touched.flat()];
  const nodes = [...new Set([...ends, ...everywhere.flatMap(({ from, to }) => [from, to])])].sort(
    compareText,
  );
  const ahead = secondsOver(nodes, everywhere);
  const back = secondsOver(nodes, everywhere.map(reversed));
  const arcsOf = (flows: readonly Flow[]): Flow[] => {
    const own = new Set(flows.map(({ flowId }) => flowId));
    return [...flows, ...merged.filter(({ flowId }) => own.has(flowId))];
  };
  const arcs = touched.map(arcsOf);
  return (from, to, most) =>
    arcs.flatMap((flows, change) => {
      const isOnTheWay = (flow: Flow): boolean =>
        ahead(from, flow.from) + (flow.latency ?? 0) + back(to, flow.to) <= most;
      return flows.some(isOnTheWay) ? [change] : [];
    });
}
