import type { LeftOut } from '../imports/types.js';
import type { Reject } from '../reject.js';
import { type Dataset, type LineageEvent, readEvents } from './events.js';
import { columnsOf, type FieldMove, movesInto, usedFacets } from './fields.js';
import { RunTimes } from './run-times.js';

export interface LineageSystem {
  readonly system_id: string;
  readonly name: string;
  readonly kind: 'warehouse' | 'other';
  readonly technology: string | null;
  readonly row: number;
}

export interface LineageFlow {
  readonly flow_id: string;
  readonly from_system_id: string;
  readonly to_system_id: string;
  readonly latency: string | null;
  readonly fields: readonly FieldMove[];
  readonly row: number;
}

/** What a file of lineage events says about systems and flows. `row` is the event that said it first. */
export interface Lineage {
  readonly events: number;
  readonly systems: readonly LineageSystem[];
  readonly flows: readonly LineageFlow[];
  /** Events that could not be used. */
  readonly rejects: readonly Reject[];
  /** What was understood but has no place: unused facets, jobs known to read nothing. */
  readonly leftOut: readonly LeftOut[];
}

type Flow = Omit<LineageFlow, 'latency' | 'fields'> & {
  job: string;
  out: boolean;
  fields: Map<string, FieldMove>;
};

/** Gathers events into systems and flows; the first event that names a thing is its provenance. */
class Gatherer {
  readonly systems = new Map<string, LineageSystem>();
  readonly flows = new Map<string, Flow>();
  readonly times = new RunTimes();
  readonly facets = new Map<string, number[]>();
  /** Jobs that said they read nothing, with the event; and those that read something. */
  readonly silent = new Map<string, number>();
  readonly readers = new Set<string>();

  see(event: LineageEvent, row: number): void {
    for (const dataset of [event.dataset, ...(event.inputs ?? []), ...(event.outputs ?? [])])
      if (dataset) this.seeDataset(dataset, row);
    this.countFacets(event.run?.facets, row);
    if (!event.job) return;
    const job = `${event.job.namespace}/${event.job.name}`;
    this.addSystem({ system_id: job, name: event.job.name, kind: 'other', technology: null, row });
    this.countFacets(event.job.facets, row);
    this.times.see(job, event);
    for (const input of event.inputs ?? []) this.addFlow(job, input, false, row);
    for (const output of event.outputs ?? []) this.addFlow(job, output, true, row);
    if (event.inputs && event.inputs.length > 0) this.readers.add(job);
    else if (event.inputs && !this.silent.has(job)) this.silent.set(job, row);
  }

  private seeDataset({ namespace, facets }: Dataset, row: number): void {
    const technology = /^([a-z][a-z0-9+.-]*):\/\//i.exec(namespace)?.[1] ?? null;
    this.addSystem({ system_id: namespace, name: namespace, kind: 'warehouse', technology, row });
    this.countFacets(facets, row);
  }

  private addSystem(system: LineageSystem): void {
    if (!this.systems.has(system.system_id)) this.systems.set(system.system_id, system);
  }

  private addFlow(job: string, dataset: Dataset, out: boolean, row: number): void {
    const { namespace, name } = dataset;
    const flow_id = `${job}${out ? ' > ' : ' < '}${namespace}/${name}`;
    const [from, to] = out ? [job, namespace] : [namespace, job];
    const flow = this.flows.get(flow_id) ?? {
      flow_id,
      from_system_id: from,
      to_system_id: to,
      row,
      job,
      out,
      fields: new Map<string, FieldMove>(),
    };
    for (const move of out ? movesInto(dataset) : columnsOf(dataset))
      flow.fields.set(JSON.stringify([move.source_field, move.target_field]), move);
    this.flows.set(flow_id, flow);
  }

  private countFacets(facets: Dataset['facets'], row: number): void {
    for (const name of Object.keys(facets ?? {})) {
      if (usedFacets.has(name)) continue;
      const rows = this.facets.get(name) ?? [];
      rows.push(row);
      this.facets.set(name, rows);
    }
  }
}

function leftOutOf({ facets, silent, readers }: Gatherer): LeftOut[] {
  const dropped = [...facets].flatMap(([name, rows]) =>
    rows.map((row) => ({
      what: 'facet',
      example: name,
      why: 'it says nothing of flows',
      at: { row, pointer: '' },
    })),
  );
  const none = [...silent]
    .filter(([job]) => !readers.has(job))
    .map(([job, row]) => ({
      what: 'job without inputs',
      example: job,
      why: 'known to read nothing',
      at: { row, pointer: '' },
    }));
  return [...dropped, ...none];
}

/**
 * Reads OpenLineage events, https://openlineage.io/spec/: one event, an array, or one a line. Each dataset namespace is
 * a system (its data source: a database, a bucket), each job is a system of its own, because what one job moves another
 * does not. Each input is a flow from its namespace to the job, each output one from the job to its namespace. Data read
 * when a run starts has arrived when it completes: the run's time is the latency of its outputs, its inputs take none.
 */
export function parseLineage(text: string): Lineage {
  const read = readEvents(text);
  const gatherer = new Gatherer();
  for (const one of read) if ('event' in one) gatherer.see(one.event, one.row);
  return {
    events: read.length,
    systems: [...gatherer.systems.values()],
    flows: [...gatherer.flows.values()].map(({ job, out, fields, ...flow }) => {
      const latency = gatherer.times.latencyOf(job);
      return { ...flow, latency: latency === null || out ? latency : 'PT0S', fields: [...fields.values()] };
    }),
    rejects: read.flatMap((one) =>
      'event' in one ? [] : [{ row: one.row, column: one.column, value: null, expected: one.expected }],
    ),
    leftOut: leftOutOf(gatherer),
  };
}
