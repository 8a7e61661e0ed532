import { assertSameEcosystem, parseSnapshot } from '../../findings/history/read-snapshot.js';
import { type Filed, progressOver } from '../../findings/progress/index.js';
import { SourceError, UsageError } from '../../model/errors.js';
import type { Progress } from '../../model/progress.js';
import type { Report } from '../../model/report.js';
import { type Roadmap, roadmapSchema } from '../../model/roadmap-report.js';
import type { Given } from '../read-past.js';

/** Problems of one file that are worth listing. */
const most = 5;

/** The JSON of a roadmap, or undefined when it is none. */
function parseRoadmap({ file, text }: Given): Roadmap | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (raw === null || typeof raw !== 'object' || !('initiatives' in raw)) return undefined;
  const result = roadmapSchema.safeParse(raw);
  if (result.success) return result.data;
  throw new SourceError(
    result.error.issues.slice(0, most).map(({ path, message }) => ({
      place: { file, ...(path.length > 0 && { column: path.join('.') }) },
      message: `the roadmap is damaged or was made by another version: ${message}`,
    })),
  );
}

/** How far things have come: snapshots of one ecosystem in any order, and roadmaps in JSON among them. */
export function readProgress(files: readonly Given[]): Progress {
  const roadmaps: Filed<Roadmap>[] = [];
  const snapshots: Filed<Report>[] = [];
  for (const given of files) {
    const roadmap = parseRoadmap(given);
    if (roadmap) roadmaps.push({ file: given.file, content: roadmap });
    else snapshots.push({ file: given.file, content: parseSnapshot(given.file, given.text) });
  }
  const [first] = snapshots;
  if (first === undefined || snapshots.length < 2)
    throw new UsageError({
      message: 'progress takes two snapshots at least',
      value: `${snapshots.length}`,
      expected: 'JSON reports of the same ecosystem at different times',
      tips: [
        'unsilo audit --format json=FILE writes one',
        'unsilo roadmap --format json=FILE writes the plan',
      ],
    });
  for (const { file, content } of [...snapshots, ...roadmaps])
    assertSameEcosystem(file, content.ecosystem, first.content.ecosystem);
  return progressOver(snapshots, roadmaps);
}
