import { addressesOf } from './addresses.js';
import { bare, isComplaint, readComplaint } from './complaint.js';
import { mailDate } from './dates.js';
import { readFreeText } from './free-text.js';
import { type Notice, splitNotice } from './notice.js';
import { oneLine } from './one-line.js';
import { type MailParts, readParts } from './parts.js';
import { readNotification } from './ses-notification.js';
import { signsOf } from './signs.js';
import { readStatus, type Status } from './status.js';
import { withNotice } from './told.js';
import type { MailKind, MailRecipient, ReadMail } from './types.js';

const bareId = (text = ''): string => oneLine(/<([^<>]+)>/.exec(text)?.[1] ?? text).replace(/^<|>$/g, '');

/** Mailing programs report fewer at once; the rest is not read. */
const mostRecipients = 1000;

/** When a report was written, else when it was received last. */
const dateOf = ({ header }: MailParts): string =>
  mailDate(header.get('date') ?? '') || mailDate((header.get('received') ?? '').split(';').at(-1)!);

/** A report whose recipients all got the message is no bounce. */
function kindOf(recipients: readonly MailRecipient[]): MailKind {
  const arrived = recipients.every(({ action }) => ['delivered', 'relayed', 'expanded'].includes(action));
  return arrived ? 'delivered' : 'bounce';
}

const embedded = /^(?:> ?)*(?:final|original)-recipient[ \t]*:/im;

/** What a report says to programs, perhaps in a text that somebody forwarded. */
function statusOf({ status, text }: MailParts): Status {
  if (status !== '') return readStatus(status);
  return readStatus(embedded.test(text) ? text.replace(/^(?:> ?)+/gm, '') : '');
}

function readWords(parts: MailParts, notice: Notice): Partial<ReadMail> {
  const { header } = parts;
  const signs = signsOf(parts, notice.lines.join('\n'), notice.returned || parts.original !== '');
  const [from = ''] = addressesOf(header.get('from') ?? '');
  // Who is away says it himself.
  if (!signs.failed && signs.away) return { kind: 'autoreply', recipients: [bare(from)] };
  if (!signs.failed) return { kind: 'not_a_bounce' };
  const known = {
    failed: addressesOf(header.get('x-failed-recipients') ?? '').slice(0, mostRecipients),
    sender: addressesOf(header.get('to') ?? ''),
    action: signs.delayed ? 'delayed' : 'failed',
    subject: header.get('subject') ?? '',
  } as const;
  return { kind: 'bounce', recipients: readFreeText(notice, known).slice(0, mostRecipients) };
}

function readReport(parts: MailParts, notice: Notice): Partial<ReadMail> {
  if (parts.feedback !== '' || isComplaint(parts, notice)) return readComplaint(parts, notice);
  const notification = readNotification(parts.text);
  if (notification) return notification;
  const recipients = statusOf(parts).recipients.slice(0, mostRecipients);
  if (recipients.length > 0) return { kind: kindOf(recipients), recipients: withNotice(recipients, notice) };
  return parts.disposition === '' ? readWords(parts, notice) : { kind: 'not_a_bounce' };
}

/** The message reported about: by its own header, the report's, or the id of its envelope. */
function idOf(parts: MailParts, { original }: Notice): string {
  const reply = /<[^<>]+>/.exec(parts.header.get('in-reply-to') ?? '')?.[0];
  const { messageId, envelopeId } = readStatus(parts.status);
  return bareId(original.get('message-id') || messageId || reply || envelopeId);
}

/**
 * Reads what a mail reports of others: RFC 3464 and RFC 5965 where it follows them, else what it says to people. Takes
 * at most the first MB; whatever the bytes are, it does not fail.
 */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const parts = await readParts(bytes);
  const notice = splitNotice(parts.text, parts.original);
  return {
    kind: 'not_a_bounce',
    recipients: [],
    messageId: idOf(parts, notice),
    subject: oneLine(parts.header.get('subject') ?? ''),
    date: dateOf(parts),
    notes: parts.notes,
    ...readReport(parts, notice),
  };
}
