import { expect, it } from 'vitest';
import { tables } from '../../src/model/tables/index.js';
import type { Loaded } from '../../src/sources/index.js';
import type { Store } from '../../src/store/store.js';
import { withLoaded } from '../sources/ecosystem.js';
import { assertCounted, assertTold, forEachBroken } from './check.js';

const runs = Number(process.env.BROKEN_RUNS ?? 1000);
const seed = Number(process.env.BROKEN_SEED ?? 20260131);

const perSource = tables.map(({ name }) => `SELECT _source, _row FROM std_${name}`).join(' UNION ALL ');

/** Rows used are in the relations, rows set aside are listed. */
async function assertStored(store: Store, { inputs }: Loaded): Promise<void> {
  const used = await store.all<{ file: string; rows: number }>(
    `SELECT s.file, count(DISTINCT t._row) AS rows FROM (${perSource}) t JOIN std_sources s ON s.source = t._source
     WHERE s.table_name <> 'openlineage' GROUP BY s.source, s.file ORDER BY s.source`,
  );
  for (const { file, rows } of used)
    expect(rows, file).toBe(inputs.find((input) => input.file === file)?.rows_used);
  const aside = await store.all<{ file: string; rows: number }>(
    `SELECT s.file, count(DISTINCT r."row") AS rows FROM std_rejects r JOIN std_sources s ON s.source = r.source
     GROUP BY s.source, s.file ORDER BY s.source`,
  );
  for (const { file, rows } of aside)
    expect(rows, file).toBe(inputs.find((input) => input.file === file)?.rows_set_aside);
}

it(`loads ${runs} broken ecosystems with every row counted, or says what is wrong and where`, {
  timeout: 600_000,
}, async () => {
  const seen = { loaded: 0, refused: 0 };
  await forEachBroken(runs, seed, async (files) => {
    try {
      await withLoaded(files, async (store, loaded) => {
        assertCounted(loaded.inputs);
        await assertStored(store, loaded);
      });
      seen.loaded++;
    } catch (error) {
      assertTold(error);
      seen.refused++;
    }
  });
  expect(seen.loaded).toBeGreaterThan(runs / 10);
  expect(seen.refused).toBeGreaterThan(runs / 10);
});
