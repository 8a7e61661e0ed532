import type { Edit } from '../../model/edit.js';
import { compareText } from '../../text/compare.js';
import { type Ground, keyBetween } from '../ground.js';
import { flowEdits, newFlowId, type Proposal, sorted } from '../proposal.js';

/** Systems that are offered as the one store: those that master most of the fields, and one that is new. */
const hubs = 3;
const newHub = 'preference-store';

interface Spokes {
  readonly into: ReadonlyMap<string, readonly string[]>;
  readonly outOf: ReadonlyMap<string, readonly string[]>;
}

/** Fields each system would have to hand in, and to be handed, so far as no way brings them now. */
function spokesOf({ graph, wants }: Ground, hub: string): Spokes {
  const into = new Map<string, string[]>();
  const outOf = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, system: string, field: string) =>
    map.set(system, sorted([...(map.get(system) ?? []), field]));
  for (const { from, to, field } of wants) {
    if (from !== hub && !graph.reaches(from, hub, field)) add(into, from, field);
    if (to !== hub && !graph.reaches(hub, to, field)) add(outOf, to, field);
  }
  return { into, outOf };
}

function newSystem(fields: readonly string[], silo: string): Edit[] {
  return [
    {
      add: 'systems',
      row: { system_id: newHub, name: 'Central preference store', silo_id: silo, kind: 'other' },
    },
    ...fields.map(
      (field): Edit => ({ add: 'system_fields', row: { system_id: newHub, field, role: 'holds' } }),
    ),
  ];
}

function hubAt(ground: Ground, hub: string, silo: string): Proposal {
  const isNew = hub === newHub;
  const { into, outOf } = spokesOf(ground, hub);
  const fields = sorted(ground.wants.map(({ field }) => field));
  const flows = [
    ...[...into].map(([from, carried]) => ({ from, to: hub, fields: carried })),
    ...[...outOf].map(([to, carried]) => ({ from: hub, to, fields: carried })),
  ].sort((a, b) => compareText(newFlowId(a.from, a.to), newFlowId(b.from, b.to)));
  const edits = flows.flatMap((flow) =>
    flowEdits({
      ...flow,
      latency: ground.latency,
      keyType: isNew ? '' : keyBetween(ground, flow.from, flow.to),
    }),
  );
  return {
    id: `hub:${hub}`,
    kind: 'hub',
    edits: [...(isNew ? newSystem(fields, silo) : []), ...edits],
    systems: sorted([hub, ...flows.flatMap(({ from, to }) => [from, to])]),
    fields,
    flows: flows.map(({ from, to }) => newFlowId(from, to)),
  };
}

/** A central store for what persons choose: one that is there, or a new one in this silo. */
export function proposeHubs(ground: Ground, silo: string): Proposal[] {
  const fields = new Set(ground.wants.map(({ field }) => field));
  const held = new Map<string, number>();
  for (const field of fields)
    for (const system of ground.graph.masters(field)) held.set(system, (held.get(system) ?? 0) + 1);
  const known = [...held]
    .sort(([a, x], [b, y]) => y - x || compareText(a, b))
    .slice(0, hubs)
    .map(([system]) => system);
  return [...known, newHub].map((hub) => hubAt(ground, hub, silo));
}
