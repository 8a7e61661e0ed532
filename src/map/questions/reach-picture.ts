import { renderSeconds } from '../../text/numbers.js';
import type { Atlas } from '../estate.js';
import { boxOfRest, drawNetwork } from '../pictures/network.js';
import type { Picture } from '../pictures/picture.js';

/** A system that a change reaches. */
export interface Reached {
  readonly system_id: string;
  /** Seconds; null when a flow on the way states none. */
  readonly latency_s: number | null;
  readonly way: readonly string[];
  /** Seconds when every job has just left; absent where no schedule is known. */
  readonly latest_s?: number | null;
}

/** Boxes a picture shows; the rest is counted. */
const most = 36;

/** Seconds in words. */
export const time = (seconds: number | null): string =>
  seconds === null ? 'time unknown' : renderSeconds(seconds);

/** Who hears of a change, from left to right by the systems it passes. */
export function drawReach(
  atlas: Atlas,
  from: string,
  reached: readonly Reached[],
  about: Omit<Picture, 'width' | 'height' | 'body'>,
): Picture {
  const shown = reached.slice(0, most);
  const ids = new Set([from, ...shown.map(({ system_id }) => system_id)]);
  const edges = new Map<string, { from: string; to: string }>();
  for (const { way } of shown)
    for (const [i, to] of way.slice(1).entries())
      if (ids.has(way[i]!) && ids.has(to)) edges.set(`${way[i]}>${to}`, { from: way[i]!, to });
  const nodes = shown.map(({ system_id, latency_s, way }) => ({
    id: system_id,
    name: atlas.system(system_id).name,
    notes: [atlas.siloOf(system_id), time(latency_s)],
    column: way.filter((id) => ids.has(id)).length - 1,
  }));
  const start = {
    id: from,
    name: atlas.system(from).name,
    notes: [atlas.siloOf(from)],
    kind: 'strong' as const,
    column: 0,
  };
  const column = Math.max(...nodes.map((node) => node.column));
  const rest = boxOfRest(reached.length - shown.length, 'system', { column });
  return drawNetwork(about, [start, ...nodes, ...rest], [...edges.values()]);
}
