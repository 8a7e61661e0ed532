import { choiceFigures } from '../../facts/future/choice-figures.js';
import type { Initiative, PersonSet } from '../../model/roadmap.js';
import type { Roadmap, RoadmapInitiative } from '../../model/roadmap-report.js';
import { arrange, type Placed } from '../../roadmap/arrange.js';
import { costOfPersons } from '../../roadmap/costs.js';
import { orderByGain } from '../../roadmap/order.js';
import { sorted } from '../../roadmap/proposal.js';
import type { Satisfied } from '../../roadmap/weigh.js';
import { readRoadmapTexts } from '../../rules/read-roadmap-texts.js';
import { compareText } from '../../text/compare.js';
import type { AuditRequest } from '../audit.js';
import { ownPacks } from '../own-packs.js';
import type { Given } from '../read-past.js';
import type { Announce } from '../run-stages.js';
import { rememberAudits } from './audit-future.js';
import { compareOptions } from './options.js';
import { type Base, readBase } from './read-base.js';
import { initiativeOf, readWorkshop } from './read-workshop.js';
import { tryStructural } from './structural.js';
import { tellInitiative } from './tell.js';
import type { Telling } from './telling.js';
import type { Watched } from './watch.js';
import { auditWaves } from './waves.js';
import { type Weighing, weighInitiatives } from './weighing.js';

export interface RoadmapRequest extends AuditRequest, Watched {
  /** Latency of flows yet to be built, ISO 8601. */
  readonly latency: string;
  /** Changes in the option of fastest impact. */
  readonly changes: number;
  /** Effort that the option of fastest impact may take. */
  readonly budget?: number | undefined;
  /** Time within which choices must arrive to count, where it is less than what was agreed; ISO 8601. */
  readonly maxLatency?: string | undefined;
  /** `findings.yaml`: what a workshop found. */
  readonly workshop?: Given | undefined;
}

/** Where the JSON Schema of the roadmap is found, relative to the package. */
const schema = 'unsilo/src/schema/roadmap.json';

const personsOf = (sets: readonly PersonSet[]): number => sets.reduce((sum, { persons }) => sum + persons, 0);

function verdictOf(waves: Roadmap['waves']): Roadmap['verdict'] {
  const open = waves.filter(({ confirmed }) => !confirmed).map(({ wave }) => wave);
  if (waves.length === 0) return { exit_code: 0, sentence: 'No change of the inventory fixes anybody.' };
  if (open.length === 0)
    return { exit_code: 0, sentence: 'Audits of the changed ecosystem confirm every wave.' };
  return {
    exit_code: 1,
    sentence: `An audit of the changed ecosystem does not confirm wave ${open.join(', ')}.`,
  };
}

/** A roadmap on which nothing is to be done yet. */
export function bareRoadmap(base: Base, { latency, budget, maxLatency }: RoadmapRequest): Roadmap {
  const { sets } = base.today;
  return {
    $schema: schema,
    schema_version: 1,
    ecosystem: base.config.name,
    as_of: base.report.manifest.as_of,
    latency,
    today: base.standing,
    mendable: personsOf(sets.filter(({ stuck }) => !stuck)),
    beyond: personsOf(sets.filter(({ stuck }) => stuck)),
    carried: choiceFigures(base.today.ways),
    limits: { budget: budget ?? null, max_latency: maxLatency ?? null },
    options: [],
    initiatives: [],
    left_out: 0,
    waves: [],
    backfill: { persons: 0, systems: [], cost: null },
    workshop: [],
    verdict: verdictOf([]),
  };
}

/** Persons put right up to each initiative of the plan. */
function gains(placed: readonly Placed[], { fixed }: Weighing): number[] {
  return placed.map((_, i) => fixed(placed.slice(0, i + 1).map(({ initiative }) => initiative)));
}

/** Initiatives in words, those of the plan first. */
function tellAll(
  telling: Telling,
  placed: readonly Placed[],
  others: readonly Initiative[],
): RoadmapInitiative[] {
  const persons = gains(placed, telling.weighing);
  const planned = placed.map(({ initiative, wave }, i) =>
    tellInitiative(telling, initiative, { wave, before: persons[i - 1] ?? 0, after: persons[i]! }),
  );
  const rest = others.map((initiative) => tellInitiative(telling, initiative, undefined));
  return [
    ...planned,
    ...rest.sort((a, b) => b.persons_touched - a.persons_touched || compareText(a.id, b.id)),
  ];
}

/** Persons whose values have to be put right once, by the system that holds them. */
function backfillOf({ today, config }: Base, satisfied: Satisfied): Roadmap['backfill'] {
  const sets = today.sets.filter(({ stuck, wants }) => !stuck && wants.every((want) => satisfied.has(want)));
  const persons = personsOf(sets);
  const systems = sorted(today.wants.map(({ to }) => to)).map((system) => ({
    system,
    persons: personsOf(sets.filter(({ wants }) => wants.some((want) => today.wants[want]?.to === system))),
  }));
  return {
    persons,
    systems: systems.filter((one) => one.persons > 0),
    cost: costOfPersons(persons, config.costs),
  };
}

/** The roadmap of an ecosystem: what to change, in which order, and what audits of each wave say of it. */
export async function planRoadmap(request: RoadmapRequest, announce: Announce): Promise<Roadmap> {
  const base = await readBase(request, request.latency, announce);
  const texts = await readRoadmapTexts(ownPacks);
  const workshop = readWorkshop(request.workshop);
  announce('weighing changes');
  const proposed = weighInitiatives(base, request.maxLatency);
  const weighing = { ...proposed, others: [...proposed.others, ...workshop.map(initiativeOf)] };
  const { initiatives, satisfies, related } = weighing;
  const options = compareOptions(base, weighing, request);
  const ordered = orderByGain(initiatives, base.today.sets, satisfies, related);
  const ways = ordered.map((at) => initiatives[at]!);
  const audit = rememberAudits(request, base, announce);
  const { needed, planned, tried, leftOut, closed } = await tryStructural(base, weighing, ways, audit);
  const placed = arrange(needed, planned);
  const waves = await auditWaves(base, weighing, { placed, closable: closed }, audit);
  const telling = { base, weighing, texts, latency: request.latency, workshop, waves };
  const others = [...initiatives.filter((one) => !needed.includes(one)), ...tried];
  return {
    ...bareRoadmap(base, request),
    options,
    initiatives: tellAll(telling, placed, others),
    left_out: weighing.leftOut + leftOut,
    waves,
    backfill: backfillOf(base, weighing.satisfiedBy(placed.map(({ initiative }) => initiative))),
    workshop: [...workshop],
    verdict: verdictOf(waves),
  };
}
