import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CorrectionLine } from '../../app/preferences/corrections.js';
import { correctionColumns, heldBackColumns } from '../../model/corrections.js';
import { UsageError } from '../../model/errors.js';
import { countOf } from '../../report/parts/shares.js';
import { csvLine } from '../../text/csv.js';
import { groupDigits } from '../../text/numbers.js';
import { printable } from '../../text/printable.js';
import { assertFolder } from '../checks.js';
import { openFiles } from '../correction-files.js';
import { assertWritable, writeOut } from '../output.js';
import { createProgress } from '../progress.js';
import { type PolicyOptions, toRequest } from './preferences.js';

export interface CorrectionOptions extends PolicyOptions {
  readonly out?: string;
  readonly reveal?: boolean;
}

/** Lines of systems, and those held back. */
interface Counts {
  readonly bySystem: Map<string, number>;
  heldBack: number;
}

const heldBack = 'held-back';

/** A list of masked keys mends nothing, and keys in clear are given out only when asked for. */
function assertAsked({ out, reveal }: CorrectionOptions): void {
  if (out !== undefined && reveal !== true)
    throw new UsageError({
      message: 'corrections need the keys of customers in clear',
      expected: '--reveal, and a folder that only those may read who mend the records',
      tips: ['without --out only the numbers are shown'],
    });
  if (out === undefined && reveal === true)
    throw new UsageError({
      message: '--reveal without --out',
      expected: 'a folder for the files: --out DIR',
    });
}

function toCells({ system_id, reason, cells }: CorrectionLine, columns: object): string[] {
  const all: Readonly<Record<string, string>> = { system_id, reason: reason ?? '', ...cells };
  return Object.keys(columns).map((name) => all[name] ?? '');
}

/** What an earlier run left there must not be taken for what this one says. */
async function assertEmpty(folder: string): Promise<void> {
  const files = await readdir(folder).catch(() => []);
  if (files.some((file) => file.endsWith('.csv')))
    throw new UsageError({
      message: `there are lists in ${folder} already`,
      expected: 'an empty folder, or a new one, so that no list of another day stays among these',
    });
}

/** Writes each line into the file of its system, or of what is held back. */
async function write(lines: AsyncIterable<CorrectionLine[]>, out: string | undefined): Promise<Counts> {
  const counts: Counts = { bySystem: new Map(), heldBack: 0 };
  const files = out === undefined ? undefined : openFiles(out);
  try {
    for await (const some of lines)
      for (const line of some) {
        const { system_id, reason } = line;
        if (reason === undefined) counts.bySystem.set(system_id, (counts.bySystem.get(system_id) ?? 0) + 1);
        else counts.heldBack += 1;
        const columns = reason === undefined ? correctionColumns : heldBackColumns;
        const [key, name] = reason === undefined ? [`system ${system_id}`, system_id] : [heldBack, heldBack];
        await files?.add(key, name, csvLine(Object.keys(columns)), csvLine(toCells(line, columns)));
      }
    await files?.finish();
  } finally {
    await files?.discard();
  }
  return counts;
}

function summary({ bySystem, heldBack: back }: Counts, out: string | undefined): string {
  const systems = [...bySystem].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = systems.map(([system, count]) => `${printable(system)}  ${groupDigits(count)}`);
  const total = systems.reduce((sum, [, count]) => sum + count, 0);
  const tail =
    back === 0 ? '' : `, ${groupDigits(back)} held back${out === undefined ? '' : ` (${heldBack}.csv)`}`;
  return [
    `${countOf(total, 'value')} to put right in ${countOf(systems.length, 'system')}${tail}`,
    ...lines,
    '',
  ].join('\n');
}

/** Writes for each system what to put right; without a folder only how much. */
export async function runCorrections(dir: string, typed: CorrectionOptions): Promise<void> {
  assertAsked(typed);
  const request = toRequest(dir, typed);
  await assertFolder(dir);
  if (typed.out !== undefined) {
    await assertEmpty(typed.out);
    await assertWritable(join(typed.out, `${heldBack}.csv`));
  }
  const progress = createProgress(typed.quiet ?? false);
  try {
    const { corrections } = await import('../../app/preferences/corrections.js');
    const counts = await corrections(request, progress.stage, (lines) => write(lines, typed.out));
    progress.done();
    await writeOut(summary(counts, typed.out));
  } finally {
    progress.done();
  }
}
