import { stat } from 'node:fs/promises';
import type { Problem } from '../model/errors.js';
import type { Table } from '../model/table.js';
import { eventsOf, mailHeader } from './mail/events.js';
import type { ReadMail } from './mail/types.js';
import { lackOf } from './postfix/line.js';
import { PostfixLog, type PostfixTable, postfixHeader } from './postfix/log.js';
import { Queue } from './postfix/queue.js';
import { longestLine, readLines } from './read-lines.js';
import { type RawMail, readMails } from './read-mails.js';
import type { Reject } from './reject.js';
import type { FileFacts, Member, OpenFile, PlannedFile, SourceFile, TextRow } from './types.js';
import { Unreadable } from './unreadable.js';

type ReadOne = (bytes: Uint8Array) => Promise<ReadMail>;
type Rows = readonly (TextRow | Reject)[];

const noMail = (row: number, place: string): Reject => ({
  row,
  column: null,
  value: place,
  expected: 'a mail',
});

const isMail = ({ notes }: ReadMail): boolean => !notes.includes('it has no header');

async function rowsOf(
  read: ReadOne,
  { bytes, number }: RawMail,
  { name }: Member,
  row: number,
): Promise<Rows> {
  const place = number > 1 || /\.mbo?x/i.test(name) ? `${name}/${number}` : name;
  const mail = await read(bytes);
  if (!isMail(mail)) return [noMail(row, place)];
  return eventsOf(mail, place).map((cells) => ({ row, cells }));
}

/** The events of the mails of a source; rows are the mails, counted through all its files in their order. */
async function* findMailRows({ members = [] }: SourceFile): AsyncGenerator<Rows> {
  const { readMail } = await import('./mail/read-mail.js');
  let row = 0;
  for (const member of members) {
    try {
      for await (const mail of readMails(member)) yield await rowsOf(readMail, mail, member, ++row);
    } catch {
      // Cut off, packed badly, or gone since it was listed.
      yield [noMail(++row, member.name)];
    }
  }
}

/** Opens a folder, mbox or files of mails: what they report are the events. */
export function openMails(file: SourceFile, facts: FileFacts, { name }: Table): OpenFile {
  if (name !== 'delivery_events')
    throw new Unreadable(`mails tell nothing of ${name}`, 'table: delivery_events');
  const header = [...mailHeader];
  return { ...file, facts, header, firstRow: 1, delimiter: '', found: () => findMailRows(file) };
}

/** Lines looked at for one of Postfix. */
const mostProbed = 200_000;

async function probe(file: SourceFile): Promise<ReturnType<typeof lackOf>> {
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
async function lastDayOf({ file, path, observed }: SourceFile): Promise<string> {
  const [, year, month, day] = /(20\d\d)-?([01]\d)-?([0-3]\d)/.exec(file.split('/').at(-1)!) ?? [];
  const named = year && Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  const time = observed ? Date.parse(observed.to) : named || (await stat(path)).mtimeMs;
  return new Date(time + oneDay).toISOString().slice(0, 10);
}

const tooLong = (row: number): Reject => ({
  row,
  column: null,
  value: null,
  expected: `a line shorter than ${longestLine / 2 ** 20} MB`,
});

async function* findLogRows(file: SourceFile, table: PostfixTable, lastDay: string): AsyncGenerator<Rows> {
  const log = new PostfixLog(new Queue(), table, lastDay);
  for await (const { lines, first, tooLong: dropped } of readLines(file)) {
    const rows: (TextRow | Reject)[] = table === 'sends' ? [] : dropped.map(tooLong);
    for (let i = 0; i < lines.length; i++) for (const one of log.see(lines[i]!, first + i)) rows.push(one);
    yield rows;
  }
}

const isPostfixTable = (name: string): name is PostfixTable => name in postfixHeader;

/** Opens a log of Postfix: which messages were sent, or what became of them. */
export async function openPostfix(file: SourceFile, facts: FileFacts, { name }: Table): Promise<OpenFile> {
  if (!isPostfixTable(name))
    throw new Unreadable(`a log of Postfix tells nothing of ${name}`, 'table: sends, or delivery_events');
  const lack = await probe(file);
  if (lack === undefined && facts.bytes > 0)
    throw new Unreadable(
      'no line of Postfix in it',
      'lines such as `Nov 22 10:00:01 mx postfix/smtp[1]: 3F2A1B0C9D: to=<…>`',
    );
  const lastDay = lack?.year ? await lastDayOf(file) : '';
  const found = () => findLogRows(file, name, lastDay);
  return { ...file, facts, header: [...postfixHeader[name]], firstRow: 1, delimiter: '', lastDay, found };
}

/** Times without a zone and no zone declared: not a row could be used. */
export function zoneProblems({ file, format, plan, lastDay }: PlannedFile): Problem[] {
  const isUnplaced = plan.records
    .flat()
    .some(({ from, spec, zone }) => from && spec.kind === 'instant' && zone === undefined);
  if (format !== 'postfix' || lastDay === '' || !isUnplaced) return [];
  const message = 'the times of the log have no zone';
  const expected = 'time_zone: the IANA zone of the clock of the machine, such as Europe/Berlin';
  return [{ place: { file }, message, expected, tips: ['nothing was audited'] }];
}
