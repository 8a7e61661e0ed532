import { covers } from '../../graph/index.js';
import type { EcosystemGraph } from '../../graph/types.js';
import type { Query } from '../../store/store.js';
import { rowCode } from '../evidence.js';

type AskedRow = {
  point: string;
  system: string;
  process: string | null;
  persons: number | null;
  path: string;
  required: boolean;
  prefilled: boolean;
  duty: string | null;
  code: number;
};

/** One field asked at one point. */
export interface Asked extends AskedRow {
  /** Leaf field. */
  readonly field: string;
  /** Every row of the inventory that asks it. */
  readonly codes: readonly number[];
}

/** What is asked where. A parent path asks all its leaves; where several rows ask a leaf, the longest path speaks. */
export async function readAsked(store: Query, graph: EcosystemGraph): Promise<Asked[]> {
  const rows = await store.all<AskedRow>(
    `SELECT p.collection_point_id AS point, p.system_id AS system, p.process, p.persons_per_month AS persons,
            f.field AS path, coalesce(f.required, false) AS required, coalesce(f.prefilled, false) AS prefilled,
            f.legal_duty AS duty, ${rowCode('f')} AS code
     FROM std_collection_point_fields f JOIN std_collection_points p USING (collection_point_id)
     ORDER BY point, length(f.field) DESC, code, ${rowCode('p')}`,
  );
  const asked = new Map<string, Asked>();
  for (const row of rows)
    for (const field of graph.fields.filter((leaf) => covers(row.path, leaf))) {
      const key = JSON.stringify([row.point, field]);
      const known = asked.get(key) ?? { ...row, field, codes: [] };
      asked.set(key, { ...known, codes: [...known.codes, row.code] });
    }
  return [...asked.values()];
}
