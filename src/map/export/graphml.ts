import { escapeHtml } from '../../text/escape.js';
import type { EcosystemMap, MapFlow, MapPlace, MapSystem } from '../model.js';

type Value = string | number | boolean | null;
type Data = Readonly<Record<string, Value>>;

const placeOf = (place: MapPlace | null): Data => ({
  file: place?.file ?? null,
  row: place?.row ?? null,
  pointer: place?.pointer ?? null,
});

const nodeData = (
  { lobs, place, system_id: _, ...system }: MapSystem,
  siloNames: ReadonlyMap<string, string>,
): Data => ({
  ...system,
  label: system.name,
  silo: siloNames.get(system.silo_id) ?? null,
  lobs: lobs.join('|') || null,
  ...placeOf(place),
});

const edgeData = ({ flow_id: _, from: __, to: ___, fields, place, ...flow }: MapFlow): Data => ({
  ...flow,
  fields: fields.map(({ target_field }) => target_field).join('|') || null,
  source_fields: fields.map(({ source_field }) => source_field).join('|') || null,
  ...placeOf(place),
});

const types: Readonly<Record<string, string>> = { number: 'long', boolean: 'boolean', string: 'string' };

/** Keys declare what nodes or edges carry; one without any value is left out. */
function keysOf(
  kind: 'node' | 'edge',
  all: readonly Data[],
): { readonly lines: string[]; readonly ids: ReadonlyMap<string, string> } {
  const found = new Map<string, string>();
  for (const data of all)
    for (const [name, value] of Object.entries(data))
      if (value !== null) found.set(name, types[typeof value]!);
  const ids = new Map([...found.keys()].map((name, i) => [name, `${kind[0]}${i}`]));
  const lines = [...found].map(
    ([name, type]) =>
      `  <key id="${ids.get(name)}" for="${kind}" attr.name="${escapeHtml(name)}" attr.type="${type}"/>`,
  );
  return { lines, ids };
}

const dataOf = (data: Data, ids: ReadonlyMap<string, string>): string =>
  Object.entries(data)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<data key="${ids.get(name)}">${escapeHtml(String(value))}</data>`)
    .join('');

/** The map as GraphML, http://graphml.graphdrawing.org/: what yEd, Gephi and most libraries for graphs read. */
export function exportGraphMl(map: EcosystemMap): string {
  const names = new Map(map.silos.map(({ silo_id, name }) => [silo_id, name]));
  const nodes = map.systems.map((system) => nodeData(system, names));
  const edges = map.flows.map(edgeData);
  const [forNodes, forEdges] = [keysOf('node', nodes), keysOf('edge', edges)];
  const id = (text: string): string => escapeHtml(text);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...forNodes.lines,
    ...forEdges.lines,
    `  <graph id="${id(map.ecosystem)}" edgedefault="directed">`,
    ...map.systems.map(
      ({ system_id }, i) => `    <node id="${id(system_id)}">${dataOf(nodes[i]!, forNodes.ids)}</node>`,
    ),
    ...map.flows.map(
      ({ flow_id, from, to }, i) =>
        `    <edge id="${id(flow_id)}" source="${id(from)}" target="${id(to)}">${dataOf(edges[i]!, forEdges.ids)}</edge>`,
    ),
    '  </graph>',
    '</graphml>',
  ];
  return `${lines.join('\n')}\n`;
}
