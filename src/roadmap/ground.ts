import { keysOf, mappingOf } from '../graph/mappings.js';
import type { EcosystemGraph, Flow, Inventory } from '../graph/types.js';
import type { Cause } from '../model/enums.js';
import type { Want } from '../model/roadmap.js';
import type { Gaps } from './gaps.js';

/** A place where customers are asked for a field. */
export interface Point {
  readonly id: string;
  readonly systemId: string;
  readonly fields: readonly string[];
  readonly scopes: readonly string[];
}

/** What initiatives are proposed on. */
export interface Ground {
  readonly graph: EcosystemGraph;
  readonly inventory: Inventory;
  readonly points: readonly Point[];
  /** Lines of business of each system. */
  readonly lobs: ReadonlyMap<string, readonly string[]>;
  readonly wants: readonly Want[];
  readonly gaps: Gaps;
  readonly authorities: readonly {
    readonly field: string;
    readonly systemId: string;
    readonly rank: number;
  }[];
  /** Latency of flows yet to be built, ISO 8601. */
  readonly latency: string;
}

export const wantsOf = ({ wants }: Ground, ...causes: readonly Cause[]): Want[] =>
  wants.filter(({ cause }) => causes.includes(cause));

/** The key by which values from one system can be attached in another: one both know, else the first the receiver has. */
export function keyBetween({ inventory }: Ground, from: string, to: string): string {
  const given = keysOf(inventory, from);
  const taken = keysOf(inventory, to);
  const shared = taken.find((key) => given.includes(key)) ?? taken[0];
  return shared?.replace(/^key\.?/, '') ?? '';
}

export const carries = (flow: Flow, field: string): boolean => mappingOf(flow, field) !== undefined;
