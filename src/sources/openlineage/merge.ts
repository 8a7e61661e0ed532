import type { Reject } from '../reject.js';
import type { Lineage } from './parse.js';

/** What the declared inventory says; it is believed first. */
export interface Declared {
  readonly systems: ReadonlySet<string>;
  readonly silos: ReadonlySet<string>;
  /** Declared flows by id. */
  readonly flows: ReadonlyMap<
    string,
    { readonly from: string; readonly to: string; readonly status: string | null }
  >;
}

/** Lineage without what is declared, and where the two contradict each other. */
export interface Merged {
  readonly lineage: Lineage;
  readonly contradictions: readonly Reject[];
}

type Flow = Lineage['flows'][number];

/** A declared flow that goes elsewhere, or is not in use although runs were seen between the same systems. */
function contradictions(flow: Flow, { flows }: Declared): Reject[] {
  const same = flows.get(flow.flow_id);
  const report = (column: string, value: string, declared: string): Reject => ({
    row: flow.row,
    column,
    value,
    expected: `${declared}, as declared`,
  });
  if (same && (same.from !== flow.from_system_id || same.to !== flow.to_system_id))
    return [
      report('flow_id', `${flow.from_system_id} to ${flow.to_system_id}`, `${same.from} to ${same.to}`),
    ];
  return [...flows].flatMap(([id, { from, to, status }]) =>
    from === flow.from_system_id && to === flow.to_system_id && status !== null && status !== 'active'
      ? [report('status', `${flow.flow_id} ran`, `${id} ${status}`)]
      : [],
  );
}

/** Takes out of a file's lineage what is declared or what an earlier file said already; nothing is overwritten. */
export function mergeLineage(lineage: Lineage, declared: Declared): Merged {
  return {
    lineage: {
      ...lineage,
      systems: lineage.systems.filter(({ system_id }) => !declared.systems.has(system_id)),
      flows: lineage.flows.filter(({ flow_id }) => !declared.flows.has(flow_id)),
    },
    contradictions: lineage.flows.flatMap((flow) => contradictions(flow, declared)),
  };
}

/** The inventory with what a file's lineage adds to it. */
export function extend(declared: Declared, { systems, flows }: Lineage): Declared {
  const status = 'active';
  return {
    systems: new Set([...declared.systems, ...systems.map(({ system_id }) => system_id)]),
    silos: new Set([...declared.silos, ...(systems.length > 0 ? [lineageSilo] : [])]),
    flows: new Map([
      ...declared.flows,
      ...flows.map(
        (flow) => [flow.flow_id, { from: flow.from_system_id, to: flow.to_system_id, status }] as const,
      ),
    ]),
  };
}

/** The silo of systems that only lineage knows. */
export const lineageSilo = 'openlineage';
