import { DAY } from '../time.js';
import type { Blueprint } from '../world/blueprint.js';
import type { Flow, World } from '../world/types.js';
import { outcomeStays } from './flows.js';
import type { Fault } from './types.js';

const isStore = (world: World, id: string) => world.stores.some((store) => store.id === id);
const bringsChoices = (world: World, system: string) => (flow: Flow) =>
  flow.to === system && isStore(world, flow.from) && flow.id.endsWith('-choices');

export const undeclared = (system: string): Fault => ({
  id: `undeclared-${system}`,
  kind: 'undeclared',
  what: `Choices reach ${system} by a job that works and that nobody ever entered in the inventory.`,
  rules: ['flow/undeclared'],
  apply: (world) => {
    const running = world.flows.filter(bringsChoices(world, system));
    world.hidden.push(...running);
    world.flows = world.flows.filter((flow) => !running.includes(flow));
  },
});

export const slowerThanDeclared = (system: string): Fault => ({
  id: `takes-longer-${system}`,
  kind: 'slower',
  what: `Choices reach ${system} eight days after the time that is declared.`,
  rules: ['flow/slower-than-declared'],
  apply: (world) => {
    for (const flow of world.flows.filter(bringsChoices(world, system))) flow.takes = flow.latency + 8 * DAY;
  },
});

export const detailsPutBack = (system: string): Fault => ({
  id: `puts-back-${system}`,
  kind: 'put_back',
  what: `The monthly feed of ${system} brings old postal addresses back over what agents had put right.`,
  rules: ['flow/correction-overwritten'],
  apply: (world) => {
    world.trouble.restored.push({ system, field: 'contact.postal_address', by: 'feed' });
  },
});

export const backupPutBack = (system: string): Fault => ({
  id: `restores-${system}`,
  kind: 'put_back',
  what: `A backup of ${system} was played back over postal addresses that agents had put right; they had to do it twice.`,
  rules: ['flow/correction-overwritten'],
  apply: (world) => {
    world.trouble.restored.push({ system, field: 'contact.postal_address', by: 'backup' });
  },
});

export const optOutsUnheard = (gateway: string, channel: string): Fault => ({
  id: `unheard-${gateway}`,
  kind: 'unheard',
  what: `Who opts out in answer to a message through ${gateway} is in its log, and in nobody's choices.`,
  rules: ['feedback/observed'],
  apply: (world) => {
    world.trouble.unheard.push({ gateway, channel });
  },
});

export const optOutsEntered = (gateway: string, channel: string): Fault => ({
  id: `entered-${gateway}`,
  kind: 'entered',
  what: `What customers opt out of by a link in messages through ${gateway} is entered by a job that nobody declared.`,
  rules: ['feedback/observed'],
  apply: (world) => {
    outcomeStays(gateway, 'unsubscribed').apply(world);
    world.trouble.entered.push({ gateway, channel });
  },
});

/** Stores to which one link leads and that make nothing known by day only; where a fault can be seen for what it is. */
function clearReceivers({ stores, links }: Blueprint, taken: ReadonlySet<string>): string[] {
  return stores
    .filter(({ id, kind, master }) => kind !== 'crm' && !master && !taken.has(id))
    .map(({ id }) => id)
    .filter((id) => links.filter(([, to]) => to === id).length === 1);
}

/** Faults that only the records show, in stores that have no other fault about choices. */
export function observedFaults(plan: Blueprint, taken: ReadonlySet<string>): Fault[] {
  const [first, second] = clearReceivers(plan, taken);
  return [
    ...(first === undefined ? [] : [undeclared(first)]),
    ...(second === undefined ? [] : [slowerThanDeclared(second)]),
  ];
}
