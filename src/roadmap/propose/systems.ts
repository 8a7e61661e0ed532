import { covers } from '../../graph/index.js';
import { mappingOf } from '../../graph/mappings.js';
import type { Flow } from '../../graph/types.js';
import type { Edit } from '../../model/edit.js';
import type { Want } from '../../model/roadmap.js';
import { compareText } from '../../text/compare.js';
import { addTo } from '../../text/group-by.js';
import { type Ground, wantsOf } from '../ground.js';
import { hasten, newFlow, newFlowId, type Proposal, sorted } from '../proposal.js';

/** Groups of wants by what a function says of them, in order of that. */
function grouped(wants: readonly Want[], keyOf: (want: Want) => string | undefined): [string, Want[]][] {
  const groups = new Map<string, Want[]>();
  for (const want of wants) {
    const key = keyOf(want);
    if (key !== undefined) addTo(groups, key, want);
  }
  return [...groups].sort(([a], [b]) => compareText(a, b));
}

const slowest = (flows: readonly Flow[]): Flow | undefined =>
  [...flows].sort((a, b) => (b.latency ?? 0) - (a.latency ?? 0) || compareText(a.flowId, b.flowId))[0];

/** Makes the slowest flow of a way so quick that the whole way keeps the agreed time. */
export function proposeSpeed(ground: Ground): Proposal[] {
  const wants = wantsOf(ground, 'too_slow');
  const wayOf = ({ from, to, field }: Want) => ground.graph.way(from, to, field);
  return grouped(wants, (want) => slowest(wayOf(want)?.flows ?? [])?.flowId).map(([id, group]) => {
    const flow = ground.inventory.flows.find(({ flowId }) => flowId === id)!;
    const left = group.map((want) => {
      const others = (wayOf(want)?.latency ?? 0) - (flow.latency ?? 0);
      return ground.graph.agreed(want.field) - others;
    });
    return {
      id: `speed_up:${id}`,
      kind: 'speed_up' as const,
      edits: [hasten(id, Math.min(...left))],
      systems: [flow.from, flow.to],
      fields: sorted(group.map(({ field }) => field)),
      flows: [id],
    };
  });
}

/** Gives a receiver the key by which the last flow brings values. */
export const proposeKeys = (ground: Ground): Proposal[] =>
  grouped(wantsOf(ground, 'identity_gap'), ({ from, to, field }) => {
    const last = ground.graph.way(from, to, field)?.flows.at(-1);
    const key = last && mappingOf(last, field)?.keyType;
    return key ? JSON.stringify([to, key]) : undefined;
  }).map(([about, group]) => {
    const [system_id, key] = JSON.parse(about) as [string, string];
    return {
      id: `add_key:${system_id}/${key}`,
      kind: 'add_key' as const,
      edits: [{ add: 'system_fields', row: { system_id, field: `key.${key}`, role: 'holds' } }],
      systems: [system_id],
      fields: sorted(group.map(({ field }) => field)),
      flows: [],
    };
  });

/** Lets a system read what another is the master of: nobody changes the field there any more. */
export const proposeMasters = (ground: Ground): Proposal[] =>
  grouped(wantsOf(ground, 'conflicting_master'), ({ to, field }) => JSON.stringify([to, field])).map(
    ([about, group]) => {
      const [system_id, field] = JSON.parse(about) as [string, string];
      const own = ground.inventory.systemFields.filter(
        (one) => one.systemId === system_id && covers(one.field, field),
      );
      const asking = ground.points.filter((point) => point.systemId === system_id);
      const edits: Edit[] = [
        ...sorted(own.filter(({ role }) => role === 'collects').map((one) => one.field)).map((held) => ({
          set: 'system_fields',
          where: { system_id, field: held, role: 'collects' },
          to: { role: 'holds' },
        })),
        ...sorted(own.filter(({ agentCanEdit }) => agentCanEdit).map((one) => one.field)).map((held) => ({
          set: 'system_fields',
          where: { system_id, field: held },
          to: { agent_can_edit: false },
        })),
        ...asking.flatMap(({ id, fields }) =>
          fields
            .filter((asked) => covers(asked, field))
            .map((asked) => ({
              remove: 'collection_point_fields',
              where: { collection_point_id: id, field: asked },
            })),
        ),
      ];
      return {
        id: `one_master:${system_id}/${field}`,
        kind: 'one_master' as const,
        edits,
        systems: [group[0]!.from, system_id],
        fields: [field],
        flows: [],
      };
    },
  );

/** Offers a choice for the lines of business it was read to cover, and brings it there. */
export const proposeScopes = (ground: Ground): Proposal[] =>
  grouped(wantsOf(ground, 'scope_too_narrow'), ({ from, to }) => JSON.stringify([from, to])).map(
    ([about, group]) => {
      const [from, to] = JSON.parse(about) as [string, string];
      const fields = sorted(group.map(({ field }) => field));
      const points = ground.points.filter(
        ({ systemId, fields: asked }) =>
          systemId === from &&
          asked.some((one) => fields.some((field) => covers(one, field) || covers(field, one))),
      );
      const wider = (ground.lobs.get(to) ?? ['*']).map((lob) => `${lob}/*/*`);
      return {
        id: `offer_scope:${from}>${to}`,
        kind: 'offer_scope' as const,
        edits: [
          ...points.map(({ id, scopes }) => ({
            set: 'collection_points',
            where: { collection_point_id: id },
            to: { offers_scopes: sorted([...scopes, ...wider]) },
          })),
          ...newFlow(ground, from, to, fields),
        ],
        systems: [from, to],
        fields,
        flows: [newFlowId(from, to)],
      };
    },
  );
