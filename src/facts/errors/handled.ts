import { closedStates } from '../../model/enums.js';

const closed = closedStates.map((word) => `('${word}')`).join(', ');

const isClosed = (alias: string): string =>
  `(${alias}.corrected_at IS NOT NULL OR coalesce(trim(lower(${alias}.status)) IN (SELECT word FROM (VALUES ${closed}) w(word)), false))`;

/**
 * SQL of whether a report was put right; empty where no report at all was, since then nobody keeps their state, and where
 * it has neither a state nor a time.
 */
export const isHandled = (alias: string): string => `
  CASE WHEN ${alias}.corrected_at IS NULL AND ${alias}.status IS NULL THEN NULL
       WHEN (SELECT bool_or(${isClosed('k')}) FROM std_error_reports k) THEN ${isClosed(alias)} END`;

/** SQL of when a report was put right; a correction before the report is none. */
export const handledAt = (alias: string): string =>
  `CASE WHEN ${alias}.corrected_at >= ${alias}.reported_at THEN ${alias}.corrected_at END`;
