import { quoteName } from '../../store/store.js';
import type { Feature } from './choose-columns.js';

const full = quoteName('full_name');
/** `Lee, Ann` has the family name first, `Ann Mary Lee` last; one word alone is a family name. */
const family = `CASE WHEN contains(${full}, ',') THEN split_part(${full}, ',', 1) ELSE regexp_extract(trim(${full}), '[^ ]+$') END`;
const given = `nullif(trim(CASE WHEN contains(${full}, ',') THEN substr(${full}, strpos(${full}, ',') + 1)
  ELSE regexp_replace(trim(${full}), ' *[^ ]+$', '') END), '')`;

const halves: ReadonlySet<string> = new Set(['given_name', 'family_name']);

const has = (features: readonly Feature[], column: string, source: number): boolean =>
  features.some((feature) => feature.column === column && feature.headers[source] !== undefined);

/** The file has whole names only, and another has them in halves: they meet as halves. */
export const isSplit = (features: readonly Feature[], source: number): boolean =>
  has(features, 'full_name', source) &&
  ![...halves].some((column) => has(features, column, source)) &&
  features.some(({ column }) => halves.has(column));

/** SQL of both halves of a whole name, as columns. */
export const nameHalves = [`${given} AS given_name`, `trim(${family}) AS family_name`];

/** The features that are compared: halves where a file's whole names were split, the whole where any are left. */
export function splitNames(features: readonly Feature[]): Feature[] {
  const sources = features[0]?.headers.map((_, source) => source) ?? [];
  const split = sources.filter((source) => isSplit(features, source));
  if (split.length === 0) return [...features];
  const whole = features.find(({ column }) => column === 'full_name')!;
  const rest = features.filter(({ column }) => !halves.has(column) && column !== 'full_name');
  const half = (column: 'given_name' | 'family_name'): Feature => {
    const own = features.find((feature) => feature.column === column);
    const headers = sources.map((source) =>
      split.includes(source) ? whole.headers[source] : own?.headers[source],
    );
    return { column, role: column, headers };
  };
  const left = whole.headers.map((header, source) => (split.includes(source) ? undefined : header));
  const isLeft = left.some((header) => header !== undefined);
  return [half('given_name'), half('family_name'), ...(isLeft ? [{ ...whole, headers: left }] : []), ...rest];
}
