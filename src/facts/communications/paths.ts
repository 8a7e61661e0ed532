import { byCodeUnit } from '../../graph/index.js';
import type { EcosystemGraph } from '../../graph/types.js';
import type { Row } from '../../store/store.js';
import { renderEvidence } from '../evidence.js';
import type { Standing } from './fields.js';
import type { Course } from './knowledge.js';
import { owedOn } from './owed.js';
import type { Estate, Message } from './read.js';
import { type Hop, hopLatency, systemsOf, type Way } from './routes.js';

const yearMs = 365 * 86_400_000;
const label = ({ from, to }: Hop): string => `${from}>${to}`;
const listed = (items: readonly string[]): string | null => [...new Set(items)].join('|') || null;

/** Systems without which a way does not get through: stations without a second, and what lies between them. */
const neededOn = ({ stations, hops }: Way): Set<string> =>
  new Set([
    ...stations.flatMap((station) => (station.length === 1 ? [station[0]!.system] : [])),
    ...hops.flat().flatMap(({ passed }) => passed),
  ]);

/** Systems that a communication passes on every channel. */
export function singlePointsOf(ways: readonly Way[]): string[] {
  const [first, ...others] = ways.map(neededOn);
  return first ? [...first].filter((system) => others.every((needed) => needed.has(system))) : [];
}

/** The oldest of the fields that a communication names, at delivery. */
function oldestOf(courses: ReadonlyMap<string, Course>): { field: string; age: number } | undefined {
  const known = [...courses].flatMap(([field, { ageAtDelivery: age }]) =>
    age === null ? [] : [{ field, age }],
  );
  return known.sort((a, b) => b.age - a.age || byCodeUnit(a.field, b.field))[0];
}

/** What is asked about one way of a communication. */
export interface Question {
  readonly message: Message;
  readonly way: Way;
  readonly singlePoints: readonly string[];
  /** Of the fields it names. */
  readonly courses: ReadonlyMap<string, Course>;
  readonly standings: readonly Standing[];
}

const manualOn = ({ stations, hops }: Way): string[] => [
  ...stations.flat().flatMap((step) => (step.manual ? [step.system] : [])),
  ...hops
    .flat()
    .flatMap((hop) => (hop.flows.some(({ mechanism }) => mechanism === 'manual') ? [label(hop)] : [])),
];

/** Systems of the way that are to be retired, or whose support ends within a year of the clock of the run. */
const endingOn = (way: Way, { systems }: Estate, asOf: string): string[] =>
  systemsOf(way).filter((system) => {
    const known = systems.get(system);
    return known?.legacy === true || (known?.ends != null && Number(known.ends) <= Date.parse(asOf) + yearMs);
  });

/** Seconds over all hops, the known ones alone, and the slowest hop. */
function timesOf({ hops }: Way): { total: number | null; least: number; slowest: string | null } {
  const latencies = hops.map(hopLatency);
  const known = hops.flat().flatMap((hop) => (hop.latency == null ? [] : [{ ...hop, latency: hop.latency }]));
  const slowest = known.sort((a, b) => b.latency - a.latency || byCodeUnit(label(a), label(b)))[0];
  return {
    total: latencies.some((one) => one === null)
      ? null
      : latencies.reduce<number>((sum, one) => sum + one!, 0),
    least: latencies.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    slowest: slowest ? label(slowest) : null,
  };
}

/** Fields a communication names that somebody knows and that do not get there. */
const lackingOn = ({ way, standings }: Question): string[] =>
  standings.filter((one) => one.way === way && one.listed && one.state === 'stops').map(({ field }) => field);

const refusals = new Set(['outcome.unsubscribed', 'outcome.complained']);

function describe(graph: EcosystemGraph, estate: Estate, asOf: string, question: Question) {
  const { message, way, singlePoints, courses } = question;
  const { total, least, slowest } = timesOf(way);
  const owed = owedOn(graph, way);
  const missing = owed.filter(({ present }) => !present);
  const gaps = way.hops.flat().filter(({ latency }) => latency === undefined);
  const oldest = oldestOf(courses);
  const [manual, ending, lacking] = [manualOn(way), endingOn(way, estate, asOf), lackingOn(question)];
  const late = message.deadline !== null && least > message.deadline;
  const refused = missing.filter(({ outcome }) => refusals.has(outcome));
  const sizes = [gaps, refused, lacking, missing, manual, ending].map(({ length }) => length);
  return {
    order: [sizes[0]!, Number(late), ...sizes.slice(1), total ?? least, oldest?.age ?? 0],
    row: {
      communication_id: message.id,
      channel: way.channel || null,
      systems: systemsOf(way).join('|'),
      latency_s: total,
      slowest,
      deadline_s: message.deadline,
      late,
      data_age_s: oldest?.age ?? null,
      oldest_field: oldest?.field ?? null,
      manual: listed(manual),
      gaps: listed(gaps.map(label)),
      single_points: listed(singlePoints),
      ending: listed(ending),
      feedback_of: owed.length,
      feedback_missing: listed(missing.map(({ outcome, to }) => `${outcome}>${to}`).sort(byCodeUnit)),
      lacking: listed(lacking),
    },
    codes: way.stations.flat().map(({ code }) => code),
  };
}

const worstFirst = (a: readonly number[], b: readonly number[]): number =>
  a.map((size, i) => b[i]! - size).find((difference) => difference !== 0) ?? 0;

/** `fact_communication_paths`: one row a communication and channel, worst first. */
export function pathRows(
  { graph, estate, asOf }: { graph: EcosystemGraph; estate: Estate; asOf: string },
  questions: readonly Question[],
  files: ReadonlyMap<number, string>,
): Row[] {
  return questions
    .map((question) => describe(graph, estate, asOf, question))
    .sort((a, b) => worstFirst(a.order, b.order))
    .map(({ row, codes }, i) => ({ place: i + 1, ...row, evidence: renderEvidence(codes, files) }));
}
