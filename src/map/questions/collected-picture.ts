import type { Atlas } from '../estate.js';
import type { MapPoint } from '../model.js';
import { boxOfRest, drawNetwork, type Node } from '../pictures/network.js';
import type { Picture } from '../pictures/picture.js';
import { carries } from './answer.js';

/** Systems drawn. */
const most = 36;

/** Who has to do with a field. */
export interface Collected {
  readonly field: string;
  readonly points: readonly MapPoint[];
  readonly collectors: readonly string[];
  readonly holders: readonly string[];
  readonly masters: readonly string[];
  /** Groups of collectors that no other collector feeds; more than one: collected twice. */
  readonly groups: readonly (readonly string[])[];
}

/** What a system does with the field. */
export function roleOf({ flows }: Atlas, id: string, collected: Collected): string {
  const { field, collectors, masters, holders, groups } = collected;
  const group = groups.findIndex((members) => members.includes(id));
  const parts = [
    ...(masters.includes(id) ? ['masters'] : []),
    ...(collectors.includes(id)
      ? [groups.length > 1 && group >= 0 ? `collects, group ${group + 1}` : 'collects']
      : []),
  ];
  if (parts.length > 0) return parts.join(', ');
  if (holders.includes(id)) return 'holds a copy';
  return flows.some((flow) => flow.from === id && carries(flow, field)) ? 'passes it on' : 'receives it';
}

/** Who tells whom; those who collect it stand out. */
export function drawCollected(
  atlas: Atlas,
  collected: Collected,
  ids: readonly string[],
  about: Omit<Picture, 'width' | 'height' | 'body'>,
): Picture {
  const shown = ids.slice(0, most);
  const nodes: Node[] = shown.map((id) => ({
    id,
    name: atlas.system(id).name,
    notes: [atlas.siloOf(id), roleOf(atlas, id, collected)],
    ...(collected.collectors.includes(id) && { kind: 'strong' as const }),
  }));
  const rest = boxOfRest(ids.length - most, 'system');
  const pairs = new Map(
    atlas.flows
      .filter((flow) => carries(flow, collected.field))
      .map(({ from, to }) => [`${from}>${to}`, { from, to }]),
  );
  return drawNetwork(about, [...nodes, ...rest], [...pairs.values()]);
}
