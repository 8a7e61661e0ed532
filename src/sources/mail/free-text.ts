import { addressesOf } from './addresses.js';
import { enhancedCodeOf, remoteOf, replyCodeOf, stageOf } from './codes.js';
import { type Mention, mentionsOf, saidOf } from './mentions.js';
import type { Notice } from './notice.js';
import { oneLine } from './one-line.js';
import type { Action, MailRecipient } from './types.js';

/** What the header of a report tells of recipients. */
export interface Known {
  /** Recipients the header names: `X-Failed-Recipients`. */
  readonly failed: readonly string[];
  /** To whom the report was sent, which is who sent the message. */
  readonly sender: readonly string[];
  readonly action: Action;
  readonly subject: string;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The recipients a text is about: those of the header, those lines begin with, any, those of the message itself. */
function findMentions({ lines, original }: Notice, { failed, sender }: Known): Mention[] {
  const all = mentionsOf(lines);
  const unplaced = (address: string): Mention => ({ address, line: 0, before: '', leading: false });
  if (failed.length > 0)
    return failed.map((address) => all.find((one) => same(one.address, address)) ?? unplaced(address));
  const others = all.filter(({ address }) => !sender.some((one) => same(one, address)));
  const leading = others.filter((one) => one.leading);
  if (leading.length > 0) return leading;
  const [first] = others;
  if (first) return others.filter(({ before }) => before === first.before);
  const to = addressesOf(original.get('to') ?? '').slice(0, 1);
  return to.length > 0 ? to.map(unplaced) : all.slice(0, 1);
}

/** Recipients of whom a report speaks in words only. */
export function readFreeText(notice: Notice, known: Known): MailRecipient[] {
  const { lines } = notice;
  const whole = oneLine(`${known.subject}: ${lines.join('\n')}`);
  const mentions = findMentions(notice, known);
  const starts = mentions.map(({ line }) => line).sort((a, b) => a - b);
  const found = mentions.length > 0 ? mentions : [{ address: '', line: 0, before: '', leading: false }];
  return found.map((mention) => {
    const end = starts.find((line) => line > mention.line) ?? lines.length;
    const start = mention.line === starts[0] ? 0 : mention.line;
    const diagnostic = saidOf(mention, lines, { start, end });
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
