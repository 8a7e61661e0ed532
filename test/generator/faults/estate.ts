import { at } from '../time.js';
import type { Blueprint } from '../world/blueprint.js';
import type { Flow, System, World } from '../world/types.js';
import type { Fault } from './types.js';

const isLink = (world: World, flow: Flow): boolean =>
  [flow.from, flow.to].every((id) => world.stores.some((store) => store.id === id));
const remade = (world: World, wanted: (flow: Flow) => boolean, mechanism: string): void => {
  world.flows = world.flows.map((flow) => (wanted(flow) ? { ...flow, mechanism } : flow));
};

export const secondMaster = (system: string, field: string): Fault => ({
  id: `masters-${system}`,
  kind: 'two_masters',
  what: `${system} claims to master ${field} beside the hub, and nobody ever decided.`,
  rules: ['flow/two-masters'],
  apply: (world) => {
    world.holdings.push({ system, field, role: 'masters', agentEdits: false });
  },
});

export const contentByHand = (system: string): Fault => ({
  id: `by-hand-${system}`,
  kind: 'manual_hop',
  what: `Somebody in ${system} sends the lists for composition by hand.`,
  rules: ['flow/manual-hop'],
  apply: (world) => {
    const composers = new Set(
      world.communications.filter(({ process }) => process === system).map(({ composer }) => composer),
    );
    remade(world, (flow) => flow.from === system && composers.has(flow.to), 'manual');
  },
});

export const choicesByFile = (system: string): Fault => ({
  id: `by-file-${system}`,
  kind: 'manual_hop',
  what: `The choices made in ${system} leave it as a file nobody watches.`,
  rules: ['flow/manual-hop'],
  apply: (world) =>
    remade(
      world,
      (flow) => flow.from === system && isLink(world, flow) && flow.id.endsWith('-choices'),
      'file',
    ),
});

export const retiring = (system: string): Fault => ({
  id: `retiring-${system}`,
  kind: 'single_point',
  what: `${system}, through which all choices of its spokes go, is to be retired.`,
  rules: ['flow/single-point'],
  apply: (world) => {
    world.trouble.retiring.push(system);
  },
});

export const unplugged = (system: string): Fault => ({
  id: `unplugged-${system}`,
  kind: 'isolated',
  what: `No flow leads into ${system} or out of it; what it needs is carried there.`,
  rules: ['flow/isolated-system'],
  apply: (world) => {
    world.flows = world.flows.filter((flow) => flow.from !== system && flow.to !== system);
  },
});

export const outcomesStay = (gateway: string): Fault => ({
  id: `unreported-${gateway}`,
  kind: 'unreported',
  what: `Nothing of what ${gateway} sees of its messages is handed on.`,
  rules: ['feedback/unreported'],
  apply: (world) => {
    for (const flow of world.flows)
      if (flow.from === gateway)
        flow.fields = flow.fields.filter((row) => !row.source.startsWith('outcome.'));
  },
});

const engine = (store: System, kind: string): System => ({
  id: `${store.id}-${kind}-engine`,
  name: `${store.name}: engine for ${kind}`,
  silo: store.silo,
  lobs: [],
  kind: 'composition',
  vendor: '',
});

/** The flows of an engine like those of the composer it stands in for. */
const inPlaceOf = (flows: readonly Flow[], store: string, composer: string, id: string): Flow[] =>
  flows
    .filter((flow) => flow.from === composer || (flow.from === store && flow.to === composer))
    .map((flow) => {
      const [from, to] = flow.from === composer ? [id, flow.to] : [store, id];
      return { ...flow, id: `${from}-to-${to}`, from, to };
    });

export const ownEngines = (store: string): Fault => ({
  id: `engines-${store}`,
  kind: 'many_engines',
  what: `${store} has an engine of its own for statements and another for notices of charges.`,
  rules: ['delivery/many-engines'],
  apply: (world) => {
    const sender = world.systems.find(({ id }) => id === store)!;
    const composer = world.communications.find(({ process }) => process === store)!.composer;
    const kinds = ['statement', 'charges'];
    const engines = new Map(kinds.map((kind) => [`${store}-${kind}`, engine(sender, kind)]));
    Object.assign(world, {
      systems: [...world.systems, ...engines.values()],
      communications: world.communications.map((message) => ({
        ...message,
        composer: engines.get(message.id)?.id ?? message.composer,
      })),
    });
    for (const { id } of engines.values()) world.flows.push(...inPlaceOf(world.flows, store, composer, id));
  },
});

const spring = { from: at('2026-03-01T00:00:00Z'), to: at('2026-06-01T00:00:00Z') };

export const startsTwice = (communication: string): Fault => ({
  id: `twice-${communication}`,
  kind: 'duplicate_send',
  what: `From March to May the job of ${communication} starts twice, and everybody gets the message again.`,
  rules: ['delivery/duplicate-send'],
  apply: (world) => {
    world.trouble.reruns.push({ communication, ...spring });
  },
});

export const campaigns = (...systems: string[]): Fault => ({
  id: `campaigns-${systems.join('-')}`,
  kind: 'contact_pressure',
  what: `${systems.join(', ')} run campaigns in the same month, each within its measure, and none knows of the others.`,
  rules: ['delivery/contact-pressure'],
  apply: (world) => {
    world.trouble.campaigns.push({ systems, from: spring.from, each: 5 });
  },
});

export const returnsUnread = (system: string, channel: string): Fault => ({
  id: `returns-${system}-${channel}`,
  kind: 'dead_address',
  what: `${system} does not read the list of returns and goes on writing to addresses on ${channel} that died.`,
  rules: ['delivery/dead-address'],
  apply: (world) => {
    world.trouble.dead.push({ system, channel, since: at('2025-09-01T00:00:00Z'), every: 8 });
  },
});

export const silent = (system: string, channel: string): Fault => ({
  id: `silent-${system}-${channel}`,
  kind: 'unconfirmed',
  what: `The vendor of ${system} reports nothing about its ${channel} messages.`,
  rules: ['delivery/unconfirmed'],
  apply: (world) => {
    world.trouble.silent.push({ system, channel });
  },
});

/** Faults of the estate that can befall a shape. */
export function estateFaults(plan: Blueprint): Fault[] {
  const hub = plan.stores.find((store) => store.kind === 'crm' && !store.master)?.id;
  const sending = plan.stores.filter((store) => store.sends && store.hasCustomers && store.delivery);
  return [
    secondMaster('insurance', 'person.language'),
    contentByHand('mortgage'),
    choicesByFile('insurance'),
    ...(hub ? [retiring(hub)] : []),
    unplugged('archive'),
    outcomesStay('partner-out'),
    ownEngines('core'),
    startsTwice('mortgage-notice'),
    campaigns(...sending.slice(0, 3).map((store) => store.id)),
    returnsUnread('core', 'post'),
    silent('partner', 'email'),
  ];
}
