import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPast } from '../../../src/facts/drop-spent.js';
import { compute as computeFeedback } from '../../../src/facts/feedback/index.js';
import { applyEdits } from '../../../src/facts/future/apply.js';
import { resolveIdentity } from '../../../src/facts/identity/index.js';
import { computeObserved } from '../../../src/facts/observed/index.js';
import { computePreferenceFacts } from '../../../src/facts/preferences/index.js';
import { reviseCauses } from '../../../src/facts/preferences/revise.js';
import { readWays } from '../../../src/facts/read-ways.js';
import { type Edit, editableTables } from '../../../src/model/edit.js';
import { findEcosystem, loadFound } from '../../../src/sources/index.js';
import { anyOrder } from '../../../src/store/dialect.js';
import { openStore } from '../../../src/store/duckdb.js';
import type { Store } from '../../../src/store/store.js';

/** Persons in conflict by an audit of an ecosystem with changes. */
export interface Auditor {
  readonly personsWith: (edits: readonly Edit[]) => Promise<number>;
  readonly close: () => void;
}

const relations = `
  SELECT table_name AS name, 'TABLE' AS kind FROM duckdb_tables() WHERE NOT internal
  UNION ALL SELECT view_name, 'VIEW' FROM duckdb_views() WHERE NOT internal ORDER BY name`;

const readRelations = (store: Store) => store.all<{ name: string; kind: string }>(relations);

/** Takes the store back to what it was: the inventory as it was kept, and nothing computed since. */
async function restore(store: Store, known: ReadonlySet<string>): Promise<void> {
  for (const { name, kind } of await readRelations(store))
    if (!known.has(name) && !isPast(name)) await store.run(`DROP ${kind} ${name}`);
  for (const { name, kind } of await readRelations(store))
    if (name.startsWith('kept_')) {
      const table = name.replace('kept_', 'std_');
      const is = (await readRelations(store)).find((one) => one.name === table);
      if (is) await store.run(`DROP ${is.kind} ${table}`);
      await store.run(`CREATE ${kind} ${table} AS FROM ${name}`);
    }
  await store.run('DELETE FROM std_sources WHERE table_name = $$future$$');
}

/**
 * Audits many futures of one ecosystem with the code of the audit: sources are read, persons told apart and what records
 * show of ways found once, as in an audit of a future; choices are compared, causes found and held against what was seen
 * anew for each. What follows in an audit, from those facts to findings, changes no count of persons.
 */
export async function openAuditor(dir: string, asOf: string): Promise<Auditor> {
  const scratch = mkdtempSync(join(tmpdir(), 'roadmap-audits-'));
  const found = await findEcosystem(dir);
  const store = await openStore({ temporary: join(scratch, 'spill'), memoryLimit: '1GB', threads: 1 });
  const { config } = await loadFound(store, found, scratch);
  await resolveIdentity(store, config);
  for (const table of editableTables) await store.run(`CREATE TABLE kept_${table} AS FROM std_${table}`);
  await store.run('CREATE TABLE kept_sources AS FROM std_sources');
  const known = new Set((await readRelations(store)).map(({ name }) => name));
  const today = await readWays(store, config);
  await store.run(anyOrder);
  const now = { config, asOf, ...today };
  await computePreferenceFacts(store, now);
  await computeFeedback(store, now);
  await computeObserved(store, now);
  await restore(store, known);
  const personsWith = async (edits: readonly Edit[]): Promise<number> => {
    if (edits.length > 0) await applyEdits(store, { file: 'future', edits });
    const ways = await readWays(store, config);
    const context = { config, asOf, ...ways, ...(edits.length > 0 && { before: today }) };
    await computePreferenceFacts(store, context);
    await reviseCauses(store, context);
    const [row] = await store.all<{ persons: number }>(
      'SELECT coalesce(sum(persons), 0) AS persons FROM fact_person_signatures ORDER BY 1',
    );
    await restore(store, known);
    return Number(row!.persons);
  };
  const close = () => {
    store.close();
    rmSync(scratch, { recursive: true });
  };
  return { personsWith, close };
}
