import { findTable } from '../../model/tables/index.js';
import type { Store } from '../../store/store.js';
import type { LoadedFile } from '../loaded-file.js';
import type { SourceFile } from '../types.js';
import { changesSql, type Export, firstsSql, placedSql, recordsSql, runsSql } from './history-sql.js';

const createChanges = `CREATE TABLE std_changes (table_name VARCHAR, change VARCHAR, system_id VARCHAR, subject_key VARCHAR,
  key_type VARCHAR, kind VARCHAR, lob VARCHAR, comm_type VARCHAR, channel VARCHAR, "before" VARCHAR, "after" VARCHAR,
  changed_after TIMESTAMP, changed_before TIMESTAMP, _source INTEGER, _row BIGINT, before_at TIMESTAMP)`;

interface Member {
  readonly file: SourceFile;
  readonly loaded: LoadedFile;
}

/** Files of entries whose exports are complete, by entry, each in order of time; a single export has no difference. */
function groupsOf(files: readonly SourceFile[], loaded: readonly LoadedFile[]): Member[][] {
  const bySource = new Map(loaded.map((one) => [one.source, one]));
  const groups = new Map<number, Member[]>();
  for (const [index, file] of files.entries()) {
    if (file.source.exports !== 'complete' || file.observed === undefined) continue;
    const group = groups.get(file.entry) ?? [];
    groups.set(file.entry, [...group, { file, loaded: bySource.get(index + 1)! }]);
  }
  const time = ({ file }: Member): string => file.observed!.from;
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => (time(a) < time(b) ? -1 : 1)));
}

async function merge(store: Store, group: readonly Member[]): Promise<string> {
  const { table: name } = group[0]!.file.source;
  const table = findTable(name)!;
  const exports = group.map(
    ({ file, loaded }): Export => ({ selects: loaded.selects[name] ?? [], observed: file.observed! }),
  );
  const target = `work_exports_${group[0]!.loaded.source}`;
  await store.run(`
    CREATE TABLE work_placed AS ${placedSql(table, exports)};
    CREATE TABLE work_firsts AS ${firstsSql('work_placed')};
    CREATE TABLE work_runs AS ${runsSql('work_firsts')};
    CREATE TABLE ${target} AS ${recordsSql(table, exports)} ORDER BY p._source, p._row, p.print;
    INSERT INTO std_changes ${changesSql(table, exports)} ORDER BY ALL;
    DROP TABLE work_placed; DROP TABLE work_firsts; DROP TABLE work_runs`);
  return `SELECT * FROM ${target}`;
}

/**
 * Turns complete exports of one source into one history: a record that stayed as it was is one record, from the first
 * export that has it; a new value has been stored between two exports; what is gone is no record any more. The
 * differences stand in `std_changes`, which is there for every run.
 */
export async function mergeExports(
  store: Store,
  files: readonly SourceFile[],
  loaded: readonly LoadedFile[],
): Promise<LoadedFile[]> {
  await store.run(createChanges);
  const replaced = new Map<number, readonly string[]>();
  for (const group of groupsOf(files, loaded)) {
    for (const { loaded: one } of group) replaced.set(one.source, []);
    replaced.set(group[0]!.loaded.source, [await merge(store, group)]);
  }
  return loaded.map((one) => {
    const selects = replaced.get(one.source);
    return selects === undefined ? one : { ...one, kept: false, selects: { [one.input.table]: selects } };
  });
}
