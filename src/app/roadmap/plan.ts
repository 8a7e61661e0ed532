import type { PersonSet } from '../../model/roadmap.js';
import type { Roadmap, RoadmapInitiative } from '../../model/roadmap-report.js';
import { describe, type KindTexts } from '../../roadmap/describe.js';
import { orderByGain, type Step } from '../../roadmap/order.js';
import { type RoadmapTexts, readRoadmapTexts } from '../../rules/read-roadmap-texts.js';
import { compareText } from '../../text/compare.js';
import type { AuditRequest } from '../audit.js';
import { ownPacks } from '../own-packs.js';
import type { Announce } from '../run-stages.js';
import { compareOptions } from './options.js';
import { type Base, readBase } from './read-base.js';
import type { Watched } from './watch.js';
import { auditWaves } from './waves.js';
import { type Weighing, weighInitiatives } from './weighing.js';

export interface RoadmapRequest extends AuditRequest, Watched {
  /** Latency of flows yet to be built, ISO 8601. */
  readonly latency: string;
  /** Changes in the option of fastest impact. */
  readonly changes: number;
}

/** Where the JSON Schema of the roadmap is found, relative to the package. */
const schema = 'unsilo/src/schema/roadmap.json';

/** Units of work that one team can do beside its other work. */
const quick = 2;

/** Initiatives in words, those of the plan first. */
function toldOf(base: Base, weighing: Weighing, steps: readonly Step[], tell: (place: number) => KindTexts) {
  const told = weighing.initiatives.map((initiative, place): RoadmapInitiative => {
    const at = steps.findIndex((step) => step.initiative === place);
    const step = steps[at];
    const owners = initiative.systems.flatMap((system) => base.ownerOf(system) ?? []);
    const { title, what, risks } = tell(place);
    return {
      ...initiative,
      title,
      what,
      risks: [...risks],
      systems: [...initiative.systems],
      fields: [...initiative.fields],
      flows: [...initiative.flows],
      edits: [...initiative.edits],
      owners: [...new Set(owners)],
      persons_alone: weighing.fixed([initiative]),
      persons_added: step ? step.persons - (steps[at - 1]?.persons ?? 0) : 0,
      persons_touched: weighing.touched(initiative),
      wave: step?.wave ?? null,
      quick_win: step !== undefined && initiative.effort <= quick,
    };
  });
  const last = Number.POSITIVE_INFINITY;
  return told.sort(
    (a, b) =>
      (a.wave ?? last) - (b.wave ?? last) || b.persons_added - a.persons_added || compareText(a.id, b.id),
  );
}

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

const tellWith =
  ({ kinds }: RoadmapTexts, { initiatives }: Weighing, latency: string) =>
  (place: number): KindTexts =>
    describe(initiatives[place]!, kinds, latency);

/** A roadmap on which nothing is to be done yet. */
export function bareRoadmap(base: Base, { latency }: RoadmapRequest): Roadmap {
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
    options: [],
    initiatives: [],
    left_out: 0,
    waves: [],
    backfill: 0,
    verdict: verdictOf([]),
  };
}

/** The roadmap of an ecosystem: what to change, in which order, and what audits of each wave say of it. */
export async function planRoadmap(request: RoadmapRequest, announce: Announce): Promise<Roadmap> {
  const base = await readBase(request, request.latency, announce);
  const texts = await readRoadmapTexts(ownPacks);
  announce('weighing changes');
  const weighing = weighInitiatives(base);
  const { sets } = base.today;
  const options = compareOptions(base, weighing, request.changes);
  const steps = orderByGain(weighing.initiatives, sets, weighing.satisfies);
  const waves = await auditWaves(request, base, weighing, steps, announce);
  return {
    ...bareRoadmap(base, request),
    options,
    initiatives: toldOf(base, weighing, steps, tellWith(texts, weighing, request.latency)),
    left_out: weighing.leftOut,
    waves,
    backfill: steps.at(-1)?.persons ?? 0,
    verdict: verdictOf(waves),
  };
}
