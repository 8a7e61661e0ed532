import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Given } from '../../app/read-past.js';
import { UsageError } from '../../model/errors.js';
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
  readonly apply?: string;
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

function assertDuration(typed: string): string {
  if (parseDuration(typed) !== undefined) return typed;
  throw new UsageError({
    message: '--latency is no duration',
    value: typed,
    expected: 'ISO 8601, PT1H or P1D',
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
  const latency = assertDuration(typed.latency);
  const request = { ...runRequestOf(dir, typed), version: readVersion(), latency, changes };
  const cover = await readCover(typed);
  await assertFolder(dir);
  const given = typed.apply === undefined ? undefined : await readGiven('--apply', typed.apply, dir, []);
  const workshop = await readWorkshopFile(dir, typed.findings);
  const progress = createProgress(typed.quiet ?? false);
  try {
    const { gatherMaterial, planRoadmap, tryFuture } = await import('../../app/roadmap/index.js');
    const material = gatherMaterial(typed.anonymise ?? false);
    const { watch } = material;
    const audited = { ...request, watch, workshop, failOn: 'never', show: 'info', strict: false } as const;
    const roadmap: Roadmap = given
      ? await tryFuture(audited, given, progress.stage)
      : await planRoadmap(audited, progress.stage);
    progress.done();
    const document = material.documentOf(roadmap, cover);
    await writeFormats(outputs, (format) => roadmapRenderers[format](document, screenOf(typed)));
    return roadmap.verdict.exit_code;
  } finally {
    progress.done();
  }
}
