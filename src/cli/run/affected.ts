import { join } from 'node:path';
import type { Affected } from '../../app/affected.js';
import { csvLine } from '../../text/csv.js';
import { mask } from '../../text/mask.js';
import { assertChoice, assertFolder, assertMemorySize, normaliseInstant } from '../checks.js';
import { writeOut } from '../output.js';
import { createProgress } from '../progress.js';
import { createPseudonyms } from '../pseudonym.js';

export interface AffectedOptions {
  readonly format: string;
  readonly reveal?: boolean;
  readonly keyFile?: string;
  readonly asOf?: string;
  readonly store?: string;
  readonly memoryLimit?: string;
  readonly quiet?: boolean;
}

const columns = ['person', 'system', 'key_type', 'key', 'file', 'row'] as const;
type Line = Readonly<Record<(typeof columns)[number], string | number>>;

const renderers = {
  csv: (line: Line): string => csvLine(columns.map((column) => String(line[column]))),
  jsonl: (line: Line): string => `${JSON.stringify(line)}\n`,
};

type Naming = { readonly reveal: boolean; readonly pseudonym: (person: string) => string };

function toLine(record: Affected, { reveal, pseudonym }: Naming): Line {
  const key = record.subject_key ?? '';
  return {
    person: record.person_key === null ? '' : pseudonym(record.person_key),
    system: record.system_id ?? '',
    key_type: record.key_type ?? '',
    key: reveal || key === '' ? key : mask(key),
    file: record.file,
    row: record.row,
  };
}

/** Prints every record behind a finding; stops when nobody reads any more. */
export async function runAffected(finding: string, dir: string, typed: AffectedOptions): Promise<void> {
  const format = assertChoice('format', typed.format, ['csv', 'jsonl'] as const);
  const asOf = typed.asOf === undefined ? undefined : normaliseInstant('--as-of', typed.asOf);
  const memoryLimit = typed.memoryLimit === undefined ? undefined : assertMemorySize(typed.memoryLimit);
  await assertFolder(dir);
  const { affected } = await import('../../app/affected.js');
  const storeDir = typed.store ?? join(dir, '.unsilo');
  const progress = createProgress(typed.quiet ?? false);
  const request = { dir, storeDir, ...(asOf && { asOf }), ...(memoryLimit && { memoryLimit }) };
  await affected(request, finding, progress.stage, async (chunks) => {
    const pseudonym = await createPseudonyms(typed.keyFile, join(storeDir, 'key'));
    const naming = { reveal: typed.reveal ?? false, pseudonym };
    progress.done();
    if (format === 'csv') await writeOut(csvLine(columns));
    for await (const chunk of chunks) {
      const text = chunk.map((record) => renderers[format](toLine(record, naming))).join('');
      if (!(await writeOut(text))) return;
    }
  });
}
