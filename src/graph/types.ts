import type { Adjacency } from './adjacency.js';
import type { DominatorTree } from './dominators.js';
import type { Search } from './search.js';

/** An inventory as the graph needs it. Ids are system ids, or names of third parties as receivers. */
export interface FlowField {
  readonly sourceField: string;
  readonly targetField: string;
  readonly transform: string;
  readonly valueMap: string;
  readonly keyType: string;
}

export interface Flow {
  readonly flowId: string;
  readonly from: string;
  readonly to: string;
  readonly mechanism: string;
  /** Seconds; null when unknown. */
  readonly latency: number | null;
  /** As stated: cron and zone; null when unknown. */
  readonly schedule: string | null;
  readonly fields: readonly FlowField[];
  /** Place in the inputs, `source` as in std_sources. */
  readonly source: number;
  readonly row: number;
}

export interface SystemField {
  readonly systemId: string;
  readonly field: string;
  readonly role: string;
  readonly agentCanEdit: boolean;
}

export interface PointField {
  readonly pointId: string;
  readonly systemId: string;
  readonly field: string;
}

export interface Inventory {
  readonly systems: readonly string[];
  /** Active flows only. */
  readonly flows: readonly Flow[];
  readonly systemFields: readonly SystemField[];
  readonly pointFields: readonly PointField[];
  /** Every field path mentioned anywhere in the inventory. */
  readonly mentionedFields: readonly string[];
}

/** A quickest way from one system to another. */
export interface Way {
  /** Seconds; null when a flow on the way states no latency. */
  readonly latency: number | null;
  /** Systems from giver to receiver, both included. */
  readonly systems: readonly string[];
  readonly flows: readonly Flow[];
}

/** The flows that carry a field as arrays, for algorithms. Nodes are places in `systems` of the graph. */
export interface Network {
  /** Of parallel flows the quicker one; `flow` is a place in `flows` of the inventory. */
  readonly adjacency: Adjacency;
  /** Every flow that carries the field, as places in `flows`. */
  readonly carrying: readonly number[];
  search(from: number): Search;
  /** Arcs are nodes too: that of arc k is the number of systems plus k. */
  dominators(from: number): DominatorTree;
  reaches(from: number, to: number): boolean;
}

export interface EcosystemGraph {
  readonly systems: readonly string[];
  /** Place of a system in `systems`. */
  place(system: string): number | undefined;
  /** The network of a field, or of all flows. Fields that go on the same flows share theirs. */
  network(field?: string): Network;
  /** Leaf fields, sorted. */
  readonly fields: readonly string[];
  /** Quickest way over flows that carry `field`, or over all flows when it is left out; undefined when there is none. */
  way(from: string, to: string, field?: string): Way | undefined;
  /** Of all ways that on which the fewest flows leave `field` out, then the one with the fewest flows. */
  nearest(from: string, to: string, field: string): Way | undefined;
  /** Whether a way exists; the same question as `way`, without building the answer. */
  reaches(from: string, to: string, field?: string): boolean;
  /** Systems that every way from one to the other passes, both ends left out, in order; none when there is no way. */
  passes(from: string, to: string, field?: string): readonly string[];
  /** Systems that change the field, grouped by mutual exchange: only the groups that no other group feeds. Sorted. */
  sources(field: string): readonly (readonly string[])[];
  /** Systems where customers or staff change the field, sorted. */
  collectors(field: string): readonly string[];
  /** Systems that hold the field, sorted. */
  holders(field: string): readonly string[];
  masters(field: string): readonly string[];
  /** Agreed time of the field in seconds. */
  agreed(field: string): number;
}
