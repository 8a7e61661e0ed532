import { mappingOf } from '../../graph/mappings.js';
import { otherWaysAmong } from '../../graph/redundancy.js';
import { remember } from '../../graph/remember.js';
import type { EcosystemGraph, Flow } from '../../graph/types.js';
import type { Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import type { Basis } from '../demands/list.js';
import { renderEvidence, toCode } from '../evidence.js';
import { carriedFields } from '../ways.js';

/** Whether another way carries the field as soon as the flow, given as its place in the inventory. */
export type Redundant = (field: string, flow: number) => boolean;

/** Systems of a way that does without the flow and those `gone`; undefined when there is none. */
type OtherPath = (field: string, flow: number, gone: ReadonlySet<number>) => readonly string[] | undefined;

const none: ReadonlySet<number> = new Set();

/** A value that is changed on its way is not the same value; most flows change none, and need not be asked for each. */
function cleanOver(flows: readonly Flow[]): (flow: Flow, field: string) => boolean {
  const altering = new Set(
    flows.filter(({ fields }) => fields.some(({ transform }) => transform !== 'identity')),
  );
  return (flow, field) => !altering.has(flow) || mappingOf(flow, field)?.transform === 'identity';
}

/** Looks for other ways over the flows of each field. */
export function otherPaths(graph: EcosystemGraph, flows: readonly Flow[]): OtherPath {
  const isClean = cleanOver(flows);
  const prepared = remember((field: string) => {
    const network = graph.network(field);
    const links = network.carrying.map((i) => {
      const { from, to, latency } = flows[i]!;
      const seconds = latency === null || !isClean(flows[i]!, field) ? undefined : latency;
      return { from: graph.place(from)!, to: graph.place(to)!, seconds };
    });
    const place = new Map(network.carrying.map((flow, i) => [flow, i]));
    return { network, find: otherWaysAmong(graph.systems.length, links), place };
  });
  return (field, flow, gone) => {
    const { network, find, place } = prepared(field);
    const out = gone.size === 0 ? none : new Set([...gone].flatMap((one) => place.get(one) ?? []));
    const links = find(place.get(flow)!, out);
    return links && [flows[flow]!.from, ...links.map((i) => flows[network.carrying[i]!]!.to)];
  };
}

/** Answers kept, one by one, for every field and flow. */
export function redundancyOver(paths: OtherPath): Redundant {
  const known = new Map<string, Map<number, boolean>>();
  return (field, flow) => {
    const answers = known.get(field) ?? new Map<number, boolean>();
    known.set(field, answers);
    const answer = answers.get(flow) ?? paths(field, flow, none) !== undefined;
    answers.set(flow, answer);
    return answer;
  };
}

const isRenaming = (flow: Flow): boolean =>
  flow.fields.some(({ sourceField, targetField }) => sourceField !== targetField);

/** Flows of which everything they carry arrives as soon without them, the slowest first. */
function needless(
  fields: ReadonlyMap<number, readonly string[]>,
  flows: readonly Flow[],
  isRedundant: Redundant,
): number[] {
  return [...fields]
    .filter(([i, carried]) => !isRenaming(flows[i]!) && carried.every((field) => isRedundant(field, i)))
    .map(([i]) => i)
    .sort((a, b) => flows[b]!.latency! - flows[a]!.latency! || a - b);
}

/** Rows of `fact_redundant_flows`; one after the other those are marked that can go together. */
export function redundantRows(
  { graph, inventory: { flows } }: FactContext,
  { files }: Basis,
  paths: OtherPath,
  isRedundant: Redundant,
): Row[] {
  const fields = carriedFields(graph);
  const gone = new Set<number>();
  return needless(fields, flows, isRedundant).map((i): Row => {
    const carried = fields.get(i)!;
    const { flowId, from, to, source, row } = flows[i]!;
    const ways = carried.map((field) => paths(field, i, gone));
    const removable = ways.every((way) => way !== undefined);
    if (removable) gone.add(i);
    return {
      flow_id: flowId,
      from_system_id: from,
      to_system_id: to,
      fields: carried.join('|'),
      removable,
      path: (ways[0] ?? paths(carried[0]!, i, none))!.join('|'),
      evidence: renderEvidence([toCode(source, row)], files),
    };
  });
}
