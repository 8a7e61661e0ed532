import type { Blueprint } from './blueprint.js';
import { fieldsOf } from './holdings.js';
import type { Communication, Flow, FlowField, Point, Store } from './types.js';

const outcomes = ['bounced', 'complained', 'unsubscribed', 'returned', 'address_changed'].map(
  (outcome) => `outcome.${outcome}`,
);

/** Field rows of a flow, attached at the receiver by the given key. */
const carry = (fields: readonly string[], keyType: string): FlowField[] =>
  fields.map((field) => ({ source: field, target: field, transform: 'identity', keyType }));

/** The key by which `to` attaches what `from` sends: the customer number where both share it. */
function keyBetween(from: Store, to: Store): string {
  if (from.space !== '' && from.space === to.space) return 'customer_no';
  const key = ['key.national_id_hash', 'key.email'].find((name) => to.keys.includes(name));
  return (key ?? to.keys[0]!).replace('key.', '');
}

const mechanism = (latency: number): string => (latency < 60 ? 'stream' : latency < 120 ? 'api' : 'batch');

/** Three flows a link: party data, choices, and outcomes of messages. */
function linkFlows(plan: Blueprint, points: readonly Point[]): Flow[] {
  const all = [...new Set(plan.stores.flatMap((store) => fieldsOf(store, points)))].sort();
  const knows = (id: string, store: Store) =>
    new Set(plan.transit.includes(id) ? all : fieldsOf(store, points));
  return plan.links.flatMap(([from, to, latency]) => {
    const [giver, receiver] = [from, to].map((id) => plan.stores.find((store) => store.id === id)!);
    const [given, taken] = [knows(from, giver!), knows(to, receiver!)];
    const shared = all.filter((field) => given.has(field) && taken.has(field));
    const key = keyBetween(giver!, receiver!);
    const flow = (kind: string, fields: readonly string[], minutes: number): Flow => ({
      id: `${from}-to-${to}-${kind}`,
      from,
      to,
      mechanism: mechanism(minutes),
      latency: minutes,
      fields: carry(fields, key),
      broken: false,
    });
    const isChoice = (field: string) => field.startsWith('preference.');
    return [
      flow(
        'party',
        shared.filter((field) => !isChoice(field)),
        latency + 3,
      ),
      flow('choices', shared.filter(isChoice), latency),
      flow('outcomes', outcomes, latency + 5),
    ];
  });
}

/** Content on its way out, and outcomes on their way back. */
function outputFlows(plan: Blueprint, communications: readonly Communication[]): Flow[] {
  const flow = (from: string, to: string, fields: string[], latency: number): Flow => ({
    id: `${from}-to-${to}`,
    from,
    to,
    mechanism: mechanism(latency),
    latency,
    fields: carry(fields, ''),
    broken: false,
  });
  const senders = new Map(communications.map((message) => [message.process, message.composer]));
  const sources = new Map(communications.map((message) => [`${message.source}>${message.process}`, message]));
  const values: Record<string, string> = { ledger: 'value.balance', 'fee-engine': 'value.fee' };
  const composers = [...new Set(senders.values())];
  return [
    ...[...senders].map(([from, to]) =>
      flow(from, to, ['document.statement', 'document.notice', 'person.name', 'person.language'], 45),
    ),
    ...[...sources.values()].map((message) =>
      flow(message.source, message.process, [values[message.source] ?? 'value.rate'], 30),
    ),
    ...composers.map((composer) => flow(composer, 'archive', ['document.statement'], 300)),
    ...plan.gateways.map((gateway) => flow(gateway.id, gateway.reportsTo, outcomes, 60)),
  ];
}

/** Which composer hands over to which gateway, and what feeds the warehouse. */
function backbone(plan: Blueprint, communications: readonly Communication[]): Flow[] {
  const row = (from: string, to: string, fields: string[], latency: number): Flow => ({
    id: `${from}-to-${to}`,
    from,
    to,
    mechanism: 'batch',
    latency,
    fields: carry(fields, ''),
    broken: false,
  });
  const own = new Set(
    plan.gateways.filter((gateway) => gateway.only.length > 0).map((gateway) => gateway.id),
  );
  const pairs = new Set<string>();
  for (const message of communications)
    for (const gateway of plan.gateways)
      if (!own.has(message.composer) && gateway.only.length === 0)
        if (gateway.channels.some((channel) => message.channels.includes(channel)))
          pairs.add(`${message.composer}>${gateway.id}`);
  const masters = plan.stores.filter((store) => store.master);
  return [
    ...[...pairs].sort().map((pair) => {
      const [from, to] = pair.split('>') as [string, string];
      return row(from, to, ['document.statement', 'document.notice'], 90);
    }),
    ...masters.map((master) =>
      row(master.id, 'warehouse', ['person', 'contact', 'preference', 'value.income', 'outcome'], 720),
    ),
    row('warehouse', 'reporting', ['value.balance', 'preference', 'outcome'], 600),
    row('ledger', 'warehouse', ['value.balance'], 720),
  ];
}

/** All flows of the world without faults. */
export const buildFlows = (
  plan: Blueprint,
  points: readonly Point[],
  communications: readonly Communication[],
): Flow[] => [
  ...linkFlows(plan, points),
  ...outputFlows(plan, communications),
  ...backbone(plan, communications),
];
