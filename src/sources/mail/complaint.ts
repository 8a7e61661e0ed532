import { addressesOf } from './addresses.js';
import { mailDate } from './dates.js';
import { bareValue, readGroups } from './fields.js';
import type { Notice } from './notice.js';
import { oneLine } from './one-line.js';
import type { MailParts } from './parts.js';
import type { MailRecipient, ReadMail } from './types.js';

/** Words of reports that came before RFC 5965, or do not follow it. */
const reportWords =
  /^(?:re: *|fwd?: *)*(?:complaint about (?:a )?message|(?:e-?mail |spam )?(?:abuse|spam) (?:report|complaint)|feedback loop)|this is an? (?:e-?mail )?(?:abuse|spam) report for/i;

/** A recipient of whom nothing is said but that it exists. */
export const bare = (address: string): MailRecipient => ({
  address,
  action: '',
  enhancedCode: '',
  replyCode: '',
  diagnostic: '',
  remote: '',
});

/** Reads a report that a recipient called a message spam (RFC 5965), or that one was taken for what it was not. */
export function readComplaint({ feedback }: MailParts, { original, lines }: Notice): Partial<ReadMail> {
  const [fields] = readGroups(feedback);
  const field = (name: string): string => fields?.get(name) ?? '';
  const feedbackType = field('feedback-type').toLowerCase() || 'abuse';
  if (feedbackType === 'not-spam') return { kind: 'not_a_bounce' };
  const named = addressesOf(field('original-rcpt-to') || field('removal-recipient'));
  const reported = original.get('x-hmxmroriginalrecipient') ?? original.get('to') ?? '';
  const to = named.length > 0 ? named : addressesOf(reported).slice(0, 1);
  const remote = bareValue(field('reporting-mta'));
  const diagnostic = oneLine(lines.join('\n'));
  const date = mailDate(field('arrival-date'));
  return {
    kind: 'complaint',
    recipients: (to.length > 0 ? to : ['']).map((one) => ({ ...bare(one), diagnostic, remote })),
    feedbackType,
    sourceIp: field('source-ip'),
    ...(date !== '' && { date }),
  };
}

/** Whether a mail without a report for programs says that it is one about spam. */
export const isComplaint = ({ header, original }: MailParts, { lines, returned }: Notice): boolean =>
  (returned || original !== '') &&
  (reportWords.test(header.get('subject') ?? '') || lines.slice(0, 5).some((line) => reportWords.test(line)));
