import { doctor, doctorFormats, renderDoctor } from '../../app/doctor.js';
import { assertChoice, assertFolder } from '../checks.js';
import { isColoured } from '../colour.js';
import { createProgress } from '../progress.js';
import { type RunOptions, runRequestOf } from '../run-request.js';
import { show } from '../show.js';

export interface DoctorOptions extends RunOptions {
  readonly format: string;
  readonly color?: boolean;
}

/** Prints what limits the audit of an ecosystem; that something does is no failure. */
export async function runDoctor(dir: string, typed: DoctorOptions): Promise<void> {
  const format = assertChoice('format', typed.format, doctorFormats);
  const request = runRequestOf(dir, typed);
  await assertFolder(dir);
  const progress = createProgress(typed.quiet ?? false);
  const said = await doctor(request, progress.stage).finally(progress.done);
  const isTerminal = process.stdout.isTTY === true;
  const color = isColoured(typed.color, process.env, isTerminal);
  await show(renderDoctor(said, format, { color, width: isTerminal ? process.stdout.columns : 100 }));
}
