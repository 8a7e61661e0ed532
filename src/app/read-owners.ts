import type { Owner } from '../findings/context.js';
import type { Query } from '../store/store.js';

/** Who answers for `system:x`, `point:p`, `comm:c` and `template:t`: a point is its system's, a system its silo's. */
export async function readOwners(store: Query): Promise<ReadonlyMap<string, Owner>> {
  const rows = await store.all<{ node: string; owner_id: string; name: string }>(
    `WITH system_owners AS (
       SELECT s.system_id, coalesce(min(s.owner), min(l.owner)) AS owner
       FROM std_systems s LEFT JOIN std_silos l ON l.silo_id = s.silo_id GROUP BY s.system_id),
     nodes AS (
       SELECT 'system:' || system_id AS node, owner FROM system_owners
       UNION ALL
       SELECT 'point:' || p.collection_point_id, min(s.owner)
       FROM std_collection_points p JOIN system_owners s ON s.system_id = p.system_id GROUP BY p.collection_point_id
       UNION ALL
       SELECT 'comm:' || communication_id, min(owner) FROM std_communications GROUP BY communication_id
       UNION ALL
       SELECT 'template:' || template_id, min(owner) FROM std_templates GROUP BY template_id)
     SELECT n.node, n.owner AS owner_id, coalesce(min(o.name), n.owner) AS name
     FROM nodes n LEFT JOIN std_owners o ON o.owner_id = n.owner
     WHERE n.owner IS NOT NULL GROUP BY n.node, n.owner ORDER BY n.node`,
  );
  return new Map(rows.map(({ node, ...owner }) => [node, owner]));
}
