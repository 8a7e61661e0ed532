import type { Blueprint } from './blueprint.js';
import { buildCommunications } from './communications.js';
import { buildFlows } from './flows.js';
import { buildHoldings } from './holdings.js';
import { buildPoints } from './points.js';
import { noTrouble } from './trouble.js';
import type { Gateway, System, World } from './types.js';

const cost: Record<string, string> = {
  email: '0.002',
  sms: '0.045',
  push: '0.001',
  post: '0.92',
  phone: '1.80',
};

const buildGateways = (plan: Blueprint): Gateway[] =>
  plan.gateways.flatMap((gateway) =>
    gateway.channels.map((channel) => ({
      id: `${gateway.id}-${channel}`,
      channel,
      system: gateway.id,
      vendors: gateway.vendors,
      cost: cost[channel] ?? '0.01',
      only: gateway.only,
    })),
  );

const gatewaySystems = (plan: Blueprint): System[] =>
  plan.gateways.map(({ id, name, silo, vendors }) => ({
    id,
    name,
    silo,
    lobs: [],
    kind: 'delivery',
    vendor: vendors.join(' and '),
  }));

/** The world without faults: every demand met, every loop closed, everything asked is used. */
export function buildWorld(plan: Blueprint): World {
  const points = buildPoints(plan);
  const gateways = buildGateways(plan);
  const communications = buildCommunications(plan, gateways);
  return {
    name: plan.name,
    life: plan.life,
    lobs: plan.lobs,
    silos: plan.silos,
    systems: [...plan.stores, ...plan.others, ...gatewaySystems(plan)],
    stores: structuredClone(plan.stores) as World['stores'],
    flows: buildFlows(plan, points, communications),
    hidden: [],
    holdings: buildHoldings(plan, points),
    points,
    gateways,
    communications,
    reimports: [],
    failing: [],
    errors: [],
    trouble: noTrouble(),
  };
}
