import { stat } from 'node:fs/promises';
import type { Problem } from '../model/errors.js';
import type { Table } from '../model/table.js';
import { lackOf } from './postfix/line.js';
import { PostfixLog, type PostfixTable, postfixHeader } from './postfix/log.js';
import { dayOfName } from './postfix/rotated.js';
import { longestLine, readLines } from './read-lines.js';
import type { Reject } from './reject.js';
import type { FileFacts, FoundRows, Member, OpenFile, PlannedFile, SourceFile, TextRow } from './types.js';
import { Unreadable } from './unreadable.js';

/** A file of a log, and what its times lack. */
interface Part extends Member {
  readonly gzip: boolean;
  readonly zoneless: boolean;
  /** The day it ends at the latest; `` where its times have years. */
  readonly lastDay: string;
}

/** Lines looked at for one of Postfix. */
const mostProbed = 200_000;

async function probe(file: Pick<Part, 'path' | 'gzip' | 'inside'>): Promise<ReturnType<typeof lackOf>> {
  for await (const { lines, first } of readLines(file)) {
    for (const line of lines) {
      const lack = lackOf(line);
      if (lack) return lack;
    }
    if (first > mostProbed) break;
  }
  return undefined;
}

const oneDay = 86_400_000;

/**
 * The day a log without years ends at the latest: the day after the one declared, named by its file, or on which it was
 * written last, since its clock may be ahead of ours.
 */
async function lastDayOf({ name, path, inside }: Member, { observed }: SourceFile): Promise<string> {
  const day = dayOfName(name);
  const time = observed?.to ?? (day && `${day}T00:00:00Z`);
  return new Date((time ? Date.parse(time) : (await stat(inside?.archive ?? path)).mtimeMs) + oneDay)
    .toISOString()
    .slice(0, 10);
}

async function partsOf(file: SourceFile): Promise<Part[]> {
  const { members = [{ ...file, name: file.file }] } = file;
  const parts: Part[] = [];
  for (const member of members) {
    const gzip = /\.gz$/i.test(member.path) || (file.members === undefined && file.gzip);
    const lack = await probe({ ...member, gzip });
    if (lack === undefined) continue;
    parts.push({
      ...member,
      gzip,
      zoneless: lack.zone,
      lastDay: lack.year ? await lastDayOf(member, file) : '',
    });
  }
  return parts;
}

const tooLong = (row: number): Reject => ({
  row,
  column: null,
  value: null,
  expected: `a line shorter than ${longestLine / 2 ** 20} MB`,
});

/** The rows of a log; its files go on counting where the one before ended, and know what waited then. */
async function* findRows(parts: readonly Part[], table: PostfixTable): AsyncGenerator<FoundRows> {
  const log = new PostfixLog(table);
  let before = 0;
  for (const part of parts) {
    log.begin(part.lastDay);
    let last = 0;
    for await (const { lines, first, tooLong: dropped } of readLines(part)) {
      const start = before + first;
      const rows: (TextRow | Reject)[] = table === 'sends' ? [] : dropped.map((row) => tooLong(before + row));
      for (let i = 0; i < lines.length; i++) for (const one of log.see(lines[i]!, start + i)) rows.push(one);
      last = first + lines.length - 1;
      yield rows;
    }
    before += last;
  }
}

const isPostfixTable = (name: string): name is PostfixTable => name in postfixHeader;

/** Opens a log of Postfix, of one file or of several that follow each other: which messages were sent, or what became of them. */
export async function openPostfix(file: SourceFile, facts: FileFacts, { name }: Table): Promise<OpenFile> {
  if (!isPostfixTable(name))
    throw new Unreadable(`a log of Postfix tells nothing of ${name}`, 'table: sends, or delivery_events');
  const parts = await partsOf(file);
  if (parts.length === 0 && facts.bytes > 0)
    throw new Unreadable(
      'no line of Postfix in it',
      'lines such as `Nov 22 10:00:01 mx postfix/smtp[1]: 3F2A1B0C9D: to=<…>`',
    );
  const lastDay = parts.map((part) => part.lastDay).join();
  const zoneless = parts.some((part) => part.zoneless);
  const open = { header: [...postfixHeader[name]], firstRow: 1, delimiter: '', lastDay, zoneless };
  return { ...file, ...open, facts, found: () => findRows(parts, name) };
}

/** Times without a zone and no zone declared: not a row could be used. */
export function zoneProblems({ file, plan, zoneless = false }: PlannedFile): Problem[] {
  const isUnplaced = plan.records
    .flat()
    .some(({ from, spec, zone }) => from && spec.kind === 'instant' && zone === undefined);
  if (!zoneless || !isUnplaced) return [];
  const message = 'the times of the log have no zone';
  const expected = 'time_zone: the IANA zone of the clock of the machine, such as Europe/Berlin';
  return [{ place: { file }, message, expected, tips: ['nothing was audited'] }];
}
