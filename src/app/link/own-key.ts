import type { AssignedColumn } from '../../linkage/roles/assign.js';
import { quoteName, type Store } from '../../store/store.js';
import type { Feature } from './choose-columns.js';

/**
 * The first column of numbers that names every record of a file once: where no column is called an id, such a customer
 * number is one. Numbers somebody declared to be compared stay what they are.
 */
export async function findOwnKey(
  store: Store,
  select: string,
  columns: readonly AssignedColumn[],
  features: readonly Feature[],
  source: number,
): Promise<Feature | undefined> {
  const declared = new Set(columns.filter(({ from }) => from === 'map').map(({ header }) => header));
  for (const feature of features) {
    const header = feature.headers[source];
    if (feature.role !== 'key' || header === undefined || declared.has(header)) continue;
    const name = quoteName(feature.column);
    const [counts] = await store.all<{ rows: number; different: number }>(
      `SELECT count(*) AS "rows", count(DISTINCT ${name}) AS different FROM (${select})`,
    );
    if (counts!.rows > 0 && counts!.rows === counts!.different) return feature;
  }
  return undefined;
}

/** The same features without the column that names the records of one file. */
export const withoutKey = (features: readonly Feature[], own: Feature, source: number): Feature[] =>
  features
    .map((feature) =>
      feature.column === own.column
        ? { ...feature, headers: feature.headers.map((header, i) => (i === source ? undefined : header)) }
        : feature,
    )
    .filter(({ headers }) => headers.some((header) => header !== undefined));
