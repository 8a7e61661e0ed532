import { covers } from '../../graph/index.js';
import type { Flow } from '../../graph/types.js';
import { groupBy } from '../../text/group-by.js';
import type { FactContext } from '../context.js';

/** What feeds a message: systems and flows with their distance, in flows, from the systems that make it. */
export interface Upstream {
  readonly systems: ReadonlyMap<string, number>;
  readonly flows: ReadonlyMap<string, number>;
}

/** Farther away everything feeds everything. */
const mostFlows = 4;

/** The field by which a message finds its way, by channel. */
const contactOf: Readonly<Record<string, string>> = {
  email: 'contact.email',
  sms: 'contact.phone',
  phone: 'contact.phone',
  whatsapp: 'contact.phone',
  post: 'contact.postal_address',
};

/** What comes back or goes beside a message is no part of what it says. */
const isSaid = (field: string): boolean => !/^(outcome|preference|key)\b/.test(field);

/** What must be known to make a message, or to make none. */
export type Needs = (communication: string, channel: string, field: string) => boolean;

/**
 * Fields that a message is made of. `needed` are fields by communication; of one of which nothing is stated all that is
 * said may be needed.
 */
export const madeOf =
  (needed: ReadonlyMap<string, readonly string[]>): Needs =>
  (communication, channel, field) => {
    const stated = needed.get(communication);
    const isNeeded = stated ? stated.some((path) => covers(path, field)) : isSaid(field);
    return field === contactOf[channel] || isNeeded;
  };

/** Fields that say whether a message is wanted. */
export const wantedBy: Needs = (_, channel, field) =>
  field.startsWith('preference.') &&
  (!field.startsWith('preference.consent.') || field === `preference.consent.${channel}`);

type Feeders = ReadonlyMap<string, readonly Flow[]>;

function feedersOf(flows: Iterable<Flow>): Feeders {
  return groupBy(flows, (flow) => flow.to);
}

/** Flows that carry a field, by receiver; fields that go on the same flows share theirs. */
function feedersByField({
  graph,
  inventory,
}: FactContext): (fields: readonly string[]) => ReadonlySet<Feeders> {
  const known = new Map<string, Feeders>();
  const feeders = (field: string): Feeders => {
    const { carrying } = graph.network(field);
    const key = carrying.join();
    const found = known.get(key) ?? feedersOf(carrying.map((place) => inventory.flows[place]!));
    known.set(key, found);
    return found;
  };
  return (fields) => new Set(fields.map(feeders));
}

/** Whether a system has to do with a line of business; of most nothing is stated, and they have to do with all. */
export type Serves = (system: string, lob: string) => boolean;

interface Met {
  readonly systems: Map<string, number>;
  readonly flows: Map<string, number>;
}

/** Goes back along flows, system by system, and notes the nearest distance of everything met. */
function goBack(feeders: Feeders, makers: readonly string[], serves: (system: string) => boolean, met: Met) {
  const note = (known: Map<string, number>, id: string, distance: number) =>
    known.set(id, Math.min(distance, known.get(id) ?? distance));
  const seen = new Set(makers);
  let front = [...seen];
  for (let distance = 1; front.length > 0 && distance <= mostFlows; distance += 1) {
    const next: string[] = [];
    for (const flow of front.flatMap((system) => feeders.get(system) ?? [])) {
      if (!serves(flow.from)) continue;
      note(met.flows, flow.flowId, distance);
      note(met.systems, flow.from, distance);
      if (seen.has(flow.from)) continue;
      seen.add(flow.from);
      next.push(flow.from);
    }
    front = next;
  }
}

/** A message as far as it matters for what feeds it. */
export interface Fed {
  readonly communication: string;
  readonly channel: string;
  readonly lob: string;
  /** Systems that make it. */
  readonly makers: readonly string[];
}

/** What feeds a message: from the systems that make it back along the flows that carry what it needs. */
export function upstreamBy(context: FactContext, needs: Needs, serves: Serves): (fed: Fed) => Upstream {
  const feeders = feedersByField(context);
  return ({ communication, channel, lob, makers }) => {
    const fields = context.graph.fields.filter((field) => needs(communication, channel, field));
    const met: Met = { systems: new Map(makers.map((id) => [id, 0])), flows: new Map() };
    for (const one of feeders(fields)) goBack(one, makers, (system) => serves(system, lob), met);
    return met;
  };
}
