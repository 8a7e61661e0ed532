import { enhancedCodeOf, remoteOf, replyCodeOf, stageOf } from './codes.js';
import { type Mention, mentionsOf, saidOf, says } from './mentions.js';
import type { Notice } from './notice.js';
import { oneLine } from './one-line.js';
import { wholeReply } from './transcript.js';
import type { MailRecipient } from './types.js';

/** Adds to a recipient what the mail says of it to people. */
function withText(recipient: MailRecipient, notice: string, lines: readonly string[]): MailRecipient {
  const own = wholeReply(recipient.diagnostic, lines);
  const diagnostic = says(own) ? own : oneLine(`${own} ${notice}`);
  const stage = recipient.stage ?? stageOf(notice);
  return {
    ...recipient,
    diagnostic,
    replyCode: recipient.replyCode || replyCodeOf(notice),
    enhancedCode: enhancedCodeOf(recipient.enhancedCode, notice),
    remote: recipient.remote || remoteOf(notice),
    ...(notice !== '' && notice !== diagnostic && { notice }),
    ...(stage && { stage }),
  };
}

/** Adds to recipients reported to programs what the mail says of them to people; of one alone that is all it says. */
export function withNotice(recipients: readonly MailRecipient[], { lines }: Notice): MailRecipient[] {
  const mentions = mentionsOf(lines);
  const places = new Map<string, readonly [Mention, number]>();
  mentions.forEach((one, i) => {
    const next = mentions.slice(i + 1).find(({ line }) => line > one.line);
    places.set(one.address.toLowerCase(), [one, next?.line ?? lines.length]);
  });
  const whole = oneLine(lines.join('\n'));
  return recipients.map((recipient) => {
    const place = places.get(recipient.address.toLowerCase());
    const alone = { start: 0, end: lines.length };
    const scope = place && recipients.length > 1 ? { start: place[0].line, end: place[1] } : alone;
    const said = place ? saidOf(place[0], lines, scope) : '';
    if (recipients.length > 1) return withText(recipient, said, lines);
    const told = withText(recipient, said || whole, lines);
    const stage = told.stage ?? stageOf(whole);
    const remote = told.remote || remoteOf(whole);
    return {
      ...told,
      remote,
      replyCode: told.replyCode || replyCodeOf(whole),
      ...(whole !== '' && { notice: whole }),
      ...(stage && { stage }),
    };
  });
}
