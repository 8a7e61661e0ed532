import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { BaselineRequest, Kept } from '../../app/baseline.js';
import { UsageError } from '../../model/errors.js';
import { countBySeverity, createdLines, stateLines } from '../baseline-lines.js';
import { assertFolder } from '../checks.js';
import { assertWritable, writeOut, writeWhole } from '../output.js';
import { assertDay, baselineFile, dayOf, readGiven } from '../past.js';
import { createProgress } from '../progress.js';
import { type RunOptions, runRequestOf } from '../run-request.js';
import { readVersion } from '../version.js';

/** Options as the command line gives them. */
export interface BaselineOptions extends RunOptions {
  readonly gate?: boolean;
  readonly file?: string;
  readonly today?: string;
}

export interface CreateOptions extends BaselineOptions {
  readonly reason: string;
  readonly owner?: string;
  readonly expires?: string;
  readonly only?: string[];
  readonly renew?: boolean;
}

const fileOf = (dir: string, { file }: BaselineOptions): string => file ?? join(dir, baselineFile);

/** The request, each value checked; without a baseline yet. */
async function toRequest(dir: string, typed: BaselineOptions): Promise<BaselineRequest> {
  await assertFolder(dir);
  return {
    version: readVersion(),
    today: dayOf(typed.today),
    ...runRequestOf(dir, typed),
  };
}

const tips = ['unsilo baseline create writes one'];

async function withBaseline(dir: string, typed: BaselineOptions): Promise<BaselineRequest> {
  const request = await toRequest(dir, typed);
  return { ...request, given: await readGiven('the baseline', fileOf(dir, typed), dir, tips) };
}

/** The baseline there is, or none. A baseline that is there and cannot be read stops the run: nothing is overwritten. */
async function withAnyBaseline(dir: string, typed: BaselineOptions): Promise<BaselineRequest> {
  const isThere = await access(fileOf(dir, typed)).then(
    () => true,
    () => false,
  );
  return isThere ? withBaseline(dir, typed) : toRequest(dir, typed);
}

/** Who finds: the audit, or with --gate the gate. */
const loadBaseline = ({ gate }: BaselineOptions) =>
  gate ? import('../../app/gate/baseline.js') : import('../../app/baseline.js');

function assertDecision({ reason, owner, expires }: CreateOptions, today: string): void {
  if (reason.trim() === '' || owner?.trim() === '')
    throw new UsageError({ message: `--${reason.trim() === '' ? 'reason' : 'owner'} is empty` });
  if (expires !== undefined && assertDay('--expires', expires) < today) {
    throw new UsageError({
      message: '--expires is in the past',
      value: expires,
      expected: `${today} or later`,
    });
  }
}

/** Accepts findings and writes the baseline. */
export async function runCreate(dir: string, typed: CreateOptions): Promise<void> {
  const request = await withAnyBaseline(dir, typed);
  assertDecision(typed, request.today);
  const file = fileOf(dir, typed);
  await assertWritable(file);
  const { reason, owner, expires, only = [], renew = false } = typed;
  const { createBaseline } = await loadBaseline(typed);
  const progress = createProgress(typed.quiet ?? false);
  const decision = { reason, only, renew, ...(owner && { owner }), ...(expires && { expires }) };
  const kept = await createBaseline({ ...request, ...decision }, progress.stage).finally(progress.done);
  await writeWhole(file, kept.text);
  await writeOut(createdLines(file, kept, renew));
}

/** Takes stale entries out; a baseline without any is not touched. */
export async function runPrune(dir: string, typed: BaselineOptions): Promise<void> {
  const request = await withBaseline(dir, typed);
  const file = fileOf(dir, typed);
  await assertWritable(file);
  const { pruneBaseline } = await loadBaseline(typed);
  const progress = createProgress(typed.quiet ?? false);
  const kept: Kept = await pruneBaseline(request, progress.stage).finally(progress.done);
  const stale = kept.states.filter(({ state }) => state === 'stale');
  if (kept.text !== request.given?.text) await writeWhole(file, kept.text);
  await writeOut(stateLines(stale, request.today));
  await writeOut(`${file}: ${stale.length} taken out, ${countBySeverity(kept.entries)} left\n`);
}

/** Says what became of every entry; 1 when somebody must do something about one. */
export async function runCheck(dir: string, typed: BaselineOptions): Promise<number> {
  const request = await withBaseline(dir, typed);
  const { checkBaseline } = await loadBaseline(typed);
  const progress = createProgress(typed.quiet ?? false);
  const states = await checkBaseline(request, progress.stage).finally(progress.done);
  await writeOut(stateLines(states, request.today));
  return states.some(({ state }) => ['stale', 'expired', 'outgrown'].includes(state)) ? 1 : 0;
}
