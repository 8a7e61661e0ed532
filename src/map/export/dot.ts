import type { EcosystemMap, MapFlow, MapSystem } from '../model.js';
import { type Branch, carriedBy, siloTree } from './words.js';

/** A string of the DOT language, https://graphviz.org/doc/info/lang.html: a backslash would begin an escape. */
const quote = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\r\n|\r|\n/g, '\\n')}"`;

const attributes = (all: Readonly<Record<string, string | null>>): string => {
  const given = Object.entries(all).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, value]],
  );
  return given.map(([name, value]) => `${name}=${quote(value!)}`).join(', ');
};

const styles: Readonly<Record<MapFlow['status'], string | null>> = {
  active: null,
  planned: 'dashed',
  retired: 'dotted',
};

const nodeLine = ({ system_id, name, kind, technology, declared }: MapSystem): string =>
  `${quote(system_id)} [${attributes({
    label: name,
    tooltip: [system_id, kind, technology].filter(Boolean).join(', '),
    style: declared ? null : 'dashed',
  })}];`;

const edgeLine = (flow: MapFlow): string =>
  `${quote(flow.from)} -> ${quote(flow.to)} [${attributes({
    id: flow.flow_id,
    label: carriedBy([flow]),
    tooltip: [flow.flow_id, flow.mechanism, flow.latency, flow.status].filter(Boolean).join(', '),
    style: styles[flow.status],
  })}];`;

/** Clusters are numbered: only names that begin with `cluster` draw a box. */
function clusterLines({ silo, systems, branches }: Branch, indent: string, next: () => number): string[] {
  const inner = `${indent}  `;
  return [
    `${indent}subgraph cluster_${next()} {`,
    ...(silo.name === '' ? [] : [`${inner}${attributes({ label: silo.name })};`]),
    ...systems.map((system) => `${inner}${nodeLine(system)}`),
    ...branches.flatMap((branch) => clusterLines(branch, inner, next)),
    `${indent}}`,
  ];
}

/** The map in the language of Graphviz: silos are clusters; planned flows dashed, retired ones dotted. */
export function exportDot(map: EcosystemMap): string {
  const { branches, outside } = siloTree(map);
  let clusters = 0;
  const next = () => ++clusters;
  const lines = [
    `digraph ${quote(map.ecosystem)} {`,
    '  rankdir="LR";',
    '  node [shape="box", fontname="sans-serif"];',
    '  edge [fontname="sans-serif", fontsize="10"];',
    ...branches.flatMap((branch) => clusterLines(branch, '  ', next)),
    ...outside.map((system) => `  ${nodeLine(system)}`),
    ...map.flows.map((flow) => `  ${edgeLine(flow)}`),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}
