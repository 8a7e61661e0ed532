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

/**
 * Of several questions, each a query of one row and one column `n`, those that find anything: asked in one statement,
 * since most find nothing and a statement of its own costs more than its answer.
 */
export async function thoseThatFind<T>(
  store: Query,
  questions: readonly T[],
  sqlOf: (question: T) => string,
): Promise<T[]> {
  if (questions.length === 0) return [];
  const each = questions.map((question, place) => `SELECT ${place} AS place, n FROM (${sqlOf(question)}) q`);
  const rows = await store.all<{ place: number }>(
    `SELECT place FROM (${each.join(' UNION ALL ')}) a WHERE n > 0 ORDER BY place`,
  );
  return rows.map(({ place }) => questions[place]!);
}

/** Whether a query of one row and one column `n` finds anything. */
export const finds = async (store: Query, sql: string): Promise<boolean> =>
  Number((await store.all(sql))[0]?.n ?? 0) > 0;
