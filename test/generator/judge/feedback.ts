import { holdersOf, leafFields, mastersOf, wayFinder } from '../graph.js';
import { stepsOf } from '../world/steps.js';
import type { World } from '../world/types.js';
import type { Label } from './types.js';

const agreed = 10 * 24 * 60;
const contactOf: Record<string, string> = {
  email: 'contact.email',
  sms: 'contact.phone',
  post: 'contact.postal_address',
};
const toSender: Record<string, readonly string[]> = {
  email: ['bounced', 'complained'],
  sms: ['bounced'],
  post: [],
};
const toMaster: Record<string, readonly string[]> = {
  email: ['bounced', 'unsubscribed'],
  sms: ['unsubscribed'],
  post: ['returned', 'address_changed'],
};

interface Demand {
  readonly from: string;
  readonly to: string;
  readonly outcome: string;
  /** Fields over which the outcome may travel besides its own. */
  readonly over: readonly string[];
}

function deliveryDemands(world: World): Demand[] {
  const routes = world.communications.flatMap((message) =>
    stepsOf(world, message)
      .filter((step) => step.kind === 'delivery')
      .map((step) => ({ gateway: step.system, channel: step.channel, sender: message.process })),
  );
  const demand = (from: string, to: string, outcome: string): Demand => ({ from, to, outcome, over: [] });
  return [
    ...routes.flatMap(({ gateway, channel, sender }) =>
      (toSender[channel] ?? []).map((outcome) => demand(gateway, sender, outcome)),
    ),
    ...world.gateways.flatMap(({ system, channel }) =>
      (toMaster[channel] ?? []).flatMap((outcome) => {
        const field = outcome === 'unsubscribed' ? `preference.consent.${channel}` : contactOf[channel]!;
        return mastersOf(world, field).map((master) => demand(system, master, outcome));
      }),
    ),
  ];
}

const correctionDemands = (world: World): Demand[] =>
  leafFields(world).flatMap((field) =>
    holdersOf(world, field)
      .filter((system) =>
        world.holdings.some((row) => row.system === system && row.field === field && row.agentEdits),
      )
      .flatMap((from) =>
        mastersOf(world, field).map((to) => ({ from, to, outcome: 'corrected', over: [field] })),
      ),
  );

/** Rule feedback/missing: outcomes that must come back and do not, or not in time. */
export function feedbackLabels(world: World): Label[] {
  const ways = wayFinder(world);
  const missing = [...deliveryDemands(world), ...correctionDemands(world)].filter(
    ({ from, to, outcome, over }) =>
      from !== to &&
      ![`outcome.${outcome}`, ...over].some(
        (field) => (ways(from, to, field)?.latency ?? Infinity) <= agreed,
      ),
  );
  const subjects = new Set(missing.map(({ from, to, outcome }) => `pair:${from}>${to}/outcome.${outcome}`));
  return [...subjects].map((subject) => ({ rule: 'feedback/missing', subject, cause: null, persons: 0 }));
}
