import type { Way } from '../../graph/types.js';
import { countOf } from '../../report/parts/shares.js';
import { fieldWords } from '../../report/parts/subject.js';
import { renderSeconds } from '../../text/numbers.js';
import type { Atlas } from '../estate.js';
import type { MapFlow } from '../model.js';
import type { Table } from '../pictures/picture.js';
import { drawStrip } from '../pictures/strip.js';
import { type Answer, carries, hopOf } from './answer.js';

interface Found {
  readonly from: string;
  readonly to: string;
  readonly field: string | undefined;
  /** The quickest way that carries what was asked for; else any way at all. */
  readonly flows: readonly MapFlow[];
  readonly arrives: boolean;
  readonly latency: number | null;
  /** Seconds when every job has just left; undefined where it does not arrive or no schedule is known. */
  readonly latest: number | null | undefined;
  readonly passes: readonly string[];
  readonly back: Way | undefined;
}

function find(atlas: Atlas, from: string, to: string, field: string | undefined): Found {
  const { graph } = atlas;
  const whole = graph.way(from, to, field);
  const way = whole ?? (field === undefined ? undefined : graph.nearest(from, to, field));
  const byId = new Map(atlas.flows.map((flow) => [flow.flow_id, flow]));
  return {
    from,
    to,
    field,
    flows: way?.flows.map(({ flowId }) => byId.get(flowId)!) ?? [],
    arrives: whole !== undefined,
    latency: way?.latency ?? null,
    latest: whole && atlas.latest?.(from, to, field),
    passes: whole ? graph.passes(from, to, field) : [],
    back: graph.way(to, from, field),
  };
}

const within = (latency: number | null): string =>
  latency === null
    ? 'in a time that nobody states'
    : `${latency === 0 ? '' : 'within '}${renderSeconds(latency)}`;

/** Whether it comes later than agreed, and how late when it misses jobs that run by the clock. */
function tellTimes({ arrives, latency, latest, field }: Found, { graph }: Atlas): string[] {
  const agreed = (field === undefined ? undefined : graph.agreed(field)) ?? Infinity;
  if (!arrives || latency === null) return [];
  const later = latest !== undefined && latest !== null && latest > latency ? latest : undefined;
  const breach = (seconds: number): boolean => latency <= agreed && seconds > agreed;
  return [
    ...(latency > agreed ? [`That is later than agreed: ${renderSeconds(agreed)}.`] : []),
    ...(later === undefined
      ? []
      : [
          `When it just misses a job, it takes up to ${renderSeconds(later)}${breach(later) ? `, later than agreed: ${renderSeconds(agreed)}` : ''}.`,
        ]),
  ];
}

/** The answer in sentences. */
function tell(found: Found, atlas: Atlas): string[] {
  const { system } = atlas;
  const { flows, field, arrives, latency, passes, back } = found;
  const what = field === undefined ? 'Something' : fieldWords(field).replace(/^t/, 'T');
  const [from, to] = [system(found.from).name, system(found.to).name];
  const gaps = flows.filter((flow) => !carries(flow, field ?? '')).length;
  const short = arrives
    ? `${what} gets from ${from} to ${to} ${within(latency)}, over ${countOf(flows.length, 'flow')}.`
    : flows.length > 0
      ? `${what} does not get from ${from} to ${to}: a way exists, but ${gaps} of its ${countOf(flows.length, 'flow')} ${gaps === 1 ? 'does' : 'do'} not carry it.`
      : `There is no way from ${from} to ${to}.`;
  return [
    short,
    ...tellTimes(found, atlas),
    ...(passes.length > 0 ? [`Every way passes ${passes.map((id) => system(id).name).join(', ')}.`] : []),
    back ? `There is a way back, ${within(back.latency)}.` : 'There is no way back.',
  ];
}

const state = (flow: MapFlow, field: string | undefined): string =>
  field === undefined
    ? countOf(flow.fields.length, 'field')
    : carries(flow, field)
      ? 'carried'
      : 'not carried';

function tableOf({ flows, field }: Found, { system }: Atlas): Table {
  return {
    caption: 'The way, flow by flow',
    heads: ['From', 'To', 'Flow', 'How', 'Within', field ?? 'Carries'],
    rows: flows.map((flow) => [
      system(flow.from).name,
      system(flow.to).name,
      flow.flow_id,
      flow.mechanism,
      flow.latency_s === null ? 'unknown' : renderSeconds(flow.latency_s),
      state(flow, field),
    ]),
    numeric: [],
  };
}

/** `--path A B [--field F]`: the quickest way, or the nearest to one and where it breaks. */
export function askPath(atlas: Atlas, from: string, to: string, field?: string): Answer {
  const { system, siloOf } = atlas;
  const found = find(atlas, from, to, field);
  const { flows, arrives, latency, latest, passes, back } = found;
  const sentences = tell(found, atlas);
  const table = tableOf(found, atlas);
  const ends = flows.length > 0 ? [from, ...flows.map((flow) => flow.to)] : from === to ? [from] : [from, to];
  const steps = flows.map((flow) => ({
    above: flow.latency_s === null ? 'time unknown' : renderSeconds(flow.latency_s),
    below: arrives || field === undefined || carries(flow, field) ? flow.mechanism : 'not carried',
    broken: !arrives && field !== undefined && !carries(flow, field),
  }));
  const none = from === to ? [] : [{ above: '', below: 'no flow', broken: true }];
  const question = `How does ${field ?? 'anything'} get from ${system(from).name} to ${system(to).name}?`;
  return {
    question,
    sentences,
    tables: flows.length > 0 ? [table] : [],
    facts: {
      question: 'path',
      from,
      to,
      field: field ?? null,
      arrives,
      latency_s: arrives ? latency : null,
      ...(latest !== undefined && { latest_s: latest }),
      agreed_s: field === undefined ? null : atlas.graph.agreed(field),
      way: flows.map((flow) => hopOf(flow, field)),
      passes,
      back: back ? { latency_s: back.latency, way: back.systems } : null,
    },
    picture: drawStrip(
      { id: 'path', title: question, description: sentences.join(' '), table },
      ends.map((id) => ({ name: system(id).name, silo: siloOf(id) })),
      flows.length > 0 ? steps : none,
    ),
  };
}
