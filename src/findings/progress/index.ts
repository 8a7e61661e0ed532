import type { Progress } from '../../model/progress.js';
import type { Report } from '../../model/report.js';
import type { Roadmap } from '../../model/roadmap-report.js';
import { compareText } from '../../text/compare.js';
import { type Planned, progressOf } from './initiatives.js';
import { goalProgress, trendsOf } from './trends.js';

/** A snapshot or roadmap and the file it was read from. */
export interface Filed<T> {
  readonly file: string;
  readonly content: T;
}

const schema = 'unsilo/src/schema/progress.json';

const closedBy = ({ waves }: Roadmap, wave: number | null): readonly string[] =>
  waves.find((one) => one.wave === wave)?.findings_closed ?? [];

/** Initiatives by the roadmap that first has them, told as the latest tells them. */
function plannedOf(plans: readonly Filed<Roadmap>[]): Planned[] {
  const known = new Map<string, Planned>();
  for (const { content } of plans)
    for (const initiative of content.initiatives) {
      const first = known.get(initiative.id);
      const aims = first?.initiative.findings_aimed ?? initiative.findings_aimed;
      known.set(initiative.id, {
        initiative: { ...initiative, findings_aimed: aims },
        asOf: first?.asOf ?? content.as_of,
        closed: first?.closed ?? closedBy(content, initiative.wave),
      });
    }
  return [...known.values()].sort(
    ({ initiative: a }, { initiative: b }) =>
      (a.wave ?? Infinity) - (b.wave ?? Infinity) || compareText(a.id, b.id),
  );
}

const byTime = <T>(filed: readonly Filed<T>[], timeOf: (content: T) => string): Filed<T>[] =>
  [...filed].sort((a, b) => compareText(timeOf(a.content), timeOf(b.content)) || compareText(a.file, b.file));

/** Snapshots over time, and what became of what roadmaps planned. Only what some plan takes up is followed. */
export function progressOver(
  snapshots: readonly Filed<Report>[],
  roadmaps: readonly Filed<Roadmap>[],
): Progress {
  const found = byTime(snapshots, ({ manifest }) => manifest.as_of);
  const plans = byTime(roadmaps, ({ as_of }) => as_of);
  const reports = found.map(({ content }) => content);
  return {
    $schema: schema,
    schema_version: 1,
    ecosystem: reports.at(-1)!.ecosystem,
    snapshots: found.map(({ file, content }) => ({ as_of: content.manifest.as_of, file })),
    plans: plans.map(({ file, content }) => ({ as_of: content.as_of, file })),
    trends: trendsOf(reports),
    goals: goalProgress(reports),
    initiatives: plannedOf(plans)
      .filter(({ initiative }) => initiative.wave !== null)
      .map((planned) => progressOf(planned, reports)),
  };
}
