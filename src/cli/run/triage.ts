import type { TriageRequest } from '../../app/triage/index.js';
import { assertFolder } from '../checks.js';
import { readGiven } from '../past.js';
import { createProgress, type Progress } from '../progress.js';
import { checkTriageOutputs, type TriageOutput, writeTriage } from '../triage-outputs.js';
import { type RunOptions, type ScreenOptions, screenOf, toRequest } from './preferences.js';

interface Common extends RunOptions, ScreenOptions {
  readonly against?: readonly string[];
  readonly format?: readonly string[];
}

export interface TriageOptions extends Common {
  readonly failOnOverdue?: boolean;
}
export type ShowOptions = Common;
export type BriefOptions = Common;
export type ExportOptions = Common;

type App = typeof import('../../app/triage/index.js');

/** What every question about errors does: checks the outputs and the folder, runs, writes. */
async function ask<T extends string, R>(
  dir: string,
  typed: Common,
  formats: (app: App) => readonly [T, ...T[]],
  answer: (
    app: App,
    request: TriageRequest,
    outputs: readonly TriageOutput<T>[],
    progress: Progress,
  ) => Promise<R>,
): Promise<R> {
  const request = toRequest(dir, typed);
  const app = await import('../../app/triage/index.js');
  const outputs = await checkTriageOutputs(typed.format, formats(app));
  await assertFolder(dir);
  const against = await Promise.all(
    (typed.against ?? []).map((file) => readGiven('--against', file, dir, [])),
  );
  const progress = createProgress(typed.quiet ?? false);
  try {
    return await answer(app, { ...request, against }, outputs, progress);
  } finally {
    progress.done();
  }
}

/** Prints which error comes first, who acts, by when; 1 with --fail-on-overdue when somebody is late. */
export const runTriage = (dir: string, typed: TriageOptions): Promise<number> =>
  ask(
    dir,
    typed,
    ({ triageFormats }) => triageFormats,
    async (app, request, outputs, progress) => {
      const withPicture = outputs.some(({ format }) => format === 'html');
      const { triage, picture } = await app.triage({ ...request, withPicture }, progress.stage);
      progress.done();
      await writeTriage(outputs, (format) => app.triageRenderers[format](triage, screenOf(typed), picture));
      return typed.failOnOverdue === true && triage.groups.some(({ overdue }) => overdue) ? 1 : 0;
    },
  );

/** Prints the root-cause report of one group. */
export const runShow = (key: string, dir: string, typed: ShowOptions): Promise<void> =>
  ask(
    dir,
    typed,
    ({ showFormats }) => showFormats,
    async (app, request, outputs, progress) => {
      const { triage } = await app.triage(request, progress.stage);
      const group = app.pickGroup(triage.groups, key);
      progress.done();
      await writeTriage(outputs, (format) => app.showRenderers[format](group, triage, screenOf(typed)));
    },
  );

/** Prints what agents may say and do about one group, or about all that are open. */
export const runBrief = (key: string, dir: string, typed: BriefOptions): Promise<void> =>
  ask(
    dir,
    typed,
    ({ briefFormats }) => briefFormats,
    async (app, request, outputs, progress) => {
      const { triage } = await app.triage(request, progress.stage);
      const briefs = app.briefsFor(triage, key === 'all' ? undefined : app.pickGroup(triage.groups, key));
      progress.done();
      await writeTriage(outputs, (format) => app.briefRenderers[format](briefs, screenOf(typed)));
    },
  );

/** Writes open groups for the import of a tracker. */
export const runExport = (dir: string, typed: ExportOptions): Promise<void> =>
  ask(
    dir,
    typed,
    ({ exportFormats }) => exportFormats,
    async (app, request, outputs, progress) => {
      const { triage } = await app.triage(request, progress.stage);
      progress.done();
      await writeTriage(outputs, (format) => app.renderExport(triage, format));
    },
  );
