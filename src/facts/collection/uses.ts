import { covers } from '../../graph/index.js';
import type { EcosystemGraph, Inventory } from '../../graph/types.js';
import type { Query } from '../../store/store.js';

interface Use {
  readonly user: string;
  readonly field: string;
  readonly system: string;
}

/** How many communications and systems use a field that is stored in a system. */
export type CountUses = (system: string, field: string) => number;

/** Reads who uses which field: communications in the systems of their steps, and systems that consume or derive it. */
export async function readUses(
  store: Query,
  graph: EcosystemGraph,
  { systemFields }: Inventory,
): Promise<CountUses> {
  const rows = await store.all<{ communication_id: string; field: string; system_id: string }>(
    `SELECT DISTINCT f.communication_id, f.field, s.system_id
     FROM std_communication_fields f JOIN std_communication_steps s USING (communication_id) ORDER BY 1, 2, 3`,
  );
  const uses: Use[] = [
    ...rows.map((row) => ({
      user: `communication ${row.communication_id}`,
      field: row.field,
      system: row.system_id,
    })),
    ...systemFields
      .filter((entry) => entry.role === 'consumes' || entry.role === 'derives')
      .map((entry) => ({
        user: `system ${entry.systemId}`,
        field: entry.field,
        system: entry.systemId,
      })),
  ];
  return (system, field) => {
    const found = uses.filter((use) => covers(use.field, field) && graph.reaches(system, use.system, field));
    return new Set(found.map((use) => use.user)).size;
  };
}
