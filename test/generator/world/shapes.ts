import { type Blueprint, both, type GatewayPlan, type PointKind, store, system } from './blueprint.js';
import type { Store } from './types.js';

type Link = readonly [string, string, number];
type PointPlan = readonly [string, PointKind, string, string];

const lobs = ['retail', 'cards', 'mortgage', 'savings', 'insurance'];
const silos = ['front', 'middle', 'back'].map((id) => ({ id, name: `${id} office`, owner: `head-of-${id}` }));
const byAccount = (type: string): Partial<Store> => ({
  key: 'account_no',
  space: type as Store['space'],
  keys: ['key.account_no', 'key.customer_no', 'key.national_id_hash'],
});

const hub = (id: string, side: Store['side'], master: boolean): Store =>
  store(id, `Customer hub ${id}`, 'middle', lobs, {
    kind: 'crm',
    side,
    share: 1,
    space: side === 'b' ? 'b' : 'a',
    sends: false,
    master,
  });

/** Stores to build shapes from, by id. */
const pool = [
  store('core', 'Accounts', 'back', ['retail'], { share: 1 }),
  store('cards', 'Cards', 'back', ['cards'], { share: 0.7, ...byAccount('a'), dayOnly: true }),
  store('loans', 'Loans', 'back', ['retail'], { share: 0.5, ...byAccount('a') }),
  store('desk', 'Service desk', 'front', ['retail'], { kind: 'contact_centre', share: 0.6 }),
  store('mortgage', 'Mortgages', 'back', ['mortgage'], { side: 'b', share: 0.8, space: 'b' }),
  store('savings', 'Savings', 'back', ['savings'], { side: 'b', share: 0.7, space: 'b' }),
  store('deposits', 'Term deposits', 'back', ['savings'], { side: 'b', share: 0.6, ...byAccount('b') }),
  store('insurance', 'Insurance', 'back', ['insurance'], {
    side: 'any',
    share: 0.5,
    ...byAccount(''),
    keys: ['key.account_no', 'key.national_id_hash', 'key.email'],
  }),
  store('partner', 'Partner club', 'front', ['cards'], {
    share: 0.4,
    key: 'subscriber_key',
    space: '',
    keys: ['key.subscriber_key', 'key.email'],
    consent: ['email'],
    delivery: false,
  }),
];

const gateways = (reportsTo: string): GatewayPlan[] => [
  ...(['email', 'sms', 'post'] as const).map((channel) => ({
    id: `${channel}-out`,
    channels: [channel],
    name: `Output ${channel}`,
    silo: 'back',
    vendors: channel === 'post' ? ['letterworks', 'paperline'] : [`${channel}-vendor`],
    reportsTo,
    only: [],
  })),
  {
    id: 'partner-out',
    channels: ['email'],
    name: 'Partner mailing',
    silo: 'front',
    vendors: ['clubmail'],
    reportsTo: 'partner',
    only: ['partner'],
  },
];

/** Where customers meet the stores of a shape. */
function pointsOf(ids: readonly string[]): PointPlan[] {
  const all: PointPlan[] = [
    ['core', 'onboarding', 'branch', 'Account opening'],
    ['core', 'preferences', 'branch', 'Choices in the branch'],
    ['cards', 'preferences', 'web', 'Card settings'],
    ['cards', 'contact', 'web', 'Card profile'],
    ['desk', 'contact', 'phone', 'Service desk screen'],
    ['mortgage', 'onboarding', 'branch', 'Mortgage application'],
    ['mortgage', 'preferences', 'web', 'Mortgage settings'],
    ['mortgage', 'income', 'branch', 'Affordability'],
    ['savings', 'contact', 'web', 'Savings profile'],
    ['insurance', 'income', 'web', 'Cover calculator'],
    ['insurance', 'preferences', 'web', 'Insurance settings'],
  ];
  return all.filter(([id]) => ids.includes(id));
}

function shape(
  name: string,
  hubs: readonly Store[],
  ids: readonly string[],
  links: readonly Link[],
  everyone: boolean,
): Blueprint {
  const spokes = pool.filter((candidate) => ids.includes(candidate.id));
  const stores = [...hubs, ...spokes];
  const first = stores[0]!;
  return {
    name,
    lobs,
    silos,
    stores: hubs.length > 0 ? stores : stores.map((one) => (one === first ? { ...one, master: true } : one)),
    points: pointsOf(ids),
    links,
    transit: everyone ? stores.map((one) => one.id) : hubs.map((one) => one.id),
    others: [
      system('ledger', 'Ledger', 'back', 'core'),
      system('fee-engine', 'Fee engine', 'back', 'core'),
      system('rate-engine', 'Rate engine', 'back', 'core'),
      system('composer', 'Composer', 'back', 'composition'),
      system('archive', 'Archive', 'back', 'archive'),
      system('warehouse', 'Warehouse', 'back', 'warehouse'),
      system('reporting', 'Reporting', 'back', 'reporting'),
    ],
    gateways: gateways(first.id),
  };
}

const star = (centre: string, ids: readonly string[]): Link[] =>
  ids.flatMap((id, index) => both(id, centre, 61 + index * 37));
const everyPair = (ids: readonly string[], apart: number): Link[] =>
  ids.flatMap((a, i) =>
    ids
      .slice(i + 1)
      .flatMap((b, j) =>
        apart === 0 || j === 0 || (i + j) % apart < 2 ? both(a, b, 31 + i * 53 + j * 19) : [],
      ),
  );
const ring = (ids: readonly string[]): Link[] =>
  ids.map((id, index) => [id, ids[(index + 1) % ids.length]!, 200 + index * 13] as const);

const aSide = ['core', 'cards', 'loans', 'desk', 'partner'];
const bSide = ['mortgage', 'savings', 'deposits', 'insurance'];
const mixed = ['core', 'cards', 'desk', 'mortgage', 'savings', 'insurance'];

/** Estates of differing structure: central store, spaghetti, chain of files, two merged hubs, federation. */
export const shapes: readonly Blueprint[] = [
  shape(
    'Central store',
    [hub('hub', 'any', true)],
    [...aSide, ...bSide],
    star('hub', [...aSide, ...bSide]),
    false,
  ),
  shape(
    'Point to point',
    [],
    [...mixed, 'loans', 'partner'],
    [...everyPair([...mixed, 'loans'], 3), ...both('partner', 'core', 77)],
    true,
  ),
  shape(
    'Chain of batch files',
    [],
    [...mixed, 'partner'],
    [...ring(mixed), ...both('partner', 'core', 77)],
    true,
  ),
  shape(
    'Two merged hubs',
    [hub('hub-a', 'a', true), hub('hub-b', 'b', false)],
    [...aSide, ...bSide],
    [...star('hub-a', aSide), ...star('hub-b', bSide), ...both('hub-a', 'hub-b', 401)],
    false,
  ),
  shape(
    'Federation',
    [],
    ['core', 'mortgage', 'insurance', 'partner'],
    [...everyPair(['core', 'mortgage', 'insurance'], 0), ...both('partner', 'core', 77)],
    true,
  ),
];
