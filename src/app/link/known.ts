import { type Problem, SourceError } from '../../model/errors.js';
import type { Store } from '../../store/store.js';
import { readSideFile } from './read-side-file.js';

/** What a crosswalk told. */
export interface Known {
  /** Lines whose record is among the files, and lines whose record is not. */
  readonly used: number;
  readonly foreign: number;
}

/** One record under two persons: one of the lines is wrong. */
async function assertOnce(store: Store, file: string): Promise<void> {
  const found = await store.all<{ record_id: string; first: number; row: number }>(`
    SELECT record_id, min(_row) AS first, max(_row) AS "row" FROM link_known_lines
    GROUP BY record_id HAVING count(DISTINCT person_id) > 1 ORDER BY first LIMIT 10`);
  const problems = found.map(
    ({ record_id, first, row }): Problem => ({
      place: { file, row, column: 'person_id' },
      message: `another person than in row ${first} for the same record`,
      value: record_id,
      expected: 'one person for a record',
    }),
  );
  if (problems.length > 0) throw new SourceError(problems, 'linked');
}

/** Adds the pairs of a crosswalk, `record_id,person_id`, to `link_known(a, b)`. */
export async function readKnown(
  store: Store,
  file: string,
  place: { readonly source: number; readonly folder: string },
): Promise<Known> {
  const columns = ['record_id', 'person_id'].map((column) => ({ column, needed: true }));
  await readSideFile(store, file, 'link_known_lines', columns, place);
  await assertOnce(store, file);
  await store.run(`INSERT INTO link_known
    WITH placed AS (
      SELECT DISTINCT k.person_id, r.record FROM link_known_lines k JOIN link_ids r ON r.id = k.record_id),
    first AS (SELECT person_id, min(record) AS a FROM placed GROUP BY person_id)
    SELECT a, record FROM placed JOIN first USING (person_id) WHERE record > a ORDER BY a, record`);
  const [counts] = await store.all<{ used: number; foreign: number }>(`
    SELECT count(r.record) AS used, count(*) - count(r.record) AS "foreign"
    FROM link_known_lines k LEFT JOIN link_ids r ON r.id = k.record_id`);
  await store.run('DROP TABLE link_known_lines');
  return counts!;
}
