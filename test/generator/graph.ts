import type { Flow, World } from './world/types.js';

/** The quickest way to a system: minutes, whether the value is turned over on it, and the key of its last flow. */
export interface Way {
  readonly latency: number;
  readonly inverted: boolean;
  readonly key: string;
  /** Latencies of its flows, in order. */
  readonly hops: readonly number[];
  readonly flows: readonly string[];
}

/** A path covers itself and what is below it. */
export const covers = (parent: string, child: string): boolean =>
  child === parent || child.startsWith(`${parent}.`);

const rowFor = (flow: Flow, field: string) =>
  flow.fields.find((row) => covers(row.source, field) && row.source === row.target);

/**
 * Quickest ways from one system over flows that carry the field (over all flows when it is empty). `real` leaves out
 * the flows that are declared but broken.
 */
export function waysFrom(world: World, from: string, field: string, real = false): Map<string, Way> {
  const ways = new Map<string, Way>([[from, { latency: 0, inverted: false, key: '', hops: [], flows: [] }]]);
  const open = new Set([from]);
  while (open.size > 0) {
    const here = [...open].reduce((a, b) => (ways.get(b)!.latency < ways.get(a)!.latency ? b : a));
    open.delete(here);
    const way = ways.get(here)!;
    for (const flow of world.flows) {
      if (flow.from !== here || (real && flow.broken)) continue;
      const row = field === '' ? undefined : rowFor(flow, field);
      if (field !== '' && !row) continue;
      const latency = way.latency + flow.latency;
      const known = ways.get(flow.to);
      if (known && known.latency <= latency) continue;
      const inverted = way.inverted !== (row?.transform === 'invert');
      ways.set(flow.to, {
        latency,
        inverted,
        key: row?.keyType ?? '',
        hops: [...way.hops, flow.latency],
        flows: [...way.flows, flow.id],
      });
      open.add(flow.to);
    }
  }
  return ways;
}

/** The world as it runs: with the flows nobody declared, and every flow as slow as it is. */
export const inTruth = (world: World): World => ({
  ...world,
  flows: [...world.flows, ...world.hidden].map((flow) => ({ ...flow, latency: flow.takes ?? flow.latency })),
});

/** Remembers ways per system and field for one state of the world. */
export function wayFinder(world: World, real = false) {
  const known = new Map<string, Map<string, Way>>();
  return (from: string, to: string, field = ''): Way | undefined => {
    const key = `${from}\t${field}`;
    const ways = known.get(key) ?? waysFrom(world, from, field, real);
    known.set(key, ways);
    return ways.get(to);
  };
}

/** Field paths mentioned anywhere that have no mentioned descendant, sorted. */
export function leafFields(world: World): string[] {
  const mentioned = new Set([
    ...world.holdings.map((holding) => holding.field),
    ...world.points.flatMap((point) => point.asks.map((ask) => ask.field)),
    ...world.flows.flatMap((flow) => flow.fields.flatMap((row) => [row.source, row.target])),
    ...world.communications.flatMap((message) => message.fields),
  ]);
  const isParent = (field: string) => [...mentioned].some((other) => other.startsWith(`${field}.`));
  return [...mentioned].filter((field) => !isParent(field)).sort();
}

const systemsWhere = (rows: readonly { system: string }[]): string[] =>
  [...new Set(rows.map((row) => row.system))].sort();

/** C_f: systems where customers or staff change the field. */
export const collectorsOf = (world: World, field: string): string[] =>
  systemsWhere([
    ...world.holdings.filter(
      (row) => covers(row.field, field) && (row.role === 'collects' || row.agentEdits),
    ),
    ...world.points.filter((point) => point.asks.some((ask) => covers(ask.field, field))),
  ]);

const keeping = ['collects', 'holds', 'masters'];
/** H_f: systems that hold the field. */
export const holdersOf = (world: World, field: string): string[] =>
  systemsWhere([
    ...world.holdings.filter((row) => covers(row.field, field) && keeping.includes(row.role)),
    ...world.points.filter((point) => point.asks.some((ask) => covers(ask.field, field))),
  ]);

export const mastersOf = (world: World, field: string): string[] =>
  systemsWhere(world.holdings.filter((row) => covers(row.field, field) && row.role === 'masters'));
