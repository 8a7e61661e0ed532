import type { Report } from '../../model/report.js';
import type { Standing } from '../../model/roadmap-report.js';
import type { Query } from '../../store/store.js';

interface Figures {
  readonly demands: number;
  readonly met: number;
  readonly worst: number | null;
  readonly points: number;
}

const figures = `
  SELECT count(*) AS demands, count(*) FILTER (WHERE met) AS met, max(latency_s) AS worst,
         (SELECT count(DISTINCT system_id) FROM fact_single_points) AS points
  FROM fact_demands ORDER BY 1`;

/** How the ecosystem of a run stands. */
export async function standingOf(store: Query, report: Report): Promise<Standing> {
  const [row] = await store.all<Figures & Record<string, number | null>>(figures);
  const sum = (key: 'persons' | 'messages') => report.signatures.reduce((all, one) => all + one[key], 0);
  return {
    persons_in_conflict: sum('persons'),
    persons: report.coverage.persons,
    messages_in_conflict: sum('messages'),
    demands_met: Number(row!.met),
    demands: Number(row!.demands),
    worst_latency_s: row!.worst === null ? null : Number(row!.worst),
    single_points: Number(row!.points),
    findings: { ...report.summary.findings },
    failing: report.verdict.failing,
    scorecard: { ...report.scorecard, definitions: {} },
  };
}
