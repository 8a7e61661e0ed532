import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../model/errors.js';
import { intakeLanguages } from '../../model/intake.js';
import { assertChoice, assertFolder } from '../checks.js';
import { isColoured } from '../colour.js';
import { readLines, writtenLines } from '../intake-lines.js';
import { assertWritable, writeOut, writeWhole } from '../output.js';
import { createProgress } from '../progress.js';
import { type RunOptions, runRequestOf } from '../run-request.js';
import { show } from '../show.js';

interface LanguageOptions extends RunOptions {
  readonly language: string;
}

export interface WriteOptions extends LanguageOptions {
  readonly out?: string;
  readonly empty?: boolean;
  readonly force?: boolean;
}

export interface QuestionOptions extends LanguageOptions {
  readonly format: string;
  readonly owner?: string;
  readonly color?: boolean;
}

export interface ReadOptions {
  readonly out: string;
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** Work of hours may stand in a workbook, so none is written over unasked. */
async function assertFree(file: string, force: boolean): Promise<void> {
  if (!force && (await isFile(file)))
    throw new UsageError({
      message: `${file} exists already`,
      tips: ['name another with --out', '--force writes over it'],
    });
  await assertWritable(file);
}

/** Rows that could not be read may stand in the very workbook that is about to be replaced. */
async function assertNothingLost(file: string, leftOut: number): Promise<void> {
  if (leftOut > 0 && (await isFile(file)))
    throw new UsageError({
      message: `rows that could not be read would be lost from ${file}`,
      value: String(leftOut),
      tips: ['unsilo intake questions lists them', 'name another file with --out'],
    });
}

/** Writes the workbook: of an ecosystem with what is known, else an empty one. */
export async function runWrite(dir: string, typed: WriteOptions): Promise<void> {
  const language = assertChoice('language', typed.language, intakeLanguages);
  await assertFolder(dir, 'a folder for the workbook');
  const file = typed.out ?? join(dir, 'intake.xlsx');
  await assertFree(file, typed.force ?? false);
  const isKnown = !typed.empty && (await isFile(join(dir, 'unsilo.yaml')));
  const request = runRequestOf(dir, typed);
  const { writeIntake } = await import('../../app/intake/index.js');
  const progress = createProgress(typed.quiet ?? false);
  const written = await writeIntake(isKnown ? request : undefined, language, progress.stage).finally(
    progress.done,
  );
  await assertNothingLost(file, written.leftOut);
  await writeWhole(file, written.bytes);
  await writeOut(writtenLines(written, file, isKnown ? join(dir, 'unsilo.yaml') : undefined));
}

/** Prints what is open; that something is, is no failure. */
export async function runQuestions(place: string, typed: QuestionOptions): Promise<void> {
  const { questionFormats, readQuestions, renderQuestions } = await import('../../app/intake/index.js');
  const language = assertChoice('language', typed.language, intakeLanguages);
  const format = assertChoice('format', typed.format, questionFormats);
  const isWorkbook = await isFile(place);
  if (!isWorkbook) await assertFolder(place, 'a folder with unsilo.yaml, or a workbook');
  const from = isWorkbook ? { workbook: place } : { request: runRequestOf(place, typed) };
  const progress = createProgress(typed.quiet ?? false);
  const said = await readQuestions(from, language, progress.stage, typed.owner).finally(progress.done);
  const isTerminal = process.stdout.isTTY === true;
  const options = {
    color: isColoured(typed.color, process.env, isTerminal),
    width: isTerminal ? process.stdout.columns : 100,
  };
  await show(renderQuestions(said, format, options));
}

/** Writes a workbook's tables as CSV files; 1 when rows could not be used. */
export async function runRead(workbook: string, { out }: ReadOptions): Promise<number> {
  if (!(await isFile(workbook)))
    throw new UsageError({ message: `there is no file '${workbook}'`, expected: 'an .xlsx workbook' });
  const { readWorkbook } = await import('../../app/intake/index.js');
  const read = await readWorkbook(workbook);
  for (const { name, csv } of read.tables) {
    const file = join(out, `${name}.csv`);
    await assertWritable(file);
    await writeWhole(file, csv);
  }
  await writeOut(readLines(read, out));
  return read.rowsSetAside > 0 ? 1 : 0;
}
