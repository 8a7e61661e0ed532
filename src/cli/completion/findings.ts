import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../model/report.js';
import { errorClassWords } from '../../report/parts/error-words.js';
import { writeWhole } from '../output.js';
import type { Suggestion } from './suggest.js';

/** Which of the two kinds of line there are. */
type Kind = 'finding' | 'group';

/** Beside what is kept between runs; no person is in it. */
const fileIn = (storeDir: string): string => join(storeDir, 'findings.tsv');

const line = (kind: Kind, ...cells: readonly string[]): string =>
  `${[kind, ...cells].map((cell) => cell.replace(/\s+/g, ' ')).join('\t')}\n`;

/** Keeps what an audit found for whoever types the next command; where nothing is or can be kept, nobody minds. */
export async function rememberFindings(
  storeDir: string,
  { findings, error_groups }: Pick<Report, 'findings' | 'error_groups'>,
): Promise<void> {
  if (!(await stat(storeDir).catch(() => undefined))) return;
  const lines = [
    ...findings.map((one) =>
      line('finding', one.fingerprint, `${one.severity}: ${one.title}, ${one.subject}`),
    ),
    ...error_groups.map((one) => line('group', one.group_key ?? '', errorClassWords(one.error_class))),
  ];
  await writeWhole(fileIn(storeDir), lines.join('')).catch(() => undefined);
}

/** Findings or groups of errors of the last audit, worst first. */
export async function recallFindings(storeDir: string, wanted: Kind): Promise<Suggestion[]> {
  const text = await readFile(fileIn(storeDir), 'utf8').catch(() => '');
  return text.split('\n').flatMap((one) => {
    const [kind, value = '', says = ''] = one.split('\t');
    return kind === wanted && value !== '' ? [{ value, says }] : [];
  });
}
