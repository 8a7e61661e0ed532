import type { Query } from '../../store/store.js';

/** What an audit says of the ways there are, beside what they carry. */
export interface Structure {
  /** Systems that some way cannot do without, sorted. */
  readonly points: readonly string[];
  /** Flows nothing would miss, sorted. */
  readonly redundant: readonly string[];
}

/** Reads the structure of the ecosystem in a store. */
export async function readStructure(store: Query): Promise<Structure> {
  const points = await store.all<{ id: string }>(
    'SELECT DISTINCT system_id AS id FROM fact_single_points ORDER BY id',
  );
  const flows = await store.all<{ id: string }>(
    'SELECT DISTINCT flow_id AS id FROM fact_redundant_flows ORDER BY id',
  );
  return { points: points.map(({ id }) => id), redundant: flows.map(({ id }) => id) };
}
