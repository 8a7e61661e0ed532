import type { Stage } from '../../model/delivery.js';

/**
 * What a mail says about others: that they did not get a message (`bounce`), did get it (`delivered`), called it spam
 * (`complaint`), are away (`autoreply`), or nothing of that kind.
 */
export type MailKind = 'bounce' | 'complaint' | 'autoreply' | 'delivered' | 'not_a_bounce';

/** What became of a message, by the words of RFC 3464 2.3.3. */
export type Action = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** One recipient of whom a mail reports; texts are on one line, `` where the mail does not say. */
export interface MailRecipient {
  readonly address: string;
  /** The address the sender wrote to, where the mail says that it was forwarded. */
  readonly originalAddress?: string;
  readonly action: Action | '';
  /** RFC 3463, `5.1.1`. */
  readonly enhancedCode: string;
  /** Three digits, `550`. */
  readonly replyCode: string;
  /** What the refusing side said, or else what the mail says of this recipient. */
  readonly diagnostic: string;
  /** What the mail says to people about this recipient, where that is more than the diagnostic. */
  readonly notice?: string;
  /** Host that answered. */
  readonly remote: string;
  readonly stage?: Stage;
}

/** What one mail reports. */
export interface ReadMail {
  readonly kind: MailKind;
  readonly recipients: readonly MailRecipient[];
  /** Message-ID of the message reported about, else its envelope id, without angle brackets; `` where unknown. */
  readonly messageId: string;
  /** Subject of the report itself. */
  readonly subject: string;
  /** When it happened, RFC 3339 in UTC; `` where the mail has no date that can be read. */
  readonly date: string;
  /** RFC 5965: `abuse`, `fraud`, …, in small letters. */
  readonly feedbackType?: string;
  readonly sourceIp?: string;
  /** What could not be read, or was left out. */
  readonly notes: readonly string[];
}
