/** Systems with their silo, each once. */
export const homes = `(SELECT system_id, min(silo_id) AS silo_id FROM std_systems GROUP BY system_id)`;

/** Groups by silo and as a whole; `whole` tells the latter from systems without a silo. */
export const bySilo = `GROUP BY GROUPING SETS ((silo_id), ())`;
export const isWhole = 'GROUPING(silo_id) = 1';

/** A row of such a result. */
export interface SiloRow {
  readonly whole: boolean;
  readonly silo_id: string | null;
}

/** The silo a row is about: null is the whole, undefined what belongs to no silo. */
export const siloOf = ({ whole, silo_id: silo }: SiloRow): string | null | undefined =>
  whole ? null : (silo ?? undefined);
