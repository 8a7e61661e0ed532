import { createRequire } from 'node:module';

/** The engine's package. Imported, each of its hundred files would first be searched for the names it exports. */
export const duckdb = createRequire(import.meta.url)('@duckdb/node-api') as typeof import('@duckdb/node-api');
