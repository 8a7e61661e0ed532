import { addressesOf } from './addresses.js';
import { mailDate } from './dates.js';
import { bareValue, readGroups } from './fields.js';
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

/** Mailing programs report fewer at once. */
const mostRecipients = 1000;

/** When a report was written, else when it was received last. */
const dateOf = ({ header }: MailParts): string =>
  mailDate(header.get('date') ?? '') || mailDate((header.get('received') ?? '').split(';').at(-1)!);

/** A report whose recipients all got the message is no bounce. */
function kindOf(recipients: readonly MailRecipient[]): MailKind {
  const arrived = recipients.every(({ action }) => ['delivered', 'relayed', 'expanded'].includes(action));
  return arrived ? 'delivered' : 'bounce';
}

function readComplaint(parts: MailParts, notice: Notice): Partial<ReadMail> {
  const [fields] = readGroups(parts.feedback);
  const field = (name: string): string => fields?.get(name) ?? '';
  const named = addressesOf(field('original-rcpt-to') || field('removal-recipient'));
  const to = named.length > 0 ? named : addressesOf(notice.original.get('to') ?? '').slice(0, 1);
  const said = oneLine(notice.lines.join('\n'));
  const blank = { action: '', enhancedCode: '', replyCode: '', diagnostic: said } as const;
  return {
    kind: 'complaint',
    recipients: (to.length > 0 ? to : ['']).map((address) => ({
      ...blank,
      address,
      remote: bareValue(field('reporting-mta')),
    })),
    feedbackType: field('feedback-type').toLowerCase(),
    sourceIp: field('source-ip'),
    ...(field('arrival-date') !== '' && { date: mailDate(field('arrival-date')) }),
  };
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
  if (!signs.failed) return { kind: signs.away ? 'autoreply' : 'not_a_bounce' };
  const known = {
    failed: addressesOf(header.get('x-failed-recipients') ?? ''),
    sender: addressesOf(header.get('to') ?? ''),
    action: signs.delayed ? 'delayed' : 'failed',
  } as const;
  return { kind: 'bounce', recipients: readFreeText(notice, known) };
}

function readReport(parts: MailParts, notice: Notice): Partial<ReadMail> {
  if (parts.feedback !== '') return readComplaint(parts, notice);
  const notification = readNotification(parts.text);
  if (notification) return notification;
  const { recipients } = statusOf(parts);
  if (recipients.length > 0) return { kind: kindOf(recipients), recipients: withNotice(recipients, notice) };
  return parts.disposition === '' ? readWords(parts, notice) : { kind: 'not_a_bounce' };
}

/** Who is away says it himself. */
const awayOf = ({ header }: MailParts): MailRecipient[] => [
  {
    address: addressesOf(header.get('from') ?? '')[0] ?? '',
    action: '',
    enhancedCode: '',
    replyCode: '',
    diagnostic: '',
    remote: '',
  },
];

/**
 * Reads what a mail reports of others: RFC 3464 and RFC 5965 where it follows them, else what it says to people. Takes
 * at most the first 4 MB; whatever the bytes are, it does not fail.
 */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const parts = await readParts(bytes);
  const notice = splitNotice(parts.text, parts.original);
  const report = readReport(parts, notice);
  const id = notice.original.get('message-id') ?? readStatus(parts.status).envelopeId;
  const recipients = report.kind === 'autoreply' ? awayOf(parts) : (report.recipients ?? []);
  const more =
    recipients.length > mostRecipients ? [`only the first ${mostRecipients} recipients were read`] : [];
  return {
    kind: 'not_a_bounce',
    messageId: bareId(id),
    subject: oneLine(parts.header.get('subject') ?? ''),
    date: dateOf(parts),
    ...report,
    recipients: recipients.slice(0, mostRecipients),
    notes: [...parts.notes, ...more],
  };
}
