import type { Flow } from '../../../graph/types.js';
import { aimsAt } from '../../gaps.js';
import { carries, type Ground } from '../../ground.js';
import { newFlow, newFlowId, type Proposal, removeFlow, sorted } from '../../proposal.js';

interface Bridge {
  readonly from: string;
  readonly to: string;
  readonly fields: readonly string[];
}

/** Ways over a system that nothing else replaces: what goes in at one end and out at the other. */
function bridgesOver({ inventory, graph, gaps }: Ground, system: string): Bridge[] {
  const into = inventory.flows.filter(({ to }) => to === system);
  const outOf = inventory.flows.filter(({ from }) => from === system);
  const bothEnd = (one: string, other: string) => gaps.ending.includes(one) && gaps.ending.includes(other);
  const carried = (one: Flow, other: Flow): string[] =>
    graph.fields.filter(
      (field) =>
        carries(one, field) &&
        carries(other, field) &&
        graph.passes(one.from, other.to, field).includes(system),
    );
  return into.flatMap((one) =>
    outOf
      .filter((other) => other.to !== one.from && !bothEnd(one.from, other.to))
      .map((other) => ({ from: one.from, to: other.to, fields: carried(one, other) }))
      .filter(({ fields }) => fields.length > 0),
  );
}

/** The same ways by way of another system, so far as they are not there. */
function byWayOf({ graph }: Ground, bridges: readonly Bridge[], hub: string, without: string): Bridge[] {
  const missing = new Map<string, Bridge>();
  const add = (from: string, to: string, fields: readonly string[]) => {
    const isThere = (field: string) =>
      from === to || (graph.reaches(from, to, field) && !graph.passes(from, to, field).includes(without));
    const left = fields.filter((field) => !isThere(field));
    const key = JSON.stringify([from, to]);
    if (left.length > 0)
      missing.set(key, { from, to, fields: sorted([...(missing.get(key)?.fields ?? []), ...left]) });
  };
  for (const { from, to, fields } of bridges) {
    add(from, hub, fields);
    add(hub, to, fields);
  }
  return [...missing.values()];
}

/** The fewest flows that do what the system does: straight from each giver to each receiver, or over one other system. */
function fewest(ground: Ground, system: string): Bridge[] {
  const direct = bridgesOver(ground, system);
  const hubs = ground.inventory.systems.filter((one) => one !== system && !ground.gaps.ending.includes(one));
  return hubs
    .map((hub) => byWayOf(ground, direct, hub, system))
    .reduce((best, one) => (one.length < best.length ? one : best), direct);
}

/** Nothing is made, asked or changed there: it only passes on. */
const isHop = ({ inventory, gaps, points, graph }: Ground, system: string): boolean =>
  !gaps.steps.some((step) => step.system === system) &&
  !points.some((point) => point.systemId === system) &&
  !graph.fields.some(
    (field) => graph.collectors(field).includes(system) || graph.masters(field).includes(system),
  ) &&
  inventory.flows.some(({ from, to }) => from === system || to === system);

/** Lets ways lead round systems that are to be retired, and then takes out those that do nothing else. */
export const proposeBypasses = (ground: Ground): Proposal[] =>
  ground.gaps.ending.flatMap((system) => {
    const aims = aimsAt(ground.gaps, 'flow/single-point', `system:${system}`);
    const bridges = fewest(ground, system);
    const flows = ground.inventory.flows.filter(({ from, to }) => from === system || to === system);
    const bypass: Proposal = {
      id: `bypass_system:${system}`,
      kind: 'bypass_system',
      edits: bridges.flatMap(({ from, to, fields }) => newFlow(ground, from, to, fields)),
      systems: sorted([system, ...bridges.flatMap(({ from, to }) => [from, to])]),
      fields: sorted(bridges.flatMap(({ fields }) => fields)),
      flows: sorted(bridges.map(({ from, to }) => newFlowId(from, to))),
      aims,
    };
    const retire: Proposal = {
      id: `retire_system:${system}`,
      kind: 'retire_system',
      edits: flows.flatMap(({ flowId }) => removeFlow(flowId)),
      systems: [system],
      fields: [],
      flows: flows.map(({ flowId }) => flowId),
      aims,
      dependsOn: bridges.length > 0 ? [bypass.id] : [],
    };
    return [...(bridges.length > 0 ? [bypass] : []), ...(isHop(ground, system) ? [retire] : [])];
  });
