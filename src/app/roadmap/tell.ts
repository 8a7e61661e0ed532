import type { Initiative } from '../../model/roadmap.js';
import type { RoadmapInitiative } from '../../model/roadmap-report.js';
import { costTogether } from '../../roadmap/costs.js';
import { describe } from '../../roadmap/describe.js';
import { sorted } from '../../roadmap/proposal.js';
import type { Base } from './read-base.js';
import type { Telling } from './telling.js';
import { worthOf } from './worth.js';

/** Units of work that one team can do beside its other work. */
const quick = 2;

/** Who answers for the system that gives, and for the one that receives. */
function ownersOf({ ownerOf }: Base, systems: readonly string[]): RoadmapInitiative['owners'] {
  const [first, last] = [systems[0], systems.length > 1 ? systems.at(-1) : undefined];
  return {
    giver: first === undefined ? null : (ownerOf(first) ?? null),
    receiver: last === undefined ? null : (ownerOf(last) ?? null),
  };
}

/** Goals of unsilo.yaml whose measure work of this kind moves, where it is done. */
function goalsOf({ base, texts }: Telling, { kind, systems }: Initiative): string[] {
  const measures: readonly string[] = texts.kinds[kind]?.serves ?? [];
  const places = new Set(['ecosystem', ...systems.map((system) => `silo:${base.siloOf(system)}`)]);
  return (base.config.goals ?? [])
    .filter(({ measure, about }) => measures.includes(measure) && places.has(about))
    .map(({ id }) => id);
}

const saidOf = (telling: Telling, initiative: Initiative) => {
  const entered = telling.workshop.find(({ id }) => initiative.id === `workshop:${id}`);
  return entered
    ? { title: entered.title, what: entered.remediation, risks: [] }
    : describe(initiative, telling.texts.kinds, telling.latency);
};

/** Findings about choices that it brings to where they are missed, and those it is made from. */
function aimedAt({ base, weighing }: Telling, initiative: Initiative): string[] {
  const satisfied = weighing.satisfiedBy([initiative]);
  const subjects = new Set(
    base.today.wants
      .filter(({ id }) => satisfied.has(id))
      .map(({ judged }) => `pair:${judged.from_system_id}>${judged.to_system_id}/${judged.field}`),
  );
  const about = base.report.findings.filter(
    ({ rule, subject }) => rule.startsWith('preference/') && subjects.has(subject),
  );
  return sorted([...initiative.aims, ...about.map(({ fingerprint }) => fingerprint)]);
}

/** An initiative in words and figures; `before` and `after` are persons put right without and with it. */
export function tellInitiative(
  telling: Telling,
  initiative: Initiative,
  place: { readonly wave: number; readonly before: number; readonly after: number } | undefined,
): RoadmapInitiative {
  const { base, weighing, waves } = telling;
  const { aims, dependsOn, ...rest } = initiative;
  const aimed = aimedAt(telling, initiative);
  const wave = waves.find((one) => one.wave === place?.wave);
  const { title, what, risks } = saidOf(telling, initiative);
  const isWay = weighing.initiatives.includes(initiative);
  return {
    ...rest,
    basis: initiative.kind === 'workshop' ? 'workshop' : isWay ? 'conflicts' : 'findings',
    provable: initiative.edits.length > 0,
    title,
    what,
    risks: [...risks],
    systems: [...initiative.systems],
    fields: [...initiative.fields],
    flows: [...initiative.flows],
    edits: [...initiative.edits],
    owners: ownersOf(base, initiative.systems),
    persons_alone: initiative.edits.length > 0 ? weighing.fixed([initiative]) : 0,
    persons_added: place ? Math.max(0, place.after - place.before) : 0,
    ...worthOf(telling, initiative, isWay),
    findings_aimed: aimed,
    findings_closed: aimed.filter((aim) => wave?.findings_closed.includes(aim)),
    depends_on: [...dependsOn],
    cost: costTogether([initiative], base.config.costs),
    goals: goalsOf(telling, initiative),
    wave: place?.wave ?? null,
    quick_win: place !== undefined && initiative.effort <= quick,
  };
}
