import type { Report } from '../../model/report.js';
import type { Gaps } from '../../roadmap/gaps.js';
import type { Query } from '../../store/store.js';

const loops = `
  SELECT outcome, from_system_id AS "from", to_system_id AS "to", min(latency_s) AS latency,
         min(mend) AS mend, min(mend_flows) AS flows
  FROM fact_feedback WHERE NOT present GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

const ends = `
  SELECT flow_id AS flow, from_system_id AS "from", to_system_id AS place, outcomes, communications FROM fact_outcome_ends ORDER BY 1, 2`;

const corrections = `
  SELECT system_id AS system, field, masters, concat_ws('|', unreached, late) AS receivers
  FROM fact_corrections WHERE sticks AND (unreached IS NOT NULL OR late IS NOT NULL) ORDER BY 1, 2`;

const masters = `
  SELECT field, lob, systems FROM fact_masters
  WHERE coalesce(unlisted, '') <> '' OR (strpos(systems, '|') > 0 AND NOT ordered) ORDER BY 1, 2`;

const circles = `
  SELECT field, coalesce(part_masters, read_only) AS flows FROM fact_circles ORDER BY 1`;

const fields = `
  SELECT DISTINCT field, held_by AS holder, composed_in AS composer, last_system_id AS last, next_system_id AS next
  FROM fact_communication_fields
  WHERE listed AND state = 'stops' AND held_by IS NOT NULL AND next_system_id IS NOT NULL ORDER BY 1, 2, 3, 4, 5`;

const oneWay = `
  SELECT flow_id AS flow, field, from_system_id AS "from", to_system_id AS "to" FROM fact_one_way ORDER BY 1, 2`;

const scopes = `
  SELECT lob || '/' || comm_type || '/' || channel AS scope, channel, places FROM fact_consent_scopes ORDER BY 1`;

const steps = `
  SELECT s.communication_id AS communication, coalesce(min(c.lob), '') AS lob, coalesce(s.channel, '') AS channel,
         s.ordinal, s.system_id AS system, s.kind
  FROM std_communication_steps s LEFT JOIN std_communications c USING (communication_id)
  GROUP BY s.communication_id, s.channel, s.ordinal, s.system_id, s.kind
  ORDER BY 1, 3, 4, 5, 6`;

const needs = `
  SELECT DISTINCT communication_id AS communication, field FROM std_communication_fields ORDER BY 1, 2`;

const silos = `SELECT system_id AS system, min(silo_id) AS silo FROM std_systems GROUP BY 1 ORDER BY 1`;

const reporting = `SELECT DISTINCT system_id AS system FROM std_systems WHERE kind = 'reporting' ORDER BY 1`;

/** Retired, or out of support within a year of the run's clock. */
const ending = (asOf: string): string => `
  SELECT DISTINCT system_id AS system FROM std_systems
  WHERE legacy OR end_of_support <= CAST(TIMESTAMP '${asOf.slice(0, 10)}' + INTERVAL 1 YEAR AS DATE) ORDER BY 1`;

const split = (cell: unknown): string[] => (typeof cell === 'string' && cell !== '' ? cell.split('|') : []);

/** Communications of which nobody was sent any, though the system that delivers them sent others. */
function unsentOf({ communications }: Report): Gaps['unsent'] {
  const outletOf = (systems: readonly string[]) => systems.at(-1);
  const busy = new Set(
    communications.filter(({ messages }) => (messages ?? 0) > 0).map(({ systems }) => outletOf(systems)),
  );
  const sentAt = new Set(
    communications.filter(({ messages }) => (messages ?? 0) > 0).map((one) => one.communication_id),
  );
  const idle = communications.filter(
    (one) => one.messages === 0 && !sentAt.has(one.communication_id) && busy.has(outletOf(one.systems)),
  );
  const system = new Map(idle.map((one) => [one.communication_id, one.systems[0] ?? '']));
  return [...system].map(([communication, first]) => ({ communication, system: first }));
}

/** What is wrong beside lost choices, of a run whose facts stand in the store. */
export async function readGaps(store: Query, report: Report): Promise<Gaps> {
  const all = <T>(sql: string) => store.all<Record<string, string | null> & T>(sql);
  const listed = async <T>(sql: string, ...names: readonly string[]): Promise<T[]> =>
    (await all<object>(sql)).map((row) => {
      const lists = Object.fromEntries(names.map((name) => [name, split(row[name as keyof typeof row])]));
      return { ...row, ...lists } as T;
    });
  const names = async (sql: string) => (await all<{ system: string }>(sql)).map(({ system }) => system);
  return {
    findings: report.findings.filter(({ suppression }) => suppression === null),
    errors: report.error_groups,
    loops: await listed(loops, 'flows'),
    ends: await listed(ends, 'outcomes', 'communications'),
    corrections: await listed(corrections, 'masters', 'receivers'),
    masters: await listed(masters, 'systems'),
    circles: await listed(circles, 'flows'),
    fields: await listed(fields),
    oneWay: await listed(oneWay),
    scopes: await listed(scopes, 'places'),
    steps: await listed(steps),
    needs: await listed(needs),
    silos: new Map(
      (await all<{ system: string; silo: string }>(silos)).map(({ system, silo }) => [system, silo]),
    ),
    unsent: unsentOf(report),
    reporting: await names(reporting),
    ending: await names(ending(report.manifest.as_of)),
  };
}
