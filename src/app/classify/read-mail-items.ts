import { eventTypeOf } from '../../sources/mail/events.js';
import { readMail } from '../../sources/mail/read-mail.js';
import type { MailRecipient, ReadMail } from '../../sources/mail/types.js';
import { readMails } from '../../sources/read-mails.js';
import { type Item, unknownInput } from './types.js';

/** Whoever reports a message complains of it, whatever the report says of why. */
const typeOf = (mail: ReadMail, one: MailRecipient): string =>
  mail.kind === 'complaint' ? 'complained' : eventTypeOf(mail, one);

const itemsOf = (mail: ReadMail, name: string): Item[] =>
  mail.recipients.map((one, i) => ({
    input: `${name}#${i + 1}`,
    of: {
      ...unknownInput,
      channel: 'email',
      type: typeOf(mail, one),
      enhancedCode: one.enhancedCode,
      replyCode: one.replyCode,
      text: one.diagnostic,
      stage: one.stage ?? '',
      remote: one.remote,
    },
    ...(one.notice !== undefined && { around: one.notice, alone: mail.recipients.length === 1 }),
  }));

/** The recipients that the mails of a file report about, named `file#recipient`, of an mbox `file:mail#recipient`. */
export async function* readMailItems(path: string, shown: string): AsyncGenerator<Item[]> {
  for await (const { number, bytes } of readMails({ path, name: path })) {
    const mail = await readMail(bytes);
    if (mail.kind !== 'not_a_bounce') yield itemsOf(mail, number === 1 ? shown : `${shown}:${number}`);
  }
}
