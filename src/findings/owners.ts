import type { Finding } from '../model/finding.js';
import type { Hit } from '../model/hit.js';
import type { Context, Owner } from './context.js';

type About = Pick<Hit, 'subject' | 'path' | 'args'>;
type Role = Finding['owners'][number]['role'];

/**
 * The nodes that answer for a hit: both ends of a pair, else the subject's own node, else the systems of the arg
 * `system_ids`, else the last system of the path.
 */
function answering(
  { subject, path, args }: About,
  owners: ReadonlyMap<string, Owner>,
): (readonly [Role, string])[] {
  const [, from, to] = /^pair:([^>]*)>([^/]*)\//.exec(subject) ?? [];
  if (from !== undefined && to !== undefined)
    return from === to
      ? [['owner', `system:${from}`]]
      : [
          ['giver', `system:${from}`],
          ['receiver', `system:${to}`],
        ];
  const node = subject.split('/')[0]!;
  if (owners.has(node)) return [['owner', node]];
  const systems = Array.isArray(args.system_ids) ? args.system_ids : path.slice(-1);
  return systems.map((system) => ['owner', `system:${system}`] as const);
}

/** Who is to act, each once in a role; empty where the inventory names nobody. */
export function ownersOf(hit: About, owners: ReadonlyMap<string, Owner>): Finding['owners'] {
  const all = answering(hit, owners).flatMap(([role, node]) => {
    const owner = owners.get(node);
    return owner ? [{ role, owner_id: owner.owner_id, name: owner.name }] : [];
  });
  const isFirst = (one: (typeof all)[number], i: number): boolean =>
    all.findIndex(({ role, owner_id }) => role === one.role && owner_id === one.owner_id) === i;
  return all.filter(isFirst);
}

/** Whom `unsilo.yaml` assigns a finding to, by id or name as the inventory has them, else as written there. */
export function assignedTo(
  fingerprint: string,
  { config, owners }: Pick<Context, 'config' | 'owners'>,
): Finding['owners'] | undefined {
  const assigned = config.assigned?.[fingerprint];
  if (assigned === undefined) return undefined;
  const known = [...owners.values()].find((one) => one.owner_id === assigned || one.name === assigned);
  const { owner_id, name } = known ?? { owner_id: assigned, name: assigned };
  return [{ role: 'owner', owner_id, name }];
}
