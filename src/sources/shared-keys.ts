import { type Problem, SourceError } from '../model/errors.js';
import type { Query } from '../store/store.js';
import { didYouMean } from '../text/nearest.js';
import type { ConfigText } from './read-config.js';

const records = ['customers', 'identity_keys', 'preferences', 'sends', 'error_reports'];

const systemsIn = async (store: Query, tables: readonly string[]): Promise<Set<string>> => {
  const parts = tables.map((table) => `SELECT system_id FROM std_${table} WHERE system_id IS NOT NULL`);
  const rows = await store.all<{ system_id: string }>(parts.join(' UNION '));
  return new Set(rows.map(({ system_id }) => system_id));
};

/** Throws a SourceError naming every system of `shared_keys` that nothing else knows: a misspelt one joins nobody. */
export async function assertSharedSystems(store: Query, { config, problem }: ConfigText): Promise<void> {
  const named = (config.identity?.shared_keys ?? []).flatMap(({ systems }, group) =>
    systems.map((system, i) => ({ system, path: ['identity', 'shared_keys', group, 'systems', i] })),
  );
  const listed = await systemsIn(store, ['systems']);
  if (named.every(({ system }) => listed.has(system))) return;
  const known = new Set([...listed, ...(await systemsIn(store, records))]);
  const problems = named
    .filter(({ system }) => !known.has(system))
    .map(({ system, path }): Problem => {
      const message = `no system '${system}' in the inventory or in any record`;
      return problem(path, { message, value: system, tips: didYouMean(system, [...known]) });
    });
  if (problems.length > 0) throw new SourceError(problems);
}
