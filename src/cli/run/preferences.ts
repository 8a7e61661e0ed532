import { policyNames } from '../../model/enums.js';
import { conflictFormats, conflictRenderers } from '../../report/preferences/index.js';
import { assertChoice, assertFolder } from '../checks.js';
import { isColoured } from '../colour.js';
import { createProgress } from '../progress.js';
import { type RunOptions, runRequestOf } from '../run-request.js';
import { show } from '../show.js';

/** Options that every question about preferences has. */
export interface PolicyOptions extends RunOptions {
  readonly policy?: string;
}

export interface ScreenOptions {
  readonly all?: boolean;
  readonly color?: boolean;
}

export interface ConflictOptions extends PolicyOptions, ScreenOptions {
  readonly format: string;
  readonly compare?: string;
}

/** The request, each value checked. */
export const toRequest = (dir: string, { policy, ...run }: PolicyOptions) => ({
  ...(policy !== undefined && { policy: assertChoice('policy', policy, policyNames) }),
  ...runRequestOf(dir, run),
});

/** How text for this terminal is written. */
export const screenOf = ({ all = false, color }: ScreenOptions) => ({
  all,
  color: isColoured(color, process.env, process.stdout.isTTY ?? false),
  width: process.stdout.columns ?? 100,
});

/** Prints who is at odds with whom, by cause. */
export async function runConflicts(dir: string, typed: ConflictOptions): Promise<void> {
  const format = assertChoice('format', typed.format, conflictFormats);
  const compare =
    typed.compare === undefined
      ? {}
      : { compare: assertChoice('policy of --compare', typed.compare, policyNames) };
  const request = { ...toRequest(dir, typed), ...compare };
  await assertFolder(dir);
  const progress = createProgress(typed.quiet ?? false);
  try {
    const { conflicts } = await import('../../app/preferences/conflicts.js');
    const found = await conflicts(request, progress.stage);
    progress.done();
    await show(conflictRenderers[format](found, screenOf(typed)));
  } finally {
    progress.done();
  }
}
