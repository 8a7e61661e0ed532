import type { Triaged, TriageRequest } from '../../app/triage/index.js';
import { exportFormats, renderExport } from '../../report/triage/export.js';
import {
  briefFormats,
  briefRenderers,
  briefsFor,
  showFormats,
  showRenderers,
  triageFormats,
  triageRenderers,
} from '../../report/triage/index.js';
import { pickGroup } from '../../triage/pick.js';
import { assertFolder } from '../checks.js';
import { checkFormats, type FormatOutput, writeFormats } from '../format-outputs.js';
import { readGiven } from '../past.js';
import { createProgress } from '../progress.js';
import { type PolicyOptions, type ScreenOptions, screenOf, toRequest } from './preferences.js';

/** Options of every question about errors. */
export interface AskOptions extends PolicyOptions, ScreenOptions {
  readonly against?: readonly string[];
  readonly format?: readonly string[];
}

export interface TriageOptions extends AskOptions {
  readonly failOnOverdue?: boolean;
}

async function toTriageRequest(dir: string, typed: AskOptions): Promise<TriageRequest> {
  const request = toRequest(dir, typed);
  await assertFolder(dir);
  const files = typed.against ?? [];
  const against = await Promise.all(files.map((file) => readGiven('--against', file, dir, [])));
  return { ...request, against };
}

/** Runs triage and writes what `renderer` makes of it; only a page shows a picture. */
async function ask<T extends string>(
  dir: string,
  typed: AskOptions,
  formats: readonly [T, ...T[]],
  renderer: (triaged: Triaged) => (format: T) => string,
  picture?: TriageRequest['picture'],
): Promise<Triaged> {
  const outputs: readonly FormatOutput<T>[] = await checkFormats(typed.format, formats);
  const request = await toTriageRequest(dir, typed);
  const progress = createProgress(typed.quiet ?? false);
  try {
    const { triage } = await import('../../app/triage/index.js');
    const isPage = outputs.some(({ format }) => format === 'html');
    const drawn = isPage && picture !== undefined ? { picture } : {};
    const triaged = await triage({ ...request, ...drawn }, progress.stage);
    const render = renderer(triaged);
    progress.done();
    await writeFormats(outputs, render);
    return triaged;
  } finally {
    progress.done();
  }
}

/** Prints which error comes first, who acts, by when; 1 with --fail-on-overdue when somebody is late. */
export async function runTriage(dir: string, typed: TriageOptions): Promise<number> {
  const { triage } = await ask(
    dir,
    typed,
    triageFormats,
    ({ triage, picture }) =>
      (format) =>
        triageRenderers[format](triage, screenOf(typed), picture),
    'open',
  );
  return typed.failOnOverdue === true && triage.groups.some(({ overdue }) => overdue) ? 1 : 0;
}

/** Prints the root-cause report of one group. */
export async function runShow(key: string, dir: string, typed: AskOptions): Promise<void> {
  await ask(
    dir,
    typed,
    showFormats,
    ({ triage, picture }) => {
      const group = pickGroup(triage.groups, key);
      return (format) => showRenderers[format](group, triage, screenOf(typed), picture);
    },
    { of: key },
  );
}

/** Prints what agents may say and do about one group, or about all that are open. */
export async function runBrief(key: string, dir: string, typed: AskOptions): Promise<void> {
  await ask(dir, typed, briefFormats, ({ triage }) => {
    const briefs = briefsFor(triage, key === 'all' ? undefined : pickGroup(triage.groups, key));
    return (format) => briefRenderers[format](briefs, screenOf(typed));
  });
}

/** Writes open groups for the import of a tracker. */
export async function runExport(dir: string, typed: AskOptions): Promise<void> {
  await ask(
    dir,
    typed,
    exportFormats,
    ({ triage }) =>
      (format) =>
        renderExport(triage, format),
  );
}
