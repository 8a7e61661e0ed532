import { compute as computeCollection } from '../src/facts/collection/index.js';
import type { FactContext } from '../src/facts/context.js';
import { computeEstate } from '../src/facts/estate/index.js';
import { compute as computeFeedback } from '../src/facts/feedback/index.js';
import { resolveIdentity } from '../src/facts/identity/index.js';
import { agreedSeconds, readInventory } from '../src/facts/inventory.js';
import { compute as computeMap } from '../src/facts/map/index.js';
import { buildEcosystemGraph } from '../src/graph/index.js';
import { configSchema } from '../src/model/config.js';
import { tables } from '../src/model/tables/index.js';
import type { Query, Row, Store } from '../src/store/store.js';
import { openStdStore } from '../test/facts/store.js';

/** `npx tsx .config/bench-graph.ts [systems flows fields]`: all facts about ways over a seeded estate. */
const [systems = 500, flows = 3000, fields = 40] = process.argv.slice(2).map(Number);

let state = 7;
/** A number from 0 to below 1, the same on every machine. */
const draw = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
};
const below = (n: number): number => Math.floor(draw() * n);
const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

const roots = ['preference.consent', 'preference.delivery', 'contact', 'person', 'value'];
const names = times(fields, (i) => `${roots[i % roots.length]}.f${i}`);
const ids = times(systems, (i) => `s${i}`);
const silo = (i: number): number => i % 30;

/** Two in three flows stay in their silo; the first system of each silo is its hub. */
function ends(): [number, number] {
  const from = below(systems);
  const near = silo(from) + 30 * below(Math.floor(systems / 30));
  const to = draw() < 0.66 ? near : below(30);
  return draw() < 0.5 ? [from, to] : [to, from];
}

const schedules = [null, null, '0 2 * * * Europe/London', '30 5 * * 1-5', '0 */4 * * *', '0 3 1 * *'];
const held = ids.map(() => [...new Set(times(3 + below(5), () => pick(names)))]);
const links = times(flows, (i) => ({ id: `f${i}`, ends: ends() }));

const inventory: Record<string, Row[]> = {
  systems: ids.map((system_id, i) => ({ system_id, name: system_id, silo_id: `silo${silo(i)}` })),
  system_fields: ids.flatMap((system_id, i) =>
    held[i]!.map((field) => ({
      system_id,
      field,
      role: pick(['holds', 'holds', 'holds', 'masters', 'collects', 'consumes']),
      agent_can_edit: draw() < 0.05,
      fill_rate: draw() < 0.5 ? draw().toFixed(2) : null,
    })),
  ),
  flows: links.map(({ id, ends: [from, to] }) => ({
    flow_id: id,
    from_system_id: ids[from]!,
    to_system_id: ids[to]!,
    mechanism: pick(['stream', 'api', 'batch', 'file', 'manual']),
    latency: pick(['PT5M', 'PT30M', 'PT2H', 'PT12H', 'P1D', 'P4D', null]),
    schedule: pick(schedules),
  })),
  flow_fields: links.flatMap(({ id, ends: [from] }) =>
    [...new Set([...held[from]!.slice(0, 3), ...times(3, () => pick(names))])].map((field) => ({
      flow_id: id,
      source_field: field,
      target_field: field,
      transform: 'identity',
    })),
  ),
  collection_points: times(200, (i) => ({
    collection_point_id: `p${i}`,
    name: `p${i}`,
    system_id: pick(ids),
    process: 'service',
    persons_per_month: below(5000),
  })),
  collection_point_fields: times(600, (i) => ({
    collection_point_id: `p${i % 200}`,
    field: names[(i * 7) % fields]!,
  })),
  channels: ['email', 'sms', 'post'].map((channel, i) => ({
    channel_id: channel,
    channel,
    system_id: ids[i]!,
  })),
  communications: times(100, (i) => ({
    communication_id: `c${i}`,
    name: `c${i}`,
    comm_type: 'notice',
    lob: 'retail',
    regulatory: i % 3 === 0,
  })),
  communication_steps: times(400, (i) => ({
    communication_id: `c${i >> 2}`,
    channel: 'email',
    ordinal: (i % 4) + 1,
    system_id: i % 4 === 3 ? ids[0]! : pick(ids),
    kind: ['source', 'process', 'composition', 'delivery'][i % 4]!,
  })),
};

const config = configSchema.parse({ name: 'bench', sources: [{ table: 'systems', file: 'systems.csv' }] });
const print = (name: string, value: string): void =>
  void process.stdout.write(`${name.padEnd(44)}${value}\n`);

interface Measured {
  readonly clock: number;
  /** Of all processors together: on a machine with other work it says more than the clock. */
  readonly processor: number;
}

async function measure(name: string, work: () => Promise<unknown>): Promise<Measured> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  const measured = { clock: performance.now() - start, processor: (user + system) / 1000 };
  print(name, `${Math.round(measured.clock)} ms, ${Math.round(measured.processor)} ms of processors`);
  return measured;
}

/** What every machine can do alike: all shortest ways among the systems after Floyd and Warshall, on numbers alone. */
async function reference(): Promise<void> {
  const ways = Float64Array.from({ length: systems * systems }, () => 1 + below(1000));
  for (let k = 0; k < systems; k++)
    for (let i = 0; i < systems; i++) {
      const head = ways[i * systems + k]!;
      for (let j = 0; j < systems; j++) {
        const way = head + ways[k * systems + j]!;
        if (way < ways[i * systems + j]!) ways[i * systems + j] = way;
      }
    }
}

type Module = readonly [string, (store: Query, context: FactContext) => Promise<void>];
const modules: readonly Module[] = [
  ['ways and what they do together', computeMap],
  ['collection', computeCollection],
  ['estate', computeEstate],
  ['feedback', computeFeedback],
];

async function computeAll(store: Store): Promise<void> {
  const found: FactContext[] = [];
  await measure('reading the inventory', async () => {
    const inventory = await readInventory(store);
    const graph = buildEcosystemGraph(inventory, agreedSeconds(config));
    found.push({ config, asOf: '2026-07-01T00:00:00Z', inventory, graph });
  });
  const context = found[0]!;
  for (const [name, compute] of modules) await measure(name, () => compute(store, context));
}

/** The inventory as loading leaves it; rows count from 2. */
async function load(): Promise<Store> {
  const store = await openStdStore();
  for (const [table, rows] of Object.entries(inventory)) {
    const source = tables.findIndex(({ name }) => name === table) + 1;
    const columns = Object.keys(rows[0]!);
    const values = rows.map((row, i) => [...columns.map((column) => row[column] ?? null), source, i + 2]);
    await store.insert(`std_${table}`, [...columns, '_source', '_row'], values);
  }
  await resolveIdentity(store, config);
  return store;
}

const store = await load();
print('estate', `${systems} systems, ${flows} flows, ${fields} fields`);
const alone = await measure('reference: all shortest ways', reference);
const all = await measure('all graph facts', () => computeAll(store));
print(
  'ratio',
  `${(all.clock / alone.clock).toFixed(1)}, of processors ${(all.processor / alone.processor).toFixed(1)}`,
);
const counts = [
  'demands',
  'reach',
  'sync_groups',
  'bottlenecks',
  'flow_loads',
  'redundant_flows',
  'double_entry',
  'circles',
  'corrections',
  'one_way',
  'feedback',
  'collection',
];
for (const name of counts) {
  const [row] = await store.all<{ n: number }>(`SELECT count(*) AS n FROM fact_${name}`);
  print(`rows of fact_${name}`, String(row!.n));
}
store.close();
