import type { Row } from '../../store/store.js';
import { renderEvidence } from '../evidence.js';
import { isConsentOn, isOffered, type Place } from './points.js';
import type { UsedScope } from './scopes.js';

/**
 * Scopes for which a point takes consent on a channel that it does not take back: what it offers, where it is there only
 * when a relationship begins; otherwise, where it asks and offers nothing on the channel, those of its system's lines.
 */
function takenAt(place: Place, field: string, used: readonly UsedScope[]): UsedScope[] {
  const { offers, lobs } = place;
  if (offers === undefined) return [];
  return used.filter((scope) => {
    if (!isConsentOn(field, scope.channel)) return false;
    const own = offers.filter(({ channel }) => channel === '*' || channel === scope.channel);
    if (own.length > 0) return place.isFirst && own.some((offer) => isOffered(offer, scope));
    return lobs.length === 0 || lobs.includes(scope.lob);
  });
}

/** The easiest places to take a scope back; empty when there is none, or where one may be easier without saying so. */
function easiest({ places, unsure }: UsedScope, than: number): Place[] {
  const known = places.filter(({ effort }) => effort !== undefined);
  if (known.length < places.length || unsure.some(({ effort }) => (effort ?? 0) <= than)) return [];
  const least = Math.min(...known.map(({ effort }) => effort!));
  return known.filter(({ effort }) => effort === least);
}

/** Rows of `fact_harder_out`: points and fields where consent is given more easily than it can be taken back. */
export function harderOut(
  places: readonly Place[],
  used: readonly UsedScope[],
  files: ReadonlyMap<number, string>,
): Row[] {
  return places.flatMap((place) =>
    place.asks.flatMap((field): Row[] => {
      const effort = place.effort;
      if (effort === undefined) return [];
      const harder = takenAt(place, field, used)
        .map((scope) => ({ scope, out: easiest(scope, effort) }))
        .filter(({ out }) => (out[0]?.effort ?? 0) > effort)
        .sort((a, b) => b.out[0]!.effort! - a.out[0]!.effort!);
      if (harder.length === 0) return [];
      const { scope, out } = harder[0]!;
      return [
        {
          collection_point_id: place.id,
          field,
          system_id: place.system,
          channel_in: place.channel,
          scope: `${scope.lob}/${scope.commType}/${scope.channel}`,
          points_out: out.map(({ id }) => id).join('|'),
          channel_out: out[0]!.channel,
          persons_per_month: place.persons,
          evidence: renderEvidence([...place.codes, ...out.flatMap(({ codes }) => codes)], files),
        },
      ];
    }),
  );
}
