import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRecords } from '../../../src/sources/records/open-records.js';
import { readFirst, sumRecords } from '../../../src/sources/records/sum-records.js';
import { openStore } from '../../../src/store/duckdb.js';
import type { Store } from '../../../src/store/store.js';

let folder = '';
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unsilo-sums-'));
  store = await openStore({});
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

let count = 0;
const column = (header: string, name: string) => ({ header, column: name, needed: false });

async function recordsOf(text: string) {
  count += 1;
  const path = join(folder, `${count}.csv`);
  writeFileSync(path, text);
  return {
    file: await openRecords(store, path, () => 0),
    values: [column('channel', 'a0'), column('vendor', 'a1')],
    counts: [column('failed', 'errors'), column('sent', 'total')],
    impossible: 'errors > total',
  };
}

test('rows are summed up by their values, without blanks around them', async () => {
  const records = await recordsOf(
    'vendor,channel,failed,sent\nv1,sms,0,3\nv1, sms ,2,4\n\nv2,,1,1\nv1,sms,1,2\n',
  );
  expect(await readFirst(store, records, 2)).toEqual({ rows: 2, distinct: { a0: 1, a1: 1 } });
  expect(await sumRecords(store, records, 'sums')).toBe(4);
  const sums = await store.all(
    'SELECT a0, a1, sum(errors) AS errors, sum(total) AS total, sum("rows") AS "rows" FROM sums GROUP BY ALL ORDER BY ALL',
  );
  expect(sums.map((row) => Object.values(row).map(String))).toEqual([
    ['null', 'v2', '1', '1', '1'],
    ['sms', 'v1', '3', '9', '3'],
  ]);
});

test.each([
  ['a count that is written otherwise', 'sms,v1,1,"1,234"'],
  ['no count', 'sms,v1,,3'],
  ['more errors than there was anything', 'sms,v1,4,3'],
  ['too few cells', 'sms,v1'],
])('a row with %s is left to who looks closer, and no table stays behind', async (_, row) => {
  const records = await recordsOf(`channel,vendor,failed,sent\nsms,v1,0,3\n${row}\n`);
  expect(await readFirst(store, records, 1)).toBeDefined();
  expect(await sumRecords(store, records, 'odd')).toBeUndefined();
  expect(await readFirst(store, records, 100)).toBeUndefined();
  expect(await store.all("SELECT 1 FROM duckdb_tables() WHERE table_name LIKE 'odd%'")).toEqual([]);
});
