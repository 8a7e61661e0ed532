import { covers } from '../../graph/index.js';
import type { Flow } from '../../graph/types.js';
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

type Feeders = ReadonlyMap<string, readonly Flow[]>;

function feedersOf(flows: Iterable<Flow>): Feeders {
  const found = new Map<string, Flow[]>();
  for (const flow of flows) found.set(flow.to, [...(found.get(flow.to) ?? []), flow]);
  return found;
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

/** Goes back along flows, system by system, and notes the nearest distance of everything met. */
function goBack(
  feeders: Feeders,
  makers: Iterable<string>,
  upstream: { systems: Map<string, number>; flows: Map<string, number> },
) {
  const nearest = (met: Map<string, number>, id: string, distance: number) =>
    met.set(id, Math.min(distance, met.get(id) ?? distance));
  const seen = new Set(makers);
  let front = [...seen];
  for (let distance = 1; front.length > 0 && distance <= mostFlows; distance += 1) {
    const next: string[] = [];
    for (const flow of front.flatMap((system) => feeders.get(system) ?? [])) {
      nearest(upstream.flows, flow.flowId, distance);
      nearest(upstream.systems, flow.from, distance);
      if (seen.has(flow.from)) continue;
      seen.add(flow.from);
      next.push(flow.from);
    }
    front = next;
  }
}

/**
 * What feeds a message: from the systems that make it back along the flows that carry what it needs. `needed` are
 * fields by communication; of one of which nothing is stated all that is said may be needed.
 */
export function upstreamBy(
  context: FactContext,
  needed: ReadonlyMap<string, readonly string[]>,
): (communication: string, channel: string, makers: readonly string[]) => Upstream {
  const leaves = context.graph.fields;
  const feeders = feedersByField(context);
  return (communication, channel, makers) => {
    const stated = needed.get(communication);
    const contact = contactOf[channel];
    const fields = leaves.filter(
      (field) => field === contact || (stated ? stated.some((path) => covers(path, field)) : isSaid(field)),
    );
    const upstream = { systems: new Map(makers.map((id) => [id, 0])), flows: new Map<string, number>() };
    for (const one of feeders(fields)) goBack(one, makers, upstream);
    return upstream;
  };
}
