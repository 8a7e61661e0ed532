import { UsageError } from '../../model/errors.js';
import { parseDuration } from '../../text/durations.js';
import { assertFolder } from '../checks.js';
import { assertWritable, writeOut, writeWhole } from '../output.js';
import { createProgress } from '../progress.js';
import { type RunOptions, runRequestOf } from '../run-request.js';

export interface ExportOptions extends RunOptions {
  readonly out: string;
  readonly validFor: string;
}

export interface CheckOptions {
  readonly today?: string;
}

function assertDuration(value: string): number {
  const seconds = parseDuration(value);
  if (seconds !== undefined && seconds > 0) return seconds;
  throw new UsageError({
    message: '--valid-for is not a time',
    value,
    expected: 'an ISO 8601 duration, P30D',
  });
}

/** Writes the contract of an ecosystem. */
export async function runExport(dir: string, typed: ExportOptions): Promise<void> {
  const request = { validFor: assertDuration(typed.validFor), ...runRequestOf(dir, typed) };
  await assertFolder(dir);
  if (typed.out !== '-') await assertWritable(typed.out);
  const progress = createProgress(typed.quiet ?? false);
  try {
    const { exportContract } = await import('../../app/contract/export.js');
    const { sumUp } = await import('../../report/contract.js');
    const contract = await exportContract(request, progress.stage);
    progress.done();
    const text = `${JSON.stringify(contract, null, 2)}\n`;
    if (typed.out === '-') await writeOut(text);
    else {
      await writeWhole(typed.out, text);
      await writeOut(`${typed.out}: ${sumUp(contract)}\n`);
    }
  } finally {
    progress.done();
  }
}

function assertDay(value: string): string {
  const time = Date.parse(`${value}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(time)) return value;
  throw new UsageError({ message: '--today is not a day', value, expected: 'YYYY-MM-DD' });
}

/** Says what is wrong with a contract; 1 when it is stale. */
export async function runCheck(file: string, { today }: CheckOptions): Promise<number> {
  const day = today === undefined ? new Date().toISOString().slice(0, 10) : assertDay(today);
  const { checkContract } = await import('../../app/contract/check.js');
  const { text, isStale } = await checkContract(file, day);
  await writeOut(text);
  return isStale ? 1 : 0;
}
