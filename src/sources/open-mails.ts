import type { Table } from '../model/table.js';
import { eventsOf, mailHeader } from './mail/events.js';
import type { ReadMail } from './mail/types.js';
import { type RawMail, readMails } from './read-mails.js';
import type { FileFacts, FoundRows, Member, OpenFile, SourceFile } from './types.js';
import { Unreadable } from './unreadable.js';

type ReadOne = (bytes: Uint8Array) => Promise<ReadMail>;

const noMail = (row: number, value: string): FoundRows => [{ row, column: null, value, expected: 'a mail' }];

const isMail = ({ notes }: ReadMail): boolean => !notes.includes('it has no header');

async function rowsOf(read: ReadOne, raw: RawMail, { name }: Member, row: number): Promise<FoundRows> {
  const place = raw.number > 1 || /\.mbo?x/i.test(name) ? `${name}/${raw.number}` : name;
  const mail = await read(raw.bytes);
  return isMail(mail) ? eventsOf(mail, place).map((cells) => ({ row, cells })) : noMail(row, place);
}

/** The events of the mails of a source; rows are the mails, counted through all its files in their order. */
async function* findRows({ members = [] }: SourceFile): AsyncGenerator<FoundRows> {
  const { readMail } = await import('./mail/read-mail.js');
  let row = 0;
  for (const member of members) {
    try {
      for await (const mail of readMails(member)) yield await rowsOf(readMail, mail, member, ++row);
    } catch {
      // Cut off, packed badly, or gone since it was listed.
      yield noMail(++row, member.name);
    }
  }
}

/** Opens a folder, mbox or files of mails: what they report are the events. */
export function openMails(file: SourceFile, facts: FileFacts, { name }: Table): OpenFile {
  if (name !== 'delivery_events')
    throw new Unreadable(`mails tell nothing of ${name}`, 'table: delivery_events');
  const header = [...mailHeader];
  return { ...file, facts, header, firstRow: 1, delimiter: '', found: () => findRows(file) };
}
