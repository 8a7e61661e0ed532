import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type AsOf, readAsOf } from '../facts/as-of.js';
import { readCoverage } from '../facts/coverage.js';
import { computeFacts } from '../facts/index.js';
import type { Loaded } from '../sources/index.js';
import { readBuild } from '../sources/read-build.js';
import { exists, makeFile, markUsed } from '../sources/read-store.js';
import { engineVersion, keepTables, openKept } from '../store/keep.js';
import type { Store } from '../store/store.js';

/** What the facts say of the run as a whole. */
export interface FactBase {
  readonly asOf: AsOf;
  readonly coverage: Awaited<ReturnType<typeof readCoverage>>;
}

/** What facts are computed from, besides the relations. */
export interface FactInputs extends Loaded {
  /** RFC 3339 in UTC, when the user set it. */
  readonly asOf?: string;
  /** Tables that come with the packs. */
  readonly tables: unknown;
}

/** Changes with everything facts depend on; what only rules and judgement read is left out. */
function keyOf({ config, inputs, asOf, tables }: FactInputs, build: string, engine: string): string {
  const { name, rules, require, due, packs, limits, ...rest } = config;
  const parts = [rest, inputs, asOf ?? null, tables, build, engine];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Bytes of sources from which facts cost more to compute again than to keep. */
const worthKeeping = 4 * 2 ** 20;

/** Where the facts of these inputs are kept; undefined when they are not. */
async function placeOf(store: Store, from: FactInputs, folder: string): Promise<string | undefined> {
  const bytes = from.inputs.reduce((sum, input) => sum + input.bytes, 0);
  const build = bytes < worthKeeping ? undefined : await readBuild();
  if (build === undefined) return undefined;
  return join(folder, `facts-${keyOf(from, build, await engineVersion(store))}.duckdb`);
}

async function compute(store: Store, { config, asOf: stated }: FactInputs): Promise<FactBase> {
  const asOf = await readAsOf(store, config, stated);
  await computeFacts(store, { config, asOf: asOf.time });
  return { asOf, coverage: await readCoverage(store) };
}

async function keep(store: Store, base: FactBase, path: string): Promise<void> {
  await store.run('CREATE TABLE work_fact_base (text VARCHAR)');
  await store.insert('work_fact_base', ['text'], [[JSON.stringify(base)]]);
  await makeFile(path, (temporary) =>
    keepTables(store, temporary, (name) => name.startsWith('fact_') || name.startsWith('work_')),
  );
}

async function open(store: Store, path: string): Promise<FactBase> {
  await openKept(store, path);
  await markUsed(path);
  const [row] = await store.all<{ text: string }>('SELECT text FROM work_fact_base');
  return JSON.parse(row!.text) as FactBase;
}

/**
 * Every `fact_` relation, computed, or taken from an earlier run over the same inputs: large tables are then not read
 * at all. What rules ask and how findings are judged may have changed in between.
 */
export async function provideFacts(store: Store, from: FactInputs, folder: string): Promise<FactBase> {
  const path = await placeOf(store, from, folder);
  if (path !== undefined && (await exists(path))) return open(store, path);
  const base = await compute(store, from);
  if (path !== undefined) await keep(store, base, path);
  return base;
}
