import type { Query, Row } from '../store/store.js';
import { codeOf, parseCodes, readFiles, renderEvidence } from './evidence.js';
import { writeFact } from './write-fact.js';

type RejectRow = {
  file: string;
  target: string;
  column: string | null;
  reason: string;
  rows: number;
  rows_in: number;
  codes: string;
};

/** Creates `fact_rejects`: rows set aside, by file, column and what was expected. */
export async function computeRejects(store: Query): Promise<void> {
  const files = await readFiles(store);
  const rows = await store.all<RejectRow>(`
    SELECT s.file, s.table_name AS target, r."column", r.expected AS reason, count(DISTINCT r."row") AS "rows",
           s.rows_in, min(${codeOf('r.source', 'r."row"')}, 10) AS codes
    FROM std_rejects r JOIN std_sources s USING (source)
    GROUP BY s.source, s.file, s.table_name, s.rows_in, r."column", r.expected
    ORDER BY s.file, s.table_name, r."column", r.expected`);
  await writeFact(
    store,
    'fact_rejects',
    rows.map(
      ({ codes, ...row }): Row => ({
        ...row,
        reason: row.reason ?? '',
        evidence: renderEvidence(parseCodes(codes), files, row.column ?? undefined),
      }),
    ),
  );
}
