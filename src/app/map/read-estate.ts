import { readInventory } from '../../facts/inventory.js';
import { leafFields } from '../../graph/fields.js';
import type { Demand, Estate, Loop } from '../../map/estate.js';
import type { Finding } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { totalsBySilo } from '../../report/parts/totals.js';
import type { Query } from '../../store/store.js';
import { cleanDeep } from '../../text/escape.js';
import { judgeRun } from '../judge-run.js';
import type { Run } from '../run-stages.js';
import { readMap } from './read-map.js';

const items = (list: string | null): string[] => (list ? list.split('|') : []);

async function readDemands(query: Query): Promise<Demand[]> {
  const rows = await query.all<Omit<Demand, 'path'> & { path: string | null }>(
    `SELECT field, from_system_id AS "from", to_system_id AS "to", latency_s, agreed_s, met, path
     FROM fact_demands ORDER BY field, from_system_id, to_system_id`,
  );
  return rows.map((row) => ({ ...row, path: items(row.path) }));
}

async function readLoops(query: Query): Promise<Loop[]> {
  const rows = await query.all<Omit<Loop, 'path'> & { path: string | null }>(
    `SELECT outcome, coalesce(channel, '') AS channel, from_system_id AS "from", to_system_id AS "to", because,
            present, latency_s, path, messages, persons
     FROM fact_feedback ORDER BY outcome, channel, from_system_id, to_system_id, because`,
  );
  return rows.map((row) => ({ ...row, path: items(row.path) }));
}

/** What the audit found, apart from what was said of it: pictures only point at it. */
async function readJudged(run: Run): Promise<Pick<Report, 'findings' | 'signatures' | 'systems'>> {
  return judgeRun(run, { failOn: 'never', show: 'info', strict: false });
}

/** Everything the map is made from; every text of it one line without commands. */
export async function readEstate(run: Run): Promise<Estate> {
  const { store, config, asOf, coverage } = run;
  const { mentionedFields } = await readInventory(store);
  const judged = await readJudged(run);
  const totals = totalsBySilo(judged);
  const findings: readonly Finding[] = judged.findings;
  return {
    ...cleanDeep({
      map: await readMap(store, config, asOf.time, leafFields(mentionedFields)),
      demands: await readDemands(store),
      loops: await readLoops(store),
      findings,
    }),
    persons: coverage.persons,
    inConflict: new Map(totals.map(({ name, persons }) => [name, persons])),
  };
}

/** Distinct persons with a record in at least one of the systems. */
export async function countPersons(query: Query, systems: readonly string[]): Promise<number> {
  const [row] = await query.all<{ persons: number }>(
    `SELECT count(DISTINCT person_id) AS persons FROM work_presence
     WHERE list_contains(string_split($ids, '|'), system_id)`,
    { ids: systems.join('|') },
  );
  return row?.persons ?? 0;
}
