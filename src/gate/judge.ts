import { rank } from '../findings/severity.js';
import type { GateFinding } from '../model/gate-report.js';
import { compareText } from '../text/compare.js';
import { groupBy } from '../text/group-by.js';
import { byPlace, createPlaces } from './places.js';
import { type GradedHit, subjectOf, toGateFinding } from './to-finding.js';
import type { World } from './world.js';

/** Worst first, then whom it concerns most, then where it stands. */
export function worstFirst(a: GateFinding, b: GateFinding): number {
  const [here, there] = [a.places[0], b.places[0]];
  return (
    rank(a.severity) - rank(b.severity) ||
    (b.persons?.count ?? 0) - (a.persons?.count ?? 0) ||
    compareText(a.rule, b.rule) ||
    (here && there ? byPlace(here, there) : 0) ||
    compareText(a.subject, b.subject)
  );
}

/** Hits as findings, each rule and subject once, worst first. */
export function judgeHits(hits: readonly GradedHit[], world: World): GateFinding[] {
  const placeOf = createPlaces(world.files);
  const bySubject = groupBy(hits, (hit) => `${hit.rule.id}\n${subjectOf(hit)}`);
  return [...bySubject.values()].map((own) => toGateFinding(own, { world, placeOf })).sort(worstFirst);
}
