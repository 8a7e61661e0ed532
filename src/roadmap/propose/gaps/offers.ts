import { covers } from '../../../graph/index.js';
import { aimsAt, foundBy } from '../../gaps.js';
import type { Ground, Point } from '../../ground.js';
import { type Proposal, sorted } from '../../proposal.js';

/** A scope to be offered at a point. */
interface Offer {
  readonly point: Point;
  readonly scope: string;
  readonly field: string;
  readonly aims: readonly string[];
}

/** The point where most other scopes can be refused at any time and that asks for such consent. */
function busiest({ gaps, points }: Ground, field: string): Point | undefined {
  const places = gaps.scopes.flatMap((one) => one.places);
  const count = ({ id }: Point) => places.filter((place) => place === id).length;
  return points
    .filter(({ fields }) => fields.some((asked) => covers(asked, field) || covers(field, asked)))
    .filter((point) => count(point) > 0)
    .sort((a, b) => count(b) - count(a) || (a.id < b.id ? -1 : 1))[0];
}

/** A place to refuse what can be refused nowhere. */
const places = (ground: Ground): Offer[] =>
  ground.gaps.scopes.flatMap(({ scope, channel }) => {
    const aims = aimsAt(ground.gaps, 'preference/no-place-for-scope', `scope:${scope}`);
    const field = `preference.consent.${channel}`;
    const point = busiest(ground, field);
    return aims.length === 0 || !point ? [] : [{ point, scope, field, aims }];
  });

/** Consent can be taken back where it is given. */
const waysOut = (ground: Ground): Offer[] =>
  foundBy(ground.gaps, 'preference/harder-out-than-in').flatMap(({ subject, args, fingerprint }) => {
    const field = String(args.field);
    const point = ground.points.find(({ id }) => subject === `point:${id}/${field}`);
    return point ? [{ point, scope: String(args.scope), field, aims: [fingerprint] }] : [];
  });

/** Choices offered where they are missed; one initiative a point. */
export function proposeOffers(ground: Ground): Proposal[] {
  const offers = [...places(ground), ...waysOut(ground)];
  return [...new Set(offers.map(({ point }) => point))].map((point) => {
    const own = offers.filter((offer) => offer.point === point);
    return {
      id: `offer_choice:${point.id}`,
      kind: 'offer_choice',
      edits: [
        {
          set: 'collection_points',
          where: { collection_point_id: point.id },
          to: { offers_scopes: sorted([...point.scopes, ...own.map(({ scope }) => scope)]) },
        },
      ],
      systems: [point.systemId],
      fields: sorted(own.map(({ field }) => field)),
      flows: [],
      aims: sorted(own.flatMap(({ aims }) => aims)),
    };
  });
}
