import type { Flow, World } from '../world/types.js';
import type { Fault } from './types.js';

const about = ['preference/'];
const isStore = (world: World, id: string) => world.stores.some((store) => store.id === id);
/** Flows between two stores; content on its way out is left alone. */
const linked = (world: World) => (flow: Flow) => isStore(world, flow.from) && isStore(world, flow.to);
const into = (world: World, system: string) =>
  world.flows.filter((flow) => linked(world)(flow) && flow.to === system);
const outOf = (world: World, system: string) =>
  world.flows.filter((flow) => linked(world)(flow) && flow.from === system);
const drop = (flows: readonly Flow[], field: string) => {
  for (const flow of flows) flow.fields = flow.fields.filter((row) => row.source !== field);
};

export const noFlow = (system: string): Fault => ({
  id: `no-flow-${system}`,
  kind: 'no_flow',
  what: `${system} is an island: nothing comes from or goes to the other systems.`,
  rules: about,
  apply: (world) => {
    world.flows = world.flows.filter(
      (flow) => !linked(world)(flow) || (flow.from !== system && flow.to !== system),
    );
  },
});

export const oneWay = (system: string): Fault => ({
  id: `one-way-${system}`,
  kind: 'one_way',
  what: `${system} hands on its data, but nothing is ever sent to it.`,
  rules: [...about, 'flow/one-way'],
  apply: (world) => {
    const cut = new Set(into(world, system).map((flow) => flow.id));
    world.flows = world.flows.filter((flow) => !cut.has(flow.id));
  },
});

export const fieldNotMapped = (system: string, field: string): Fault => ({
  id: `not-mapped-${system}`,
  kind: 'field_not_mapped',
  what: `The interface into ${system} works, but leaves out ${field}.`,
  rules: about,
  apply: (world) => drop(into(world, system), field),
});

export const mappingWrong = (system: string, field: string): Fault => ({
  id: `inverted-${system}`,
  kind: 'mapping_wrong',
  what: `The interface into ${system} turns ${field} into its opposite.`,
  rules: about,
  apply: (world) => {
    for (const flow of into(world, system))
      for (const row of flow.fields) if (row.source === field) row.transform = 'invert';
  },
});

export const identityGap = (system: string, key: string): Fault => ({
  id: `no-key-${system}`,
  kind: 'identity_gap',
  what: `${system} does not keep ${key}, by which everything sent to it is keyed.`,
  rules: about,
  apply: (world) => {
    const store = world.stores.find((candidate) => candidate.id === system)!;
    store.keys = store.keys.filter((field) => field !== key);
    world.holdings = world.holdings.filter((row) => row.system !== system || row.field !== key);
  },
});

export const tooSlow = (system: string): Fault => ({
  id: `slow-${system}`,
  kind: 'too_slow',
  what: `Choices reach ${system} after 45 days.`,
  rules: about,
  apply: (world) => {
    for (const flow of into(world, system)) if (flow.id.endsWith('-choices')) flow.latency = 45 * 1440;
  },
});

export const lost = (system: string): Fault => ({
  id: `lost-${system}`,
  kind: 'lost',
  what: `The job that brings choices into ${system} is declared and runs, but writes nothing.`,
  rules: [...about, 'flow/broken'],
  apply: (world) => {
    for (const flow of into(world, system)) if (flow.id.endsWith('-choices')) flow.broken = true;
  },
});

export const scopeTooNarrow = (system: string, lob: string): Fault => ({
  id: `narrow-${system}`,
  kind: 'scope_too_narrow',
  what: `${system} offers paperless for ${lob} only and keeps the choice to itself; the other lines go on with paper.`,
  rules: ['preference/not-carried-over'],
  apply: (world) => {
    drop(outOf(world, system), 'preference.delivery');
    for (const point of world.points)
      if (point.system === system)
        point.offers = point.offers.map((scope) =>
          scope.startsWith('*/statement') ? scope.replace('*', lob) : scope,
        );
  },
});

export const notExchanged = (system: string, field: string): Fault => ({
  id: `twice-${system}`,
  kind: 'collected_twice',
  what: `${system} collects ${field} for itself and exchanges it with nobody.`,
  rules: ['collection/collected-twice'],
  apply: (world) => drop([...into(world, system), ...outOf(world, system)], field),
});

export const correctionsStay = (system: string, field: string): Fault => ({
  id: `corrections-${system}`,
  kind: 'feedback',
  what: `What agents correct of ${field} in ${system} stays there.`,
  rules: ['feedback/missing'],
  apply: (world) => drop(outOf(world, system), field),
});

export const outcomeStays = (gateway: string, outcome: string): Fault => ({
  id: `${outcome}-${gateway}`,
  kind: 'feedback',
  what: `Every ${outcome} that ${gateway} sees ends in the portal of its vendor.`,
  rules: ['feedback/missing'],
  apply: (world) =>
    drop(
      world.flows.filter((flow) => flow.from === gateway),
      `outcome.${outcome}`,
    ),
});
