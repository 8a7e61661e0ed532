import { sourceGroups } from './components.js';
import { passedBy } from './dominators.js';
import { byCodeUnit, leafFields } from './fields.js';
import { networksOver } from './layers.js';
import { type Nearest, nearestOver } from './nearest.js';
import { nodesOf } from './network.js';
import { remember } from './remember.js';
import { rolesOf } from './roles.js';
import type { EcosystemGraph, Inventory, Way } from './types.js';
import { wayTo } from './ways.js';

export { ancestry, byCodeUnit, covers } from './fields.js';

/**
 * The graph of an inventory. Unknown latencies count as none while looking for the quickest way, and make the latency
 * of a way over them unknown. One search per network and giver, kept.
 */
export function buildEcosystemGraph(inventory: Inventory, agreed: (field: string) => number): EcosystemGraph {
  const { flows } = inventory;
  const nodes = nodesOf(inventory);
  const place = new Map(nodes.map((node, i) => [node, i]));
  const network = networksOver(nodes, flows);
  const roles = remember((field: string) => rolesOf(inventory, field));
  const wayBy = (from: string, to: string, { adjacency, search }: Nearest): Way | undefined => {
    const [source, target] = [place.get(from), place.get(to)];
    if (source === undefined || target === undefined) return undefined;
    return wayTo(adjacency, search(source), target, nodes, flows);
  };
  const nearestOf = nearestOver(place, flows);
  const way = (from: string, to: string, field?: string) => wayBy(from, to, network(field));
  const nearest = (from: string, to: string, field: string) => wayBy(from, to, nearestOf(field));
  const reaches = (from: string, to: string, field?: string): boolean => {
    const [source, target] = [place.get(from), place.get(to)];
    return source !== undefined && target !== undefined && network(field).reaches(source, target);
  };
  const passes = (from: string, to: string, field?: string): string[] => {
    const [source, target] = [place.get(from), place.get(to)];
    if (source === undefined || target === undefined || source === target) return [];
    const passed = passedBy(network(field).dominators(source), source, target);
    return passed.filter((node) => node < nodes.length).map((node) => nodes[node]!);
  };
  const sources = (field: string): string[][] =>
    sourceGroups(
      network(field).adjacency,
      roles(field).collectors.map((system) => place.get(system)!),
    )
      .map((group) => group.map((node) => nodes[node]!).sort(byCodeUnit))
      .sort((a, b) => byCodeUnit(a[0]!, b[0]!));
  return {
    systems: nodes,
    fields: leafFields(inventory.mentionedFields),
    place: (system) => place.get(system),
    network,
    way,
    nearest,
    reaches,
    passes,
    sources,
    collectors: (field) => roles(field).collectors,
    holders: (field) => roles(field).holders,
    masters: (field) => roles(field).masters,
    agreed,
  };
}
