import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Given } from '../../app/read-past.js';
import type { Applied } from '../../app/roadmap/index.js';
import { UsageError } from '../../model/errors.js';
import { initiativeKinds } from '../../model/roadmap.js';
import type { Roadmap } from '../../model/roadmap-report.js';
import { roadmapRenderers } from '../../report/roadmap/index.js';
import { parseDuration } from '../../text/durations.js';
import { assertFolder } from '../checks.js';
import { type CoverOptions, readCover } from '../cover.js';
import { writeFormats } from '../format-outputs.js';
import { readGiven } from '../past.js';
import { createProgress } from '../progress.js';
import { checkDocuments } from '../roadmap-outputs.js';
import { type RunOptions, runRequestOf } from '../run-request.js';
import { readVersion } from '../version.js';
import { type ScreenOptions, screenOf } from './preferences.js';

export interface RoadmapOptions extends RunOptions, ScreenOptions, CoverOptions {
  readonly changes: string;
  readonly latency: string;
  readonly apply?: readonly string[];
  readonly budget?: string;
  readonly maxLatency?: string;
  readonly findings?: string;
  readonly format?: readonly string[];
  readonly out?: string;
}

function assertCount(typed: string): number {
  const count = Number(typed);
  if (Number.isInteger(count) && count >= 1 && count <= 12) return count;
  throw new UsageError({
    message: '--changes is no such number',
    value: typed,
    expected: 'a whole number from 1 to 12',
  });
}

function assertBudget(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  if (/^\d{1,6}$/.test(typed)) return Number(typed);
  throw new UsageError({
    message: '--budget is no amount of effort',
    value: typed,
    expected: 'a whole number, in the units of effort of the roadmap',
  });
}

/** Changes to try: files, and ids of initiatives, which name their kind before a colon. */
const readApplied = (dir: string, typed: readonly string[]): Promise<Applied[]> =>
  Promise.all(
    typed.map(async (one): Promise<Applied> => {
      const isId = initiativeKinds.some((kind) => one.startsWith(`${kind}:`));
      return isId ? { initiative: one } : readGiven('--apply', one, dir, []);
    }),
  );

function assertDuration(option: string, typed: string): string {
  if (parseDuration(typed) !== undefined) return typed;
  throw new UsageError({
    message: `${option} is no duration`,
    value: typed,
    expected: 'ISO 8601, PT1H or P1D',
  });
}

/** Time that choices may take at most; nothing new could count were it less than new flows take. */
function assertMaxLatency(typed: string | undefined, latency: string): string | undefined {
  if (typed === undefined) return undefined;
  const longest = assertDuration('--max-latency', typed);
  if (parseDuration(longest)! >= parseDuration(latency)!) return longest;
  throw new UsageError({
    message: `--max-latency is shorter than new flows take, ${latency}`,
    value: typed,
    expected: `${latency} or longer`,
    tips: [`--latency ${typed} as well, if new flows can be as quick`],
  });
}

/** Findings of a workshop: the file named, else the one that lies beside unsilo.yaml, if one does. */
async function readWorkshopFile(dir: string, typed: string | undefined): Promise<Given | undefined> {
  const usual = join(dir, 'findings.yaml');
  if (typed === undefined && !existsSync(usual)) return undefined;
  return readGiven('--findings', typed ?? usual, dir, []);
}

/** Plans the roadmap and writes it; the exit code says whether audits confirm it. */
export async function runRoadmap(dir: string, typed: RoadmapOptions): Promise<number> {
  const outputs = await checkDocuments(typed.format, typed.out);
  const changes = assertCount(typed.changes);
  const latency = assertDuration('--latency', typed.latency);
  const maxLatency = assertMaxLatency(typed.maxLatency, latency);
  const limits = { changes, budget: assertBudget(typed.budget), maxLatency };
  const request = { ...runRequestOf(dir, typed), version: readVersion(), latency, ...limits };
  const cover = await readCover(typed);
  await assertFolder(dir);
  const applied = await readApplied(dir, typed.apply ?? []);
  const workshop = await readWorkshopFile(dir, typed.findings);
  const progress = createProgress(typed.quiet ?? false);
  try {
    const { gatherMaterial, planRoadmap, tryFuture } = await import('../../app/roadmap/index.js');
    const material = gatherMaterial(typed.anonymise ?? false);
    const { watch } = material;
    const audited = { ...request, watch, workshop, failOn: 'never', show: 'info', strict: false } as const;
    const roadmap: Roadmap =
      applied.length > 0
        ? await tryFuture(audited, applied, progress.stage)
        : await planRoadmap(audited, progress.stage);
    progress.done();
    const document = material.documentOf(roadmap, cover);
    await writeFormats(outputs, (format) => roadmapRenderers[format](document, screenOf(typed)));
    return roadmap.verdict.exit_code;
  } finally {
    progress.done();
  }
}
