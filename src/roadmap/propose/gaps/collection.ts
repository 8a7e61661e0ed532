import { covers } from '../../../graph/index.js';
import type { Edit } from '../../../model/edit.js';
import type { Finding } from '../../../model/finding.js';
import { aimsAt, foundBy } from '../../gaps.js';
import type { Ground, Point } from '../../ground.js';
import { addFlow, type Proposal, sorted } from '../../proposal.js';

/** The point and the field of a finding about `point:p/field`. */
function askedAt(
  { points }: Ground,
  { subject, args }: Finding,
): { point: Point; field: string } | undefined {
  const field = String(args.field);
  const id = subject.slice('point:'.length, -field.length - 1);
  const point = points.find((one) => one.id === id);
  return point && { point, field };
}

/** One initiative a point, for all findings of a rule. */
const perPoint = (
  ground: Ground,
  rule: string,
  kind: 'prefill_point' | 'retire_point',
  edit: (point: string, asked: string) => Edit,
  fits: (asked: string, field: string) => boolean,
): Proposal[] =>
  foundBy(ground.gaps, rule).flatMap((finding) => {
    const at = askedAt(ground, finding);
    const asked = at?.point.fields.filter((path) => fits(path, at.field)) ?? [];
    if (!at || asked.length === 0) return [];
    return {
      id: `${kind}:${at.point.id}`,
      kind,
      edits: asked.map((path) => edit(at.point.id, path)),
      systems: [at.point.systemId],
      fields: [at.field],
      flows: [],
      aims: [finding.fingerprint],
    };
  });

/** Shows customers what is known already instead of asking again. */
export const proposePrefilling = (ground: Ground): Proposal[] =>
  perPoint(
    ground,
    'collection/asked-again',
    'prefill_point',
    (collection_point_id, field) => ({
      set: 'collection_point_fields',
      where: { collection_point_id, field },
      to: { prefilled: true },
    }),
    covers,
  );

/** Stops asking for what nobody uses; a path that asks for other fields too stays. */
export const proposeFewerQuestions = (ground: Ground): Proposal[] =>
  perPoint(
    ground,
    'collection/never-used',
    'retire_point',
    (collection_point_id, field) => ({
      remove: 'collection_point_fields',
      where: { collection_point_id, field },
    }),
    (asked, field) => asked === field,
  );

/** Lets systems that collect a field each for themselves hear of it from one: its master, else the first. */
export const proposeSharing = (ground: Ground): Proposal[] =>
  ground.graph.fields.flatMap((field) => {
    const aims = aimsAt(ground.gaps, 'collection/collected-twice', `field:${field}`);
    const groups = ground.graph.sources(field);
    if (aims.length === 0 || groups.length < 2) return [];
    const masters = ground.graph.masters(field);
    const first = groups.findIndex((group) => group.some((system) => masters.includes(system)));
    const from = groups[Math.max(0, first)]!;
    const giver = from.find((system) => masters.includes(system)) ?? from[0]!;
    return groups
      .filter((group) => group !== from)
      .map((group) => ({ ...addFlow(ground, giver, group[0]!, [field]), aims: sorted(aims) }));
  });
