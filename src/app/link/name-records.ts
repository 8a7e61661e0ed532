import { type Problem, SourceError } from '../../model/errors.js';
import type { Store } from '../../store/store.js';

/** How many problems of rows are told. */
const told = 10;

interface Named {
  readonly file: string;
  readonly id: string | undefined;
}

/** `data/crm.csv.gz` → `crm`, or as much more of the path as no other file shares. */
export function stemsOf(files: readonly string[]): string[] {
  const paths = files.map((file) => file.replaceAll('\\', '/').replace(/(\.[^./]+)(\.gz)?$/i, ''));
  const tail = (path: string, parts: number): string => path.split('/').slice(-parts).join('/');
  return paths.map((path, i) => {
    const most = path.split('/').length;
    for (let parts = 1; parts <= most; parts++)
      if (paths.filter((other) => tail(other, parts) === tail(path, parts)).length === 1)
        return tail(path, parts);
    return files[i]!;
  });
}

/** The same id twice in one file: nobody could tell whose line of the crosswalk is whose. */
async function assertUnique(store: Store, files: readonly Named[]): Promise<void> {
  const found = await store.all<{ source: number; record_id: string; first: number; row: number }>(`
    WITH twice AS (SELECT source, record_id FROM link_names GROUP BY ALL HAVING count(*) > 1)
    SELECT source, record_id, first, "row" FROM (
      SELECT r.source, r.record_id, r."row", min(r."row") OVER (PARTITION BY r.source, r.record_id) AS first
      FROM link_names r JOIN twice USING (source, record_id))
    WHERE "row" > first ORDER BY source, "row" LIMIT ${told}`);
  const problems = found.map(({ source, record_id, first, row }): Problem => {
    const { file, id } = files[source]!;
    return {
      place: { file, row, ...(id !== undefined && { column: id }) },
      message: `the id of row ${first} again`,
      value: record_id,
      expected: 'an id of its own for every record',
      tips: ['name the column that has one: --map record_id=COLUMN', 'or number the rows: --ignore COLUMN'],
    };
  });
  if (problems.length > 0) throw new SourceError(problems, 'linked');
}

/** Gives ids that several files use the name of their file before them. Throws a SourceError on ids used twice in one. */
export async function nameRecords(store: Store, files: readonly Named[]): Promise<void> {
  await assertUnique(store, files);
  if (files.length === 1) return;
  const stems = stemsOf(files.map(({ file }) => file));
  await store.run('CREATE TABLE link_stems (source INTEGER, stem VARCHAR)');
  await store.insert(
    'link_stems',
    ['source', 'stem'],
    stems.map((stem, source) => [source, stem]),
  );
  await store.run(`
    UPDATE link_names SET record_id = s.stem || ':' || record_id
    FROM link_stems s WHERE s.source = link_names.source AND record_id IN (
      SELECT record_id FROM link_names GROUP BY record_id HAVING count(*) > 1);
    DROP TABLE link_stems`);
}
