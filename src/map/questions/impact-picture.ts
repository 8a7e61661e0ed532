import { countOf } from '../../report/parts/shares.js';
import { channelWords } from '../../report/parts/subject.js';
import { displayWidth } from '../../report/parts/width.js';
import type { Atlas } from '../estate.js';
import { boxOfRest, drawNetwork, type Edge, type Node, noteWidth } from '../pictures/network.js';
import type { Picture } from '../pictures/picture.js';
import type { Harm, Hit } from './failing.js';

/** Boxes of a side. */
const most = 14;

/** What happens to a communication. */
export const fate = ({ stops, starves }: Hit): string =>
  stops === 'all'
    ? 'cannot go out'
    : [
        ...(stops.length > 0 ? [`not by ${stops.map((channel) => channelWords(channel)).join(', ')}`] : []),
        ...(starves.length > 0 ? [`without ${starves.join(', ')}`] : []),
      ].join('; ');

const more = (column: number, left: number, what: string): Node[] =>
  boxOfRest(left, what, { id: `more-${column}`, column });

/** What happens, and to how many: in one line where it fits, so that more of a long name does. */
function notesOf(hit: Harm): string[] {
  if (hit.persons === null) return [fate(hit)];
  const [what, who] = [fate(hit), countOf(hit.persons, 'person')];
  return displayWidth(`${what}, ${who}`) <= noteWidth ? [`${what}, ${who}`] : [what, who];
}

/** The system that fails, those that no longer hear of changes on its left, and the communications that suffer on its right. */
export function drawImpact(
  atlas: Atlas,
  id: string,
  hits: readonly Harm[],
  cut: ReadonlyMap<string, readonly string[]>,
  about: Omit<Picture, 'width' | 'height' | 'body'>,
): Picture {
  const systems = [...cut].slice(0, most);
  const shown = hits.slice(0, most);
  const centre: Node = { id, name: atlas.system(id).name, notes: ['fails'], kind: 'strong', column: 1 };
  const nodes: Node[] = [
    centre,
    ...systems.map(([system, fields]) => ({
      id: system,
      name: atlas.system(system).name,
      notes: [
        atlas.siloOf(system),
        `${countOf(fields.length, 'field')} ${fields.length === 1 ? 'stays' : 'stay'} away`,
      ],
      column: 0,
    })),
    ...more(0, cut.size - systems.length, 'system'),
    ...shown.map((hit) => ({
      id: `comm:${hit.communication.communication_id}`,
      name: hit.communication.name,
      notes: notesOf(hit),
      column: 2,
    })),
    ...more(2, hits.length - shown.length, 'communication'),
  ];
  const edges: Edge[] = [
    ...systems.map(([system]) => ({ from: id, to: system, missing: true })),
    ...shown.map((hit) => ({ from: id, to: `comm:${hit.communication.communication_id}`, missing: true })),
  ];
  return drawNetwork(about, nodes, edges);
}
