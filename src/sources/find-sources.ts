import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { importFormats } from '../model/enums.js';
import type { Problem } from '../model/errors.js';
import type { SourceConfig } from '../model/source-settings.js';
import { findTable } from '../model/tables/index.js';
import { didYouMean } from '../text/nearest.js';
import { findMembers } from './archives/find-members.js';
import { planExports } from './exports/plan-exports.js';
import { findMails } from './find-mails.js';
import type { Format } from './format.js';
import { openIntake } from './intake/find-sheets.js';
import { sourceProblems, zoneProblem } from './mapping/check-source.js';
import { namedMappingProblems } from './named-mapping.js';
import { joinRotated } from './postfix/rotated.js';
import { type ConfigProblem, type ConfigText, configFile } from './read-config.js';
import { listFiles } from './read-files.js';
import type { Member, SourceFile } from './types.js';

const byExtension: Readonly<Record<string, Format>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'jsonl',
  parquet: 'parquet',
  eml: 'mail',
  mbox: 'mail',
  mbx: 'mail',
  xlsx: 'xlsx',
};

/** What the log of a mail server is called, also after it was rotated. */
const mailLog = /(?:^|\/)(?:maillog|mail\.(?:log|info)|postfix\.log)(?:[.-]\d[\w.-]*)?(?:\.gz)?$/i;

/** The format a file's name tells; text with delimiters when it tells nothing. */
export function formatOf(file: string): Format {
  if (mailLog.test(file)) return 'postfix';
  const extension = file.replace(/\.gz$/, '').split('.').at(-1) ?? '';
  return byExtension[extension.toLowerCase()] ?? 'csv';
}

const sourceFile = ({ name: file, ...place }: Member, source: SourceConfig, entry: number): SourceFile => ({
  ...place,
  file,
  format: importFormats.find((format) => format === source.table) ?? source.format ?? formatOf(file),
  gzip: file.endsWith('.gz'),
  source,
  entry,
});

async function noFile(
  dir: string,
  source: SourceConfig,
  entry: number,
  report: ConfigProblem,
): Promise<Problem> {
  const known = await listFiles(dir);
  const found = await stat(join(dir, source.file)).catch(() => undefined);
  const folder = found?.isDirectory() ?? false;
  return report(['sources', entry, 'file'], {
    message: folder ? `'${source.file}' is a folder` : `no file matches '${source.file}'`,
    value: source.file,
    expected: 'a path or glob of files beside unsilo.yaml',
    tips: folder ? [`files in it: ${source.file.replace(/\/+$/, '')}/*`] : didYouMean(source.file, known),
  });
}

/** The files of all sources, by file, table and place in unsilo.yaml; and what is wrong with their entries. */
export async function findSources(
  dir: string,
  { config, problem }: ConfigText,
): Promise<{ files: SourceFile[]; problems: Problem[] }> {
  const problems = zoneProblem(config.time_zone, ['time_zone'], problem);
  const files: SourceFile[] = [];
  for (const [entry, source] of config.sources.entries()) {
    const table = findTable(source.table);
    if (table) problems.push(...sourceProblems(source, table, ['sources', entry], problem));
    problems.push(...(await namedMappingProblems(source, ['sources', entry, 'mapping'], problem)));
    const { members, problems: unread } = await findMembers(dir, source.file);
    problems.push(...unread);
    // A glob for YAML files finds this one, too.
    const found = members.filter(({ name }) => name !== configFile);
    const mails = await findMails(dir, source, entry, found);
    if (found.length + unread.length === 0 && !mails)
      problems.push(await noFile(dir, source, entry, problem));
    const given = mails ? [mails] : found.map((member) => sourceFile(member, source, entry));
    if (source.table === 'intake') {
      const found = await Promise.all(given.map(openIntake));
      files.push(...found.flatMap((one) => one.files));
      problems.push(...found.flatMap((one) => one.problems));
      continue;
    }
    const planned = planExports(joinRotated(given), source, entry, { config, problem });
    files.push(...planned.files);
    problems.push(...planned.problems);
  }
  return { files: files.sort(byFile), problems };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byFile = (a: SourceFile, b: SourceFile): number =>
  compare(a.file, b.file) || compare(a.source.table, b.source.table) || a.entry - b.entry;
