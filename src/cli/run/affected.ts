import { join } from 'node:path';
import type { Affected } from '../../app/affected.js';
import { UsageError } from '../../model/errors.js';
import { csvLine } from '../../text/csv.js';
import { escapeJson } from '../../text/escape-json.js';
import { mask } from '../../text/mask.js';
import { printable } from '../../text/printable.js';
import { assertChoice, assertFolder } from '../checks.js';
import { writeOut } from '../output.js';
import { createProgress } from '../progress.js';
import { createPseudonyms } from '../pseudonym.js';
import { type RunOptions, runRequestOf } from '../run-request.js';

export interface AffectedOptions extends RunOptions {
  readonly format: string;
  readonly reveal?: boolean;
  readonly keyFile?: string;
}

const warn = (warning: string): void => void process.stderr.write(`unsilo: ${printable(warning)}\n`);

type Line = Readonly<Record<string, string | number>>;

const renderers = {
  csv: (line: Line): string => csvLine(Object.values(line).map((value) => printable(String(value)))),
  jsonl: (line: Line): string => `${escapeJson(JSON.stringify(line))}\n`,
};

type Naming = { readonly reveal: boolean; readonly pseudonym: (person: string) => string };

const shown = (text: string | null, reveal: boolean): string =>
  reveal || text === null ? (text ?? '') : mask(text);

/** A row set aside is nobody's yet: what is wrong in it stands where other lines have the person. */
function toLine(record: Affected, { reveal, pseudonym }: Naming): Line {
  if (record.expected !== null) {
    const { file, row, column, value, expected } = record;
    return { file, row, column: column ?? '', value: shown(value, reveal), expected };
  }
  return {
    person: record.person_key === null ? '' : pseudonym(record.person_key),
    system: record.system_id ?? '',
    key_type: record.key_type ?? '',
    key: shown(record.subject_key, reveal),
    file: record.file,
    row: record.row,
  };
}

/** Prints every record behind a finding; stops when nobody reads any more. */
export async function runAffected(finding: string, dir: string, typed: AffectedOptions): Promise<void> {
  const format = assertChoice('format', typed.format, ['csv', 'jsonl'] as const);
  const request = { storeDir: join(dir, '.unsilo'), ...runRequestOf(dir, typed) };
  if (/[/\\.]/.test(finding))
    throw new UsageError({
      message: `'${finding}' is no fingerprint of a finding`,
      expected: 'the finding first, then the folder',
      tips: [`unsilo affected 4f1d ${finding}`],
    });
  await assertFolder(dir);
  const { affected } = await import('../../app/affected.js');
  const progress = createProgress(typed.quiet ?? false);
  await affected(request, finding, progress.stage, async (chunks) => {
    const pseudonym = await createPseudonyms(typed.keyFile, request.storeDir, warn);
    const naming = { reveal: typed.reveal ?? false, pseudonym };
    progress.done();
    let headed = format !== 'csv';
    for await (const chunk of chunks) {
      const lines = chunk.map((record) => toLine(record, naming));
      if (!headed && lines[0]) await writeOut(csvLine(Object.keys(lines[0])));
      headed = true;
      if (!(await writeOut(lines.map((line) => renderers[format](line)).join('')))) return;
    }
  });
}
