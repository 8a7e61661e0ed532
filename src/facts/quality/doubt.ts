import type { Query, Row } from '../../store/store.js';
import { parseCodes, readFiles, renderEvidence } from '../evidence.js';

/** A row of `fact_quality` as read, with the places as numbers. */
export type Doubt = {
  doubt: string;
  file: string;
  target: string;
  column: string;
  what: string | null;
  rows: number;
  rows_of: number;
  values: number | null;
  persons: number | null;
  codes: string | null;
};

export const toFact = async (store: Query, doubts: readonly Doubt[]): Promise<Row[]> => {
  const files = await readFiles(store);
  return doubts.map(({ codes, ...row }) => {
    const column = row.column.includes('|') ? undefined : row.column;
    return { ...row, evidence: renderEvidence(parseCodes(codes), files, column) };
  });
};

/** Whether a query of one row and one column `n` finds anything. */
export const finds = async (store: Query, sql: string): Promise<boolean> =>
  Number((await store.all(sql))[0]?.n ?? 0) > 0;
