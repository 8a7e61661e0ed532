import { type Edit, type Future, futureSchema } from '../../model/edit.js';
import { UsageError } from '../../model/errors.js';
import type { Initiative } from '../../model/roadmap.js';
import type { Roadmap } from '../../model/roadmap-report.js';
import { cheapestFlows } from '../../roadmap/cheapest.js';
import { mergeEdits } from '../../roadmap/merge-edits.js';
import { proposeCentral, proposeSingle } from '../../roadmap/propose/index.js';
import { personsFixed } from '../../roadmap/weigh.js';
import { parseYaml } from '../../rules/parse-yaml.js';
import { didYouMean } from '../../text/nearest.js';
import { groupDigits } from '../../text/numbers.js';
import type { Given } from '../read-past.js';
import type { Announce } from '../run-stages.js';
import { auditFuture } from './audit-future.js';
import { assertOwnChanges } from './own-changes.js';
import { bareRoadmap, type RoadmapRequest } from './plan.js';
import { type Base, readBase } from './read-base.js';
import { createScales } from './satisfies.js';
import { differenceOf } from './waves.js';

/** Changes to try: a file of edits, or the id of an initiative that is proposed. */
export type Applied = Given | { readonly initiative: string };

/** Everything that is proposed, weighed or not; of the same id the first. */
function proposedOn({ today, silo }: Base): ReadonlyMap<string, Initiative> {
  const { ways, others } = proposeSingle(today.ground);
  const all = [...ways, ...others, ...proposeCentral(today.ground, silo), ...cheapestFlows(today.ground)];
  return new Map(all.reverse().map((one) => [one.id, one]));
}

/** What each asks for; initiatives claim nothing but what they are weighed at. */
function futuresOf(base: Base, applied: readonly Applied[]): Future[] {
  const proposed = proposedOn(base);
  return applied.map((one) => {
    if ('file' in one) return parseYaml(one.file, one.text, futureSchema);
    const found = proposed.get(one.initiative);
    if (found) return { changes: [...found.edits] };
    throw new UsageError({
      message: '--apply names no file and no initiative of this ecosystem',
      value: one.initiative,
      expected: 'the id of an initiative as in the JSON of the roadmap, or a YAML file',
      tips: didYouMean(one.initiative, [...proposed.keys()]),
    });
  });
}

/** The changes together; those of one file alone stay in its order. */
function editsOf({ today }: Base, applied: readonly Applied[], futures: readonly Future[]): readonly Edit[] {
  const lists = futures.map(({ changes }) => changes);
  for (const [i, one] of applied.entries())
    if ('file' in one) assertOwnChanges(one.file, lists[i]!, today.ground, lists.flat());
  return lists.length === 1 ? lists[0]! : mergeEdits(lists);
}

const nameOf = (one: Applied): string => ('file' in one ? one.file : one.initiative);

/** What changes would mend together: today and the audited future, as a plan of one wave. */
export async function tryFuture(
  request: RoadmapRequest,
  applied: readonly Applied[],
  announce: Announce,
): Promise<Roadmap> {
  const base = await readBase(request, request.latency, announce);
  const futures = futuresOf(base, applied);
  const edits = editsOf(base, applied, futures);
  const names = applied.map(nameOf).join(', ');
  const weighed = personsFixed(base.today.sets, createScales(base.today).satisfied([{ edits }]));
  const claimed = Math.max(weighed, ...futures.map((future) => future.persons_fixed ?? 0));
  announce('auditing the future', names);
  const difference = differenceOf(base, await auditFuture(request, names, edits, announce), edits);
  const shown =
    difference.persons_confirmed < 0
      ? `${groupDigits(-difference.persons_confirmed)} more in conflict than today`
      : groupDigits(difference.persons_confirmed);
  const confirmed = difference.persons_confirmed >= claimed;
  const own = { wave: 1, initiatives: applied.map(nameOf), findings_aimed: [], effort: 0, cost: null };
  return {
    ...bareRoadmap(base, request),
    waves: [{ ...own, persons_claimed: claimed, confirmed, ...difference }],
    backfill: { persons: Math.max(0, difference.persons_confirmed), systems: [], cost: null },
    verdict: {
      exit_code: confirmed ? 0 : 1,
      sentence: confirmed
        ? 'This is what an audit of the changed ecosystem shows.'
        : `Of the persons in conflict the changes are to put ${groupDigits(claimed)} right; an audit of the changed ecosystem shows ${shown}.`,
    },
  };
}
