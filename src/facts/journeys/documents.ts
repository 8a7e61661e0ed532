import type { Query, Row } from '../../store/store.js';
import { bySilo, isWhole, type SiloRow } from '../scorecard/silos.js';

/**
 * Creates `work_requests`: every time a person was asked for a document, and whether what they had given still held. A
 * document holds from when it was received, verified or reused until it is rejected or expires.
 */
export const createRequests = (store: Query): Promise<void> =>
  store.run(`
    CREATE TABLE work_requests AS
    WITH documents AS (
      SELECT s.*, row_number() OVER (PARTITION BY person, document_type ORDER BY at_ms, code) AS turn
      FROM work_steps s WHERE document_type IS NOT NULL AND document_action IS NOT NULL),
    looked AS (
      SELECT d.*, max(CASE WHEN document_action <> 'requested' THEN turn END)
               OVER (PARTITION BY person, document_type ORDER BY turn
                     ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS held_turn
      FROM documents d)
    SELECT q.journey, q.person, q.document_type, q.silo_id, q.unit, q.code,
           coalesce(g.document_action IN ('received', 'verified', 'reused')
             AND coalesce(g.holds_until >= q.at_ms, true), false) AS again,
           CASE WHEN g.unit = q.unit THEN 'same' WHEN g.unit <> q.unit THEN 'other' END AS by_whom
    FROM looked q
    LEFT JOIN documents g ON g.person = q.person AND g.document_type = q.document_type AND g.turn = q.held_turn
    WHERE q.document_action = 'requested'`);

const counts = (known: string): string => `
  count(DISTINCT person) AS asked, count(DISTINCT person) FILTER (WHERE again) AS again,
  count(DISTINCT person) FILTER (WHERE again AND by_whom = 'same' AND ${known}) AS by_same,
  count(DISTINCT person) FILTER (WHERE again AND by_whom = 'other' AND ${known}) AS by_other`;

/** Persons asked for documents. `known`: those of whom all who ask and have been given something are told. */
export type Asked = Row &
  SiloRow & { asked: number; again: number; by_same: number; by_other: number; known: number };

/** By silo of who asks, and as a whole. */
export const readAsked = (store: Query): Promise<Asked[]> =>
  store.all<Asked>(`
    WITH askers AS (
      SELECT person, bool_and(unit IS NOT NULL AND (NOT again OR by_whom IS NOT NULL)) AS known
      FROM work_requests GROUP BY person)
    SELECT ${isWhole} AS whole, silo_id, ${counts('known')}, count(DISTINCT person) FILTER (WHERE known) AS known
    FROM (SELECT r.*, a.known FROM work_requests r JOIN askers a USING (person)) r ${bySilo}
    ORDER BY whole DESC, silo_id`);

/** By journey and document. */
export const readDocuments = (store: Query): Promise<Row[]> =>
  store.all(`
    SELECT journey, document_type, ${counts('true')}, count(*) FILTER (WHERE again) AS requests,
           min(CASE WHEN again THEN code END, 10) AS codes, min(code) AS code
    FROM work_requests GROUP BY journey, document_type ORDER BY journey, document_type`);
