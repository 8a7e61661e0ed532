import { collectorsOf, covers, holdersOf, leafFields, mastersOf, wayFinder, waysFrom } from '../graph.js';
import type { Flow, World } from '../world/types.js';
import type { Label } from './types.js';

type Ways = ReturnType<typeof wayFinder>;
const agreed = 10 * 24 * 60;
const label = (rule: string, subject: string, cause: string | null = null): Label => ({
  rule,
  subject,
  cause,
  persons: 0,
});
const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
const carries = (flow: Flow, field: string) =>
  flow.fields.some((row) => row.source === row.target && covers(row.source, field));

/** The slowest flow of the quickest way between two systems; of equals the one nearest to the beginning. */
function slowestFlow(world: World, ways: Ways, from: string, to: string, field: string): Flow | undefined {
  const way = ways(from, to, field)!;
  const slowest = Math.max(...way.hops);
  const head = (flow: Flow) => ways(from, flow.from, field)?.latency ?? Infinity;
  const isOn = (flow: Flow) =>
    flow.latency === slowest &&
    carries(flow, field) &&
    head(flow) + flow.latency + (ways(flow.to, to, field)?.latency ?? Infinity) === way.latency;
  return world.flows.filter(isOn).sort((a, b) => head(a) - head(b))[0];
}

/** Flows by which changes arrive too late. */
function tooSlow(world: World, fields: readonly string[], ways: Ways): Label[] {
  const late = fields.flatMap((field) =>
    collectorsOf(world, field).flatMap((from) =>
      holdersOf(world, field)
        .filter((to) => to !== from && (ways(from, to, field)?.latency ?? 0) > agreed)
        .flatMap((to) => slowestFlow(world, ways, from, to, field)?.id ?? []),
    ),
  );
  return unique(late).map((id) => label('flow/too-slow', `flow:${id}`, 'too_slow'));
}

/** Fields of which two masters of one line feed each other. */
function circularMasters(world: World, fields: readonly string[], ways: Ways): Label[] {
  const lobs = (id: string) => world.systems.find((system) => system.id === id)?.lobs ?? [];
  const meet = (a: string, b: string) =>
    lobs(a).length === 0 || lobs(b).length === 0 || lobs(a).some((lob) => lobs(b).includes(lob));
  const feed = (a: string, b: string, field: string) => !!ways(a, b, field) && !!ways(b, a, field);
  return fields
    .filter((field) => {
      const masters = mastersOf(world, field);
      return masters.some((a, i) => masters.slice(i + 1).some((b) => meet(a, b) && feed(a, b, field)));
    })
    .map((field) => label('flow/circular-masters', `field:${field}`));
}

/** Systems where corrections reach the masters, and not everybody who holds the field. */
function stoppedCorrections(world: World, fields: readonly string[], ways: Ways): Label[] {
  const hears = (from: string, to: string, field: string) =>
    ['outcome.corrected', field].some((name) => (ways(from, to, name)?.latency ?? Infinity) <= agreed);
  const stops = (desk: string, field: string) =>
    mastersOf(world, field).every((to) => to === desk || hears(desk, to, field)) &&
    !holdersOf(world, field).every((to) => to === desk || hears(desk, to, field));
  const desks = unique(world.holdings.filter((row) => row.agentEdits).map((row) => row.system));
  const edits = (desk: string, field: string) =>
    world.holdings.some((row) => row.system === desk && row.agentEdits && covers(row.field, field));
  return desks
    .filter((desk) => fields.some((field) => edits(desk, field) && stops(desk, field)))
    .map((desk) => label('feedback/correction-stops', `system:${desk}`));
}

/** Whether all of a flow arrives as soon without it and those already gone. */
function isNeedless(world: World, fields: readonly string[], flow: Flow, gone: readonly Flow[]): boolean {
  const carried = fields.filter((field) => carries(flow, field));
  const isKept = (field: string) => (other: Flow) =>
    other !== flow &&
    !gone.includes(other) &&
    other.fields.every((row) => !covers(row.source, field) || row.transform === 'identity');
  return (
    carried.length > 0 &&
    flow.fields.every((row) => row.source === row.target) &&
    carried.every((field) => {
      const less = { ...world, flows: world.flows.filter(isKept(field)) };
      return (waysFrom(less, flow.from, field).get(flow.to)?.latency ?? Infinity) <= flow.latency;
    })
  );
}

/** Flows that can go together, the slowest first. */
function redundant(world: World, fields: readonly string[]): Label[] {
  const twins = world.flows.filter((flow) => isNeedless(world, fields, flow, []));
  const sorted = twins.sort((a, b) => b.latency - a.latency || (a.id < b.id ? -1 : 1));
  const gone: Flow[] = [];
  for (const flow of sorted) if (isNeedless(world, fields, flow, gone)) gone.push(flow);
  return gone.map(({ id }) => label('flow/redundant', `flow:${id}`));
}

/** Rules about what the flows do together. */
export function mapLabels(world: World): Label[] {
  const ways = wayFinder(world);
  const fields = leafFields(world);
  return [
    ...tooSlow(world, fields, ways),
    ...circularMasters(world, fields, ways),
    ...stoppedCorrections(world, fields, ways),
    ...redundant(world, fields),
  ];
}
