import { doctor, doctorFormats, renderDoctor } from '../../app/doctor.js';
import { assertChoice, assertFolder, assertMemorySize, normaliseInstant } from '../checks.js';
import { isColoured } from '../colour.js';
import { writeOut } from '../output.js';
import { createProgress } from '../progress.js';

export interface DoctorOptions {
  readonly format: string;
  readonly asOf?: string;
  readonly store?: string;
  readonly memoryLimit?: string;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

/** Prints what limits the audit of an ecosystem; that something does is no failure. */
export async function runDoctor(dir: string, typed: DoctorOptions): Promise<void> {
  const format = assertChoice('format', typed.format, doctorFormats);
  const asOf = typed.asOf === undefined ? undefined : normaliseInstant('--as-of', typed.asOf);
  const memoryLimit = typed.memoryLimit === undefined ? undefined : assertMemorySize(typed.memoryLimit);
  await assertFolder(dir);
  const progress = createProgress(typed.quiet ?? false);
  const request = { dir, ...(typed.store && { storeDir: typed.store }), ...(asOf && { asOf }) };
  const said = await doctor({ ...request, ...(memoryLimit && { memoryLimit }) }, progress.stage).finally(
    progress.done,
  );
  const isTerminal = process.stdout.isTTY === true;
  const color = isColoured(typed.color, process.env, isTerminal);
  await writeOut(renderDoctor(said, format, { color, width: isTerminal ? process.stdout.columns : 100 }));
}
