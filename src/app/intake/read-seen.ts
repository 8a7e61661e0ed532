import type { BadCell, Seen } from '../../intake/questions/index.js';
import { collected } from '../../model/intake.js';
import { type Query, quoteText } from '../../store/store.js';
import { judgeRun } from '../judge-run.js';
import type { Run } from '../run-stages.js';

type BadRow = {
  table: string;
  file: string;
  row: number;
  column: string | null;
  value: string | null;
  expected: string;
};

/** Cells of the inventory for which rows were set aside. */
export async function readBadCells(store: Query): Promise<BadCell[]> {
  const names = collected.map(quoteText).join(', ');
  const rows = await store.all<BadRow>(
    `SELECT s.table_name AS "table", s.file, r."row", r."column", r.value, r.expected
     FROM std_rejects r JOIN std_sources s ON s.source = r.source
     WHERE list_contains([${names}], s.table_name) ORDER BY ALL`,
  );
  return rows as BadCell[];
}

type Sent = { system: string; communication: string; channel: string; messages: number };
type Choices = { system: string; kind: string; persons: number };

/** What the records of a run say about its inventory. */
export async function readSeen(run: Run): Promise<Seen> {
  const { store, coverage } = run;
  const sent = await store.all<Sent>(
    `SELECT system_id AS system, communication_id AS communication, channel, CAST(sum(messages) AS BIGINT) AS messages
     FROM fact_delivery WHERE communication_id IS NOT NULL
     GROUP BY system_id, communication_id, channel ORDER BY system_id, communication_id, channel`,
  );
  const choices = await store.all<Choices>(
    `SELECT system_id AS system, kind, max(persons) AS persons FROM fact_preference_states
     GROUP BY system_id, kind ORDER BY system_id, kind`,
  );
  const { findings } = await judgeRun(run, {
    failOn: 'never',
    failOnNew: false,
    show: 'info',
    strict: false,
  });
  return { sent, choices, silentSystems: coverage.systems_without_data, findings };
}
