import { replyCodeOf } from './codes.js';
import { oneLine } from './one-line.js';
import type { MailRecipient, ReadMail } from './types.js';

/** https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html, read 2026-11-22: what a topic sends by mail. */
interface Notification {
  readonly notificationType?: unknown;
  readonly eventType?: unknown;
  readonly mail?: { readonly messageId?: unknown };
  readonly bounce?: { readonly bouncedRecipients?: unknown; readonly reportingMTA?: unknown };
  readonly complaint?: { readonly complainedRecipients?: unknown; readonly complaintFeedbackType?: unknown };
  readonly delivery?: { readonly recipients?: unknown; readonly smtpResponse?: unknown };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? oneLine(value) : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, 1000) : []);
const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function recipientOf(value: unknown): MailRecipient {
  const fields = fieldsOf(value);
  const diagnostic = textOf(fields.diagnosticCode).replace(/^smtp;\s*/i, '');
  return {
    address: textOf(typeof value === 'string' ? value : fields.emailAddress),
    action: 'failed',
    enhancedCode: textOf(fields.status),
    replyCode: replyCodeOf(diagnostic),
    diagnostic,
    remote: '',
  };
}

const recipientsOf = (values: unknown, action: MailRecipient['action'], diagnostic = ''): MailRecipient[] =>
  listOf(values)
    .map(recipientOf)
    .map((one) => ({ ...one, action, diagnostic: one.diagnostic || diagnostic }));

/** The first object of JSON in a text that has one of these members; undefined where it cannot be read. */
function objectWith(text: string, members: string): Readonly<Record<string, unknown>> | undefined {
  const start = text.search(new RegExp(`\\{\\s*"(?:${members})"\\s*:`));
  const end = text.lastIndexOf('}');
  if (start < 0 || end < start) return undefined;
  try {
    return fieldsOf(JSON.parse(text.slice(start, end + 1)));
  } catch {
    return undefined;
  }
}

/** Sendmail breaks lines beyond 990 characters by `!`, a line end and a blank, in the midst of words. */
const mended = (text: string): string => text.replace(/!\r?\n /g, '');

/** A topic sends the notification itself, or as a string within an envelope of its own. */
function parse(text: string): Notification | undefined {
  const whole = mended(text);
  const found = objectWith(whole, 'notificationType|eventType');
  if (found) return found;
  const message = objectWith(whole, 'Type|TopicArn')?.Message;
  return typeof message === 'string' ? objectWith(message, 'notificationType|eventType') : undefined;
}

/** The notification of Amazon SES in a mail that its topic sent; undefined in any other mail. */
export function readNotification(text: string): Partial<ReadMail> | undefined {
  const found = parse(text);
  if (found === undefined) return undefined;
  const { bounce, complaint, delivery, mail } = found;
  const messageId = textOf(fieldsOf(mail).messageId);
  const bounced = recipientsOf(bounce?.bouncedRecipients, 'failed');
  if (bounced.length > 0) return { kind: 'bounce', recipients: bounced, messageId };
  const complained = recipientsOf(complaint?.complainedRecipients, '');
  const feedbackType = textOf(complaint?.complaintFeedbackType);
  if (complained.length > 0) return { kind: 'complaint', recipients: complained, messageId, feedbackType };
  const delivered = recipientsOf(delivery?.recipients, 'delivered', textOf(delivery?.smtpResponse));
  return delivered.length > 0 ? { kind: 'delivered', recipients: delivered, messageId } : undefined;
}
