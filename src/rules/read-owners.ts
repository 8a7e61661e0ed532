import type { Query } from '../store/store.js';

interface OwnerRow extends Record<string, string> {
  node: string;
  owner_id: string;
  name: string;
}

/** The system's own owner, else its silo's, else that of the silo above. */
const systemOwner = 'coalesce(s.owner, l.owner, u.owner)';
const systemJoins = `LEFT JOIN std_silos l ON l.silo_id = s.silo_id
  LEFT JOIN std_silos u ON u.silo_id = l.parent_silo_id`;

const query = `WITH nodes AS (
  SELECT 'system:' || s.system_id AS node, ${systemOwner} AS owner_id FROM std_systems s ${systemJoins}
  UNION ALL
  SELECT 'point:' || p.collection_point_id, ${systemOwner}
  FROM std_collection_points p JOIN std_systems s ON s.system_id = p.system_id ${systemJoins}
  UNION ALL
  SELECT 'comm:' || communication_id, owner FROM std_communications
  UNION ALL
  SELECT 'template:' || t.template_id, coalesce(t.owner, c.owner)
  FROM std_templates t LEFT JOIN std_communications c ON c.communication_id = t.communication_id
),
owned AS (SELECT node, min(owner_id) AS owner_id FROM nodes WHERE owner_id IS NOT NULL GROUP BY node)
SELECT n.node, n.owner_id, coalesce(min(o.name), n.owner_id) AS name
FROM owned n LEFT JOIN std_owners o ON o.owner_id = n.owner_id
GROUP BY n.node, n.owner_id ORDER BY n.node`;

/** Who answers for each system, collection point, communication and template, by `system:x`, `point:p`, `comm:c`, `template:t`. */
export async function readOwners(store: Query): Promise<Map<string, { owner_id: string; name: string }>> {
  const rows = await store.all<OwnerRow>(query);
  return new Map(rows.map(({ node, owner_id, name }) => [node, { owner_id, name }]));
}
