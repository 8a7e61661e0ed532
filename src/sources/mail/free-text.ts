import { addressesOf } from './addresses.js';
import { enhancedCodeOf, remoteOf, replyCodeOf, stageOf } from './codes.js';
import { type Mention, mentionsOf, type Notice, saidOf } from './notice.js';
import { oneLine } from './one-line.js';
import type { Action, MailRecipient } from './types.js';

/** What the header of a report tells of recipients. */
export interface Known {
  /** Recipients the header names: `X-Failed-Recipients`. */
  readonly failed: readonly string[];
  /** To whom the report was sent, which is who sent the message. */
  readonly sender: readonly string[];
  readonly action: Action;
}

/** The recipients a text is about: those of the header, those lines begin with, any, those of the message itself. */
function findMentions({ lines, original }: Notice, { failed, sender }: Known): Mention[] {
  const all = mentionsOf(lines, { leading: false, not: [] });
  if (failed.length > 0)
    return failed.map(
      (address) =>
        all.find((one) => one.address.toLowerCase() === address.toLowerCase()) ?? { address, line: 0 },
    );
  const leading = mentionsOf(lines, { leading: true, not: sender });
  if (leading.length > 0) return leading;
  const others = mentionsOf(lines, { leading: false, not: sender });
  if (others.length > 0) return others.slice(0, 1);
  const to = addressesOf(original.get('to') ?? '');
  if (to.length > 0) return to.slice(0, 1).map((address) => ({ address, line: 0 }));
  return all.slice(0, 1);
}

/** Recipients of whom a report speaks in words only. */
export function readFreeText(notice: Notice, known: Known): MailRecipient[] {
  const { lines } = notice;
  const whole = oneLine(lines.join('\n'));
  const mentions = findMentions(notice, known);
  const starts = mentions.map(({ line }) => line);
  const found = mentions.length > 0 ? mentions : [{ address: '', line: 0 }];
  return found.map((mention) => {
    const end = Math.min(...starts.filter((line) => line > mention.line), lines.length);
    const diagnostic = saidOf(mention, lines, end);
    const stage = stageOf(diagnostic) ?? stageOf(whole);
    return {
      address: mention.address,
      action: known.action,
      enhancedCode: enhancedCodeOf(diagnostic),
      replyCode: replyCodeOf(diagnostic),
      diagnostic,
      ...(whole !== diagnostic && { notice: whole }),
      remote: remoteOf(diagnostic) || remoteOf(whole),
      ...(stage && { stage }),
    };
  });
}
