import { createHash } from 'node:crypto';
import { says } from './mentions.js';
import { oneLine } from './one-line.js';
import type { MailRecipient, ReadMail } from './types.js';

/** Columns of the events that mails report; beyond those of the table they tell where a mail is and what it says. */
export const mailHeader = [
  'event_id',
  'message_key',
  'type',
  'time',
  'channel',
  'contact_point',
  'raw_type',
  'reply_code',
  'enhanced_code',
  'diagnostic',
  'original_address',
  'remote',
  'stage',
  'subject',
  'source_ip',
] as const;

/** RFC 5965 7.3 and RFC 6591: not every report says that somebody complained. */
const feedbackTypes: Readonly<Record<string, string>> = {
  'opt-out': 'unsubscribed',
  'opt-out-list': 'unsubscribed',
  'auth-failure': 'unknown',
};

/** What became of a message by what a mail reports of one of its recipients. */
export const eventTypeOf = ({ kind, feedbackType = '' }: ReadMail, { action }: MailRecipient): string => {
  if (kind === 'complaint') return feedbackTypes[feedbackType] ?? 'complained';
  if (kind === 'autoreply') return 'autoreply';
  if (action === 'delayed') return 'deferred';
  return action === 'failed' || action === '' ? 'bounced' : 'delivered';
};

/** What is said of a failure: the diagnostic, with the words to people where it alone says nothing. */
export const saidIn = ({ diagnostic, notice = '' }: MailRecipient): string =>
  says(diagnostic) || notice === '' ? diagnostic : oneLine(`${diagnostic} ${notice}`);

/** A key for a message that its report does not name. */
const unnamed = (place: string): string =>
  `mail-${createHash('sha256').update(place).digest('hex').slice(0, 16)}`;

/** The events a mail reports, one for each recipient; `place` names the mail in its source. */
export function eventsOf(mail: ReadMail, place: string): string[][] {
  const { recipients, messageId, date, subject, feedbackType, sourceIp = '', kind } = mail;
  return recipients.map((one, i) => {
    const id = messageId || unnamed(place);
    return [
      `${place}#${i + 1}`,
      recipients.length > 1 ? `${id} ${one.address}` : id,
      eventTypeOf(mail, one),
      date,
      'email',
      one.originalAddress ?? one.address,
      feedbackType || one.action || kind,
      one.replyCode,
      one.enhancedCode,
      saidIn(one),
      one.originalAddress === undefined ? '' : one.address,
      one.remote,
      one.stage ?? '',
      subject,
      sourceIp,
    ];
  });
}
