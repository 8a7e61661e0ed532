import type { TwinLine, TwinMap, TwinPoint } from '../../model/roadmap-document.js';
import { compareText } from '../../text/compare.js';
import { layered } from '../layout/layered.js';
import { chooseLinks } from './links.js';
import type { TwinSide } from './sides.js';

const width = 124;
const height = (lines: number): number => Math.max(68, 10 + lines * 9);
const gap = { x: 62, y: 14 };

/** A line that leaves and enters boxes level; on one side of one column it bows outwards. */
function curvesOf(points: readonly TwinPoint[]): TwinLine['curves'] {
  return points.slice(1).map((to, i) => {
    const from = points[i]!;
    if (from.x === to.x) {
      const bow = from.x + 18 + Math.min(24, Math.abs(to.y - from.y) / 6);
      return [{ x: bow, y: from.y }, { x: bow, y: to.y }, to] as const;
    }
    const half = (to.x - from.x) / 2;
    return [{ x: from.x + half, y: from.y }, { x: to.x - half, y: to.y }, to] as const;
  });
}

/** Both maps with one layout; nodes that nothing joins to others are left out unless they must hear of something. */
export function drawTwin(of: TwinMap['of'], today: TwinSide, tomorrow: TwinSide): TwinMap | null {
  const every = [...new Set([...today.nodes.keys(), ...tomorrow.nodes.keys()])].sort(compareText);
  const { links, left } = chooseLinks(today, tomorrow, every.length);
  const joined = new Set(links.flatMap(({ a, b }) => [a, b]));
  const ids = every.filter((id) => joined.has(id) || today.heard.has(id) || tomorrow.heard.has(id));
  if (ids.length === 0) return null;
  const place = new Map(ids.map((id, i) => [id, i]));
  const arcs = links.map(({ a, b, weight }) => ({
    from: place.get(a)!,
    to: place.get(b)!,
    weight: 1 + weight,
  }));
  const layout = layered(ids.length, arcs, { width, height, gap });
  const heardOn = ({ nodes, heard }: TwinSide, id: string) =>
    nodes.has(id) ? (heard.get(id) ?? { met: 0, of: 0 }) : null;
  return {
    of,
    partial: false,
    left,
    width: layout.width,
    height: layout.height,
    boxes: ids.map((id, i) => ({
      ...(tomorrow.nodes.get(id) ?? today.nodes.get(id)!),
      ...layout.boxes[i]!,
      width,
      today: heardOn(today, id),
      tomorrow: heardOn(tomorrow, id),
    })),
    lines: links.map(({ today: now, tomorrow: then }, i) => {
      const [from, ...rest] = layout.routes[i]!;
      return { from: from!, curves: curvesOf([from!, ...rest]), today: now, tomorrow: then };
    }),
  };
}
