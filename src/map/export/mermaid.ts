import { groupBy } from '../../text/group-by.js';
import type { EcosystemMap, MapFlow, MapSystem } from '../model.js';
import { type Branch, carriedBy, siloTree } from './words.js';

/** Everything that could end a label, begin Markdown in it, or be an entity, as a numbered entity of Mermaid. */
const label = (text: string): string => {
  const safe = text
    .replace(/[^\p{L}\p{M}\p{N} .,:/()_+-]/gu, (character) => `#${character.codePointAt(0)};`)
    .replace(/^([\d+-]+)([. ])/, (_, start: string, end: string) => `${start}#${end.codePointAt(0)};`);
  return `"${safe || ' '}"`;
};

const arrows: Readonly<Record<MapFlow['status'], string>> = {
  active: '-->',
  planned: '-.->',
  retired: '-.-x',
};

/** Flows between the same two systems in the same state are one arrow: Mermaid draws few of them well. */
function arrowsOf(flows: readonly MapFlow[]): readonly (readonly MapFlow[])[] {
  const groups = groupBy(flows, (flow) => JSON.stringify([flow.from, flow.to, flow.status]));
  return [...groups.values()];
}

/** What Mermaid draws unless told otherwise by whoever runs it: `maxEdges`. */
const mostArrows = 500;

/** The map as a flowchart, https://mermaid.js.org/syntax/flowchart.html: silos are subgraphs. */
export function exportMermaid(map: EcosystemMap): string {
  const ids = new Map(map.systems.map(({ system_id }, i) => [system_id, `s${i + 1}`]));
  const node = ({ system_id, name }: MapSystem): string => `${ids.get(system_id)}[${label(name)}]`;
  let groups = 0;
  const branchLines = ({ silo, systems, branches }: Branch, indent: string): string[] => [
    `${indent}subgraph g${++groups}[${label(silo.name)}]`,
    ...systems.map((system) => `${indent}  ${node(system)}`),
    ...branches.flatMap((branch) => branchLines(branch, `${indent}  `)),
    `${indent}end`,
  ];
  const arrow = (flows: readonly MapFlow[]): string => {
    const { from, to, status } = flows[0]!;
    const carried = carriedBy(flows);
    return `  ${ids.get(from)} ${arrows[status]}${carried === '' ? '' : `|${label(carried)}|`} ${ids.get(to)}`;
  };
  const { branches, outside } = siloTree(map);
  const all = arrowsOf(map.flows);
  const tooMany = `  %% ${all.length} arrows: set maxEdges of Mermaid, which draws ${mostArrows} at most unless told otherwise`;
  const lines = [
    'flowchart LR',
    ...(all.length > mostArrows ? [tooMany] : []),
    ...branches.flatMap((branch) => branchLines(branch, '  ')),
    ...outside.map((system) => `  ${node(system)}`),
    ...all.map(arrow),
  ];
  return `${lines.join('\n')}\n`;
}
