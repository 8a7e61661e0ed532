import { readMail } from '../../sources/mail/read-mail.js';
import type { MailRecipient, ReadMail } from '../../sources/mail/types.js';
import { readMails } from '../../sources/read-mails.js';
import { type Item, unknownInput } from './types.js';

function typeOf({ kind }: ReadMail, { action }: MailRecipient): string {
  if (kind === 'complaint') return 'complained';
  if (kind === 'autoreply') return 'autoreply';
  if (action === 'delayed') return 'deferred';
  return action === 'failed' || action === '' ? 'bounced' : 'delivered';
}

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
    ...(one.notice !== undefined && { around: one.notice }),
  }));

/** The recipients that the mails of a file report about, named `file#recipient`, of an mbox `file:mail#recipient`. */
export async function* readMailItems(path: string, shown: string): AsyncGenerator<Item[]> {
  for await (const { number, bytes } of readMails({ path, name: path })) {
    const mail = await readMail(bytes);
    if (mail.kind !== 'not_a_bounce') yield itemsOf(mail, number === 1 ? shown : `${shown}:${number}`);
  }
}
