import { futureSchema } from '../../model/edit.js';
import type { Roadmap } from '../../model/roadmap-report.js';
import { personsFixed } from '../../roadmap/weigh.js';
import { parseYaml } from '../../rules/parse-yaml.js';
import type { Given } from '../read-past.js';
import type { Announce } from '../run-stages.js';
import { auditFuture } from './audit-future.js';
import { bareRoadmap, type RoadmapRequest } from './plan.js';
import { readBase } from './read-base.js';
import { createScales } from './satisfies.js';
import { differenceOf } from './waves.js';

/** What changes of the user's own would mend: today and the audited future, as a plan of one wave. */
export async function tryFuture(request: RoadmapRequest, given: Given, announce: Announce): Promise<Roadmap> {
  const { changes } = parseYaml(given.file, given.text, futureSchema);
  const base = await readBase(request, request.latency, announce);
  const claimed = personsFixed(base.today.sets, createScales(base.today).satisfied([{ edits: changes }]));
  announce('auditing the future', given.file);
  const difference = differenceOf(base, await auditFuture(request, given.file, changes, announce));
  const confirmed = difference.persons_confirmed >= claimed;
  return {
    ...bareRoadmap(base, request),
    waves: [
      {
        wave: 1,
        initiatives: [],
        persons_claimed: claimed,
        findings_aimed: [],
        effort: 0,
        cost: null,
        confirmed,
        ...difference,
      },
    ],
    backfill: { persons: Math.max(0, difference.persons_confirmed), systems: [], cost: null },
    verdict: {
      exit_code: confirmed ? 0 : 1,
      sentence: confirmed
        ? 'This is what an audit of the changed ecosystem shows.'
        : 'An audit of the changed ecosystem shows less than the changes promise.',
    },
  };
}
