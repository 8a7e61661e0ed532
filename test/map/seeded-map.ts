import type { EcosystemMap, MapFlow, MapSystem } from '../../src/map/model.js';
import { fieldNames, siloNames, systemNouns } from './seeded-words.js';

/** Numbers from 0 to below 1 that depend on the seed alone (Mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Size {
  readonly systems: number;
  readonly flows: number;
  readonly fields: number;
  readonly silos: number;
  readonly seed: number;
}

type Draw = <T>(list: readonly T[]) => T;
const mechanisms = ['stream', 'api', 'api', 'batch', 'batch', 'file', 'manual'] as const;
const latencies = ['PT5M', 'PT30M', 'PT2H', 'PT12H', 'P1D', 'P2D', 'P7D', null] as const;
const seconds: Readonly<Record<string, number>> = {
  PT5M: 300,
  PT30M: 1800,
  PT2H: 7200,
  PT12H: 43_200,
  P1D: 86_400,
  P2D: 172_800,
  P7D: 604_800,
};

function makeSystem(index: number, silos: number, draw: () => number): MapSystem {
  const silo = index < silos ? index : Math.floor(draw() ** 1.6 * silos);
  const [kind, noun] = systemNouns[Math.floor(index / silos) % systemNouns.length]!;
  const id = `s${String(index).padStart(3, '0')}`;
  return {
    system_id: id,
    name: `${siloNames[silo]} ${noun}${index >= silos * systemNouns.length ? ` ${Math.floor(index / (silos * systemNouns.length)) + 1}` : ''}`,
    silo_id: `silo-${silo}`,
    lobs: [],
    kind,
    owner: `owner-${silo}`,
    vendor: null,
    technology: null,
    end_of_support: null,
    deduplicated: null,
    legacy: draw() < 0.1,
    declared: true,
    persons: draw() < 0.4 ? Math.floor(draw() * 90_000) : null,
    place: { file: 'systems.csv', row: index + 2 },
  };
}

/** Most flows stay in the silo, some run through the first systems of all silos, few go anywhere. */
function pickEnds(systems: readonly MapSystem[], silos: number, draw: () => number): [MapSystem, MapSystem] {
  const any = (list: readonly MapSystem[]): MapSystem => list[Math.floor(draw() * list.length)]!;
  const from = any(systems);
  const kind = draw();
  const near = systems.filter((system) => system.silo_id === from.silo_id);
  const to = kind < 0.66 ? any(near) : kind < 0.9 ? systems[Math.floor(draw() ** 2 * silos)]! : any(systems);
  return draw() < 0.5 ? [from, to] : [to, from];
}

function makeFlows(systems: readonly MapSystem[], size: Size, draw: () => number): MapFlow[] {
  const pick: Draw = (list) => list[Math.floor(draw() * list.length)]!;
  const flows: MapFlow[] = [];
  while (flows.length < size.flows) {
    const [from, to] = pickEnds(systems, size.silos, draw);
    const latency = pick(latencies);
    const fields = new Set(
      Array.from({ length: 1 + Math.floor(draw() * 6) }, () => pick(fieldNames.slice(0, size.fields))),
    );
    if (from === to) continue;
    flows.push({
      flow_id: `f${String(flows.length).padStart(4, '0')}`,
      from: from.system_id,
      to: to.system_id,
      mechanism: pick(mechanisms),
      latency,
      latency_s: latency === null ? null : seconds[latency]!,
      schedule: null,
      status: draw() < 0.04 ? 'planned' : 'active',
      owner: null,
      unit_cost: null,
      fields: [...fields].sort().map((field) => ({
        source_field: field,
        target_field: field,
        transform: 'identity',
        value_map: null,
        key_type: null,
      })),
      place: { file: 'flows.csv', row: flows.length + 2 },
    });
  }
  return flows;
}

/** An inventory of any size, the same for the same seed. */
export function seededMap(size: Size): EcosystemMap {
  const draw = seeded(size.seed);
  const systems = Array.from({ length: size.systems }, (_, i) => makeSystem(i, size.silos, draw));
  const flows = makeFlows(systems, size, draw);
  const fields = fieldNames.slice(0, size.fields);
  const roles = ['holds', 'holds', 'holds', 'masters', 'collects', 'consumes'] as const;
  const pick: Draw = (list) => list[Math.floor(draw() * list.length)]!;
  return {
    $schema: 'unsilo/src/schema/map.json',
    schema_version: 1,
    ecosystem: `Seeded bank of ${size.systems} systems`,
    as_of: '2026-07-01T00:00:00.000Z',
    silos: Array.from({ length: size.silos }, (_, i) => ({
      silo_id: `silo-${i}`,
      name: siloNames[i]!,
      owner: `owner-${i}`,
      sponsor: null,
      parent_silo_id: null,
      place: { file: 'silos.csv', row: i + 2 },
    })),
    systems,
    flows,
    system_fields: systems.flatMap(({ system_id }) =>
      [...new Set(Array.from({ length: 1 + Math.floor(draw() * 4) }, () => pick(fields)))]
        .sort()
        .map((field) => ({
          system_id,
          field,
          role: pick(roles),
          agent_can_edit: draw() < 0.1,
          fill_rate: null,
        })),
    ),
    fields: [...fields].sort().map((field) => ({ field, agreed_s: 864_000 })),
    channels: [],
    communications: [],
    collection_points: [],
    owners: siloNames.map((name, i) => ({ owner_id: `owner-${i}`, name: `Head of ${name}` })),
  };
}
