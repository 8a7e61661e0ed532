import type { Finding } from '../model/finding.js';
import type { Hit } from '../model/hit.js';
import type { Owner } from './context.js';

type Role = Finding['owners'][number]['role'];

/** The nodes that answer for a hit: both ends of a pair, else the subject's own node, else the last system of the path. */
function answering({ subject, path }: Hit, owners: ReadonlyMap<string, Owner>): (readonly [Role, string])[] {
  const [, from, to] = /^pair:([^>]*)>([^/]*)\//.exec(subject) ?? [];
  if (from !== undefined && to !== undefined)
    return from === to
      ? [['owner', `system:${from}`]]
      : [
          ['giver', `system:${from}`],
          ['receiver', `system:${to}`],
        ];
  const node = subject.split('/')[0]!;
  return [['owner', owners.has(node) ? node : `system:${path.at(-1)}`]];
}

/** Who is to act; empty where the inventory names nobody. */
export const ownersOf = (hit: Hit, owners: ReadonlyMap<string, Owner>): Finding['owners'] =>
  answering(hit, owners).flatMap(([role, node]) => {
    const owner = owners.get(node);
    return owner ? [{ role, owner_id: owner.owner_id, name: owner.name }] : [];
  });
