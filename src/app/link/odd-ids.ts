import { crosswalkId } from '../../report/link/crosswalk.js';
import type { Store } from '../../store/store.js';

/** Ids in which nothing is changed when they are written. */
const plain = '[\\p{L}\\p{N}][\\p{L}\\p{N}_.: /-]*';

/**
 * `link_ids(id, record)`: ids as the files have them, and as we write them where a spreadsheet or a terminal would obey
 * something in them, so that what we wrote can be read back.
 */
export async function createIds(store: Store): Promise<void> {
  await store.run('CREATE TABLE link_ids AS SELECT record_id AS id, record FROM link_names');
  const odd = await store.all<{ record: number; id: string }>(
    `SELECT record, id FROM link_ids WHERE NOT regexp_full_match(id, '${plain}') ORDER BY record`,
  );
  const written = odd.map(({ record, id }) => [crosswalkId(id), record] as const);
  const others = written.filter(([id], i) => id !== odd[i]!.id);
  await store.run('CREATE TABLE link_written (id VARCHAR, record INTEGER)');
  await store.append('link_written', ['id', 'record'], others);
  await store.run(`INSERT INTO link_ids FROM link_written WHERE id NOT IN (SELECT id FROM link_ids);
    DROP TABLE link_written`);
}
