import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Given, PastRequest } from '../app/read-past.js';
import { UsageError } from '../model/errors.js';
import { insideOf } from '../text/inside-of.js';

/** Where the baseline lies when nobody says: beside unsilo.yaml. */
export const baselineFile = 'unsilo.baseline.yaml';

/** Options that compare a run with what was before. */
export interface PastOptions {
  readonly baseline?: string | true;
  readonly against?: string;
  readonly failOnNew?: boolean;
  readonly today?: string;
}

/** A file as reports name it: from the ecosystem's folder, or by its name where it lies elsewhere. */
const nameOf = (file: string, dir: string): string => insideOf(dir, file) || basename(file);

/** The text of a file somebody named. */
export async function readGiven(option: string, file: string, dir: string, tips: string[]): Promise<Given> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) {
    throw new UsageError({
      message: `${option} ${file} is a folder`,
      tips: ['put the folder of the ecosystem before the option'],
    });
  }
  try {
    return { file: nameOf(file, dir), text: await readFile(file, 'utf8') };
  } catch {
    throw new UsageError({ message: `${option} ${file} cannot be read`, tips });
  }
}

/** A day of the command line. */
export function assertDay(option: string, value: string): string {
  const time = Date.parse(`${value}T00:00:00Z`);
  const stands = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(time);
  if (stands && new Date(time).toISOString().startsWith(value)) return value;
  throw new UsageError({ message: `${option} is not a day`, value, expected: '2026-03-31' });
}

/** The day of `--today`, else of the clock: the only use of it. */
export const dayOf = (today: string | undefined): string =>
  today === undefined ? new Date().toISOString().slice(0, 10) : assertDay('--today', today);

const isSnapshot = ({ text }: Given): boolean => text.trimStart().startsWith('{');

function assertOnce(baseline: Given | undefined, against: string | undefined): void {
  if (baseline === undefined || against === undefined || !isSnapshot(baseline)) return;
  throw new UsageError({
    message: `--baseline ${baseline.file} is a snapshot, and --against names another`,
    tips: ['give the snapshot once, with --against'],
  });
}

/** What a run is compared with. A snapshot given as baseline stands for --against with --fail-on-new. */
export async function readPastOptions(
  dir: string,
  { baseline: typed, against, failOnNew = false, today }: PastOptions,
): Promise<PastRequest & { readonly failOnNew: boolean }> {
  const day = dayOf(today);
  const file = typed === true ? join(dir, baselineFile) : typed;
  const baseline =
    file === undefined
      ? undefined
      : await readGiven('--baseline', file, dir, ['unsilo baseline create writes one']);
  assertOnce(baseline, against);
  if (baseline && isSnapshot(baseline)) return { against: baseline, failOnNew: true };
  if (failOnNew && against === undefined) {
    throw new UsageError({
      message: '--fail-on-new needs an earlier snapshot',
      tips: ['--against FILE names one'],
    });
  }
  return {
    failOnNew,
    ...(baseline && { baseline: { ...baseline, today: day } }),
    ...(against !== undefined && { against: await readGiven('--against', against, dir, []) }),
  };
}
