import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildEcosystemGraph } from '../src/graph/index.js';
import { isAltering, mappingOf } from '../src/graph/mappings.js';
import type { EcosystemGraph, Flow } from '../src/graph/types.js';

/** How large an estate is made. */
export interface Estate {
  readonly systems: number;
  readonly flows: number;
  readonly fields: number;
  readonly persons: number;
}

type Row = Readonly<Record<string, string | number | boolean>>;

let state = 7;
/** A number from 0 to below 1, the same on every machine. */
const draw = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
};
const below = (n: number): number => Math.floor(draw() * n);
const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

const silos = 20;
const channels = ['email', 'sms', 'push', 'phone', 'post'];
const choices = [...channels.map((channel) => `preference.consent.${channel}`), 'preference.delivery'];
const seconds: Readonly<Record<string, number>> = { PT5M: 300, PT2H: 7200, P1D: 86_400, P20D: 1_728_000 };
const asOf = Date.parse('2026-07-01T00:00:00Z');
const time = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** One system in six keeps choices; the first of each silo is its hub. */
const keepsChoices = (i: number): boolean => i % 6 === 0 || i < silos;

/** Who holds what: those that keep choices most of them, and everyone a few of the rest. */
function heldBy({ systems }: Estate, others: readonly string[]): string[][] {
  return times(systems, (i) => [
    ...(keepsChoices(i) ? choices.filter(() => draw() < 0.7) : []),
    ...new Set(times(4, () => pick(others))),
  ]);
}

/** Most flows are between a silo's hub and its systems, of the rest half between hubs. */
function ends(systems: number): [number, number] {
  const from = below(systems);
  const anywhere = draw() < 0.5 ? below(silos) : below(systems);
  const to = draw() < 0.7 ? from % silos : anywhere;
  if (from === to) return ends(systems);
  return draw() < 0.5 ? [from, to] : [to, from];
}

/** What a flow carries of what its giver holds; choices where the receiver keeps some too. */
function flowAt(i: number, held: readonly (readonly string[])[], others: readonly string[]): Flow {
  const [from, to] = ends(held.length);
  const both = keepsChoices(from) && keepsChoices(to);
  const carried = held[from]!.filter((field) => !choices.includes(field) || (both && draw() < 0.8));
  const stated = pick(['PT5M', 'PT2H', 'P1D', 'P1D', 'P1D', 'P20D']);
  return {
    flowId: `f${i}`,
    from: `s${from}`,
    to: `s${to}`,
    mechanism: stated,
    latency: seconds[stated]!,
    schedule: null,
    fields: [...new Set([...carried, pick(others)])].map((field) => ({
      sourceField: field,
      targetField: field,
      transform: choices.includes(field) && draw() < 0.02 ? 'invert' : 'identity',
      valueMap: '',
      keyType: 'customer_no',
    })),
    source: 0,
    row: i,
  };
}

function roleOf(field: string, system: number): string {
  if (!choices.includes(field)) return pick(['holds', 'holds', 'collects', 'masters']);
  return draw() < 0.4 ? 'collects' : system < silos ? 'masters' : 'holds';
}

function inventoryOf(estate: Estate) {
  const others = times(Math.max(1, estate.fields - choices.length), (i) => `value.f${i}`);
  const held = heldBy(estate, others);
  const ids = held.map((_, i) => `s${i}`);
  const links = times(estate.flows, (i) => flowAt(i, held, others));
  const roles = ids.flatMap((systemId, i) =>
    held[i]!.map((field) => ({ systemId, field, role: roleOf(field, i), agentCanEdit: false })),
  );
  const graph = buildEcosystemGraph(
    {
      systems: ids,
      flows: links,
      systemFields: roles,
      pointFields: [],
      mentionedFields: [...choices, ...others],
    },
    () => 864_000,
  );
  return { ids, links, roles, graph };
}

/** Milliseconds until a choice made in one system stands in another; undefined when it never does. */
function arrival(graph: EcosystemGraph, from: string, to: string, field: string): number | undefined {
  const way = graph.way(from, to, field);
  const isTurned = way?.flows.some((flow) => isAltering(mappingOf(flow, field)?.transform));
  return way && !isTurned ? (way.latency ?? 0) * 1000 : undefined;
}

/** Customers of a few systems each, and their choices in every one of them as flows bring them, or do not. */
function peopleOf({ persons }: Estate, { roles, graph }: ReturnType<typeof inventoryOf>) {
  const holders = new Map(
    choices.map((field) => [field, new Set(roles.filter((r) => r.field === field).map((r) => r.systemId))]),
  );
  const places = [
    ...new Set(roles.filter(({ field }) => choices.includes(field)).map(({ systemId }) => systemId)),
  ];
  const customers: Row[] = [];
  const records: Row[] = [];
  for (let person = 0; person < persons; person++) {
    const subject = { key_type: 'customer_no', subject_key: `C${String(person).padStart(7, '0')}` };
    const known = [...new Set(times(4, () => pick(places)))];
    for (const system_id of known)
      customers.push({
        system_id,
        ...subject,
        email: `person${person}@mail.example`,
        opened_at: '2020-01-01T10:00:00Z',
      });
    for (const field of choices) {
      const holding = known.filter((system) => holders.get(field)!.has(system));
      const changing = holding.filter((system) => graph.collectors(field).includes(system));
      if (changing.length === 0) continue;
      const [isDelivery, channel] = [field === 'preference.delivery', field.split('.').at(-1)!];
      const about = isDelivery
        ? { kind: 'delivery', lob: '*', comm_type: 'statement', channel: '*' }
        : { kind: 'consent', lob: '*', comm_type: 'marketing', channel };
      const [before, after] = isDelivery ? ['paper', 'electronic'] : ['opt_in', 'opt_out'];
      const u = draw() < 0.25 ? pick(changing) : undefined;
      const at = asOf - 86_400_000 * (30 + below(300));
      for (const system_id of holding) {
        const late = u === undefined || system_id === u ? 0 : arrival(graph, u, system_id, field);
        const isNew = u !== undefined && late !== undefined && at + late < asOf;
        const strength = !isNew ? 'imported' : system_id === u ? 'explicit' : 'imported';
        const since = isNew ? at + late : Date.parse('2020-01-01T10:00:00Z');
        records.push({
          system_id,
          ...subject,
          ...about,
          value: (isNew ? after : before)!,
          strength,
          recorded_at: time(since),
          actor_type: 'customer',
        });
      }
    }
  }
  return { customers, records };
}

/** Writes the ecosystem into the folder. */
export function writeEstate(dir: string, estate: Estate): { customers: number; records: number } {
  const inventory = inventoryOf(estate);
  const { customers, records } = peopleOf(estate, inventory);
  const { ids, links, roles } = inventory;
  const tables: Readonly<Record<string, readonly Row[]>> = {
    silos: times(silos, (i) => ({ silo_id: `silo${i}`, name: `Silo ${i}` })),
    systems: ids.map((system_id, i) => ({
      system_id,
      name: system_id,
      silo_id: `silo${i % silos}`,
      lobs: `line${i % silos}`,
    })),
    system_fields: [
      ...roles.map(({ systemId, field, role }) => ({ system_id: systemId, field, role })),
      ...ids.map((system_id) => ({ system_id, field: 'key.customer_no', role: 'holds' })),
    ],
    flows: links.map(({ flowId, from, to, mechanism }) => ({
      flow_id: flowId,
      from_system_id: from,
      to_system_id: to,
      mechanism: 'api',
      latency: mechanism,
      status: 'active',
    })),
    flow_fields: links.flatMap(({ flowId, fields }) =>
      fields.map(({ sourceField, transform, keyType }) => ({
        flow_id: flowId,
        source_field: sourceField,
        target_field: sourceField,
        transform,
        key_type: keyType,
      })),
    ),
    customers,
    preferences: records,
  };
  mkdirSync(dir, { recursive: true });
  for (const [table, rows] of Object.entries(tables)) {
    const names = Object.keys(rows[0]!);
    const lines = rows.map((row) => names.map((name) => row[name]).join());
    writeFileSync(join(dir, `${table}.csv`), `${[names.join(), ...lines].join('\n')}\n`);
  }
  const sources = Object.keys(tables).map((table) => `  - { table: ${table}, file: ${table}.csv }`);
  const shared = `identity: { shared_keys: [{ key_type: customer_no, systems: [${ids.join(', ')}] }] }`;
  writeFileSync(
    join(dir, 'unsilo.yaml'),
    `name: bench\nas_of: "${time(asOf)}"\nagreed_time: P10D\n${shared}\nsources:\n${sources.join('\n')}\n`,
  );
  return { customers: customers.length, records: records.length };
}
