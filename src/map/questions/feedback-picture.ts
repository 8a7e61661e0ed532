import type { Atlas, Loop } from '../estate.js';
import { boxOfRest, drawNetwork, type Edge, type Node } from '../pictures/network.js';
import type { Picture } from '../pictures/picture.js';

/** Boxes of a side; more are no picture any more. */
const most = 20;

type End = 'from' | 'to';

/** The box of a system: its own, or the one that counts those left out. */
function boxesOf(loops: readonly Loop[], end: End): (id: string) => string {
  const own = new Set([...new Set(loops.map((loop) => loop[end]))].slice(0, most));
  return (id) => (own.has(id) ? `${end}:${id}` : `${end}-more`);
}

function told(loops: readonly Loop[], end: End, id: string): string {
  const own = loops.filter((loop) => loop[end] === id);
  const broken = own.filter(({ present }) => !present).length;
  return `${broken} of ${own.length} ${end === 'from' ? 'do not get out' : 'do not arrive'}`;
}

/** The systems at one end, in order of the loops; those left out are counted in a box of their own. */
function side(atlas: Atlas, loops: readonly Loop[], end: End, column: number): Node[] {
  const ids = [...new Set(loops.map((loop) => loop[end]))];
  const nodes = ids.slice(0, most).map((id) => ({
    id: `${end}:${id}`,
    name: atlas.system(id)?.name ?? id,
    notes: [told(loops, end, id)],
    column,
  }));
  return [...nodes, ...boxOfRest(ids.length - nodes.length, 'system', { id: `${end}-more`, column })];
}

/** Where outcomes are seen on the left, who must know of them on the right; a line is missing where one of its outcomes is. */
export function drawFeedback(
  atlas: Atlas,
  loops: readonly Loop[],
  about: Omit<Picture, 'width' | 'height' | 'body'>,
): Picture {
  const [giver, taker] = [boxesOf(loops, 'from'), boxesOf(loops, 'to')];
  const edges = new Map<string, Edge>();
  for (const loop of loops) {
    const [from, to] = [giver(loop.from), taker(loop.to)];
    const key = JSON.stringify([from, to]);
    const missing = !loop.present || (edges.get(key)?.missing ?? false);
    edges.set(key, { from, to, missing });
  }
  const nodes = [...side(atlas, loops, 'from', 0), ...side(atlas, loops, 'to', 1)];
  return drawNetwork(about, nodes, [...edges.values()]);
}
