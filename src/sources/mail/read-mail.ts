import { addressesOf } from './addresses.js';
import { stageOf } from './codes.js';
import { mailDate } from './dates.js';
import { bareValue, readGroups } from './fields.js';
import { readFreeText } from './free-text.js';
import { mentionsOf, type Notice, saidOf, splitNotice } from './notice.js';
import { oneLine } from './one-line.js';
import { type MailParts, readParts } from './parts.js';
import { signsOf } from './signs.js';
import { readStatus, type Status } from './status.js';
import type { MailKind, MailRecipient, ReadMail } from './types.js';

const bareId = (text = ''): string => oneLine(/<([^<>]+)>/.exec(text)?.[1] ?? text).replace(/^<|>$/g, '');

/** Adds what the mail says to people of a recipient it reports to programs. */
function withNotice(recipient: MailRecipient, { lines }: Notice, alone: boolean): MailRecipient {
  const mentions = mentionsOf(lines, { leading: false, not: [] });
  const at = mentions.findIndex(({ address }) => address.toLowerCase() === recipient.address.toLowerCase());
  const end = mentions[at + 1]?.line ?? lines.length;
  const said =
    at >= 0 ? saidOf(mentions[at]!, lines, alone ? lines.length : Math.max(end, mentions[at]!.line + 1)) : '';
  const notice = said || (alone ? oneLine(lines.join('\n')) : '');
  const diagnostic = recipient.diagnostic || notice;
  const stage = recipient.stage ?? stageOf(notice) ?? (alone ? stageOf(lines.join('\n')) : undefined);
  return {
    ...recipient,
    diagnostic,
    ...(notice !== '' && notice !== diagnostic && { notice }),
    ...(stage && { stage }),
  };
}

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

const statusOf = ({ status, text }: MailParts): Status =>
  readStatus(status !== '' ? status : /^(?:final|original)-recipient[ \t]*:/im.test(text) ? text : '');

function readWords(parts: MailParts, notice: Notice): Partial<ReadMail> {
  const { header } = parts;
  const signs = signsOf(parts, notice.lines.join('\n'));
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
  if (parts.disposition !== '') return { kind: 'not_a_bounce' };
  const { recipients } = statusOf(parts);
  if (recipients.length === 0) return readWords(parts, notice);
  const all = recipients.map((one) => withNotice(one, notice, recipients.length === 1));
  return { kind: kindOf(all), recipients: all };
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
  return {
    kind: 'not_a_bounce',
    messageId: bareId(id),
    subject: oneLine(parts.header.get('subject') ?? ''),
    date: mailDate(parts.header.get('date') ?? ''),
    notes: parts.notes,
    ...report,
    recipients,
  };
}
