import { addressesOf, isDaemon } from './addresses.js';
import { enhancedCodeOf, replyCodeOf } from './codes.js';
import { type Fields, readFields } from './fields.js';
import { oneLine } from './one-line.js';

/** What a mail says to people, and the header of the message it speaks of. */
export interface Notice {
  readonly lines: readonly string[];
  readonly original: Fields;
}

const headerLine = /^(?:>\s?)?([A-Za-z][A-Za-z0-9-]{1,60}):(?:\s|$)/;
/** Fields that only a message has, not the words about it. */
const surely =
  /^(?:>\s?)?(?:received|return-path|message-id|mime-version|content-type|dkim-signature|x-mailer|delivered-to):/i;
const announced =
  /^[\s>]*[-=_*]{2,}.*(?:copy of|original|returned|unsent|below this line|message header|text of|undelivered message|forwarded)|^[\s>]*(?:original (?:message|mail)(?: headers?| follows)?|(?:the )?(?:original )?(?:message|mail) headers?(?: follow)?|your (?:original )?(?:message|mail) (?:follows|reads)[^.]*|-+ ?original message ?-+|received headers?)\s*:?\s*$/i;

const windowSize = 8;

/** Consecutive lines of a header begin here, one of them of a kind that only messages have. */
function beginsHeader(lines: readonly string[], at: number): boolean {
  if (!headerLine.test(lines[at]!)) return false;
  let fields = 0;
  let sure = false;
  for (const line of lines.slice(at, at + windowSize)) {
    if (/^\s+\S/.test(line)) continue;
    if (!headerLine.test(line)) break;
    fields += 1;
    sure ||= surely.test(line);
  }
  return fields > 1 && sure;
}

/** The place from which a text is the message returned. */
function startOfOriginal(lines: readonly string[]): number {
  for (let at = 0; at < lines.length; at++) {
    if (beginsHeader(lines, at)) return at;
    const rest = announced.test(lines[at]!)
      ? lines.slice(at + 1).findIndex((line) => line.trim() !== '')
      : -1;
    if (rest >= 0 && headerLine.test(lines[at + 1 + rest]!)) return at;
  }
  return lines.length;
}

/** Parts a text into what is said and the message it is said about; `returned` is that message where it is a part of its own. */
export function splitNotice(text: string, returned: string): Notice {
  const lines = text.split(/\r?\n|\r/).slice(0, 5000);
  const start = startOfOriginal(lines);
  const inline = lines.slice(start).map((line) => line.replace(/^> ?/, ''));
  const from = Math.max(
    inline.findIndex((line) => headerLine.test(line)),
    0,
  );
  const rest = inline.slice(from);
  const end = rest.findIndex((line) => line.trim() === '');
  const head = returned.trim() !== '' ? headOf(returned) : rest.slice(0, end < 0 ? undefined : end);
  return { lines: start === 0 ? lines : lines.slice(0, start), original: readFields(head) };
}

const headOf = (message: string): string[] => {
  const lines = message.replace(/^\s*\n/, '').split(/\r?\n/);
  const end = lines.findIndex((line) => line.trim() === '');
  return lines.slice(0, end < 0 ? 200 : end);
};

/** What may stand before an address that a line is about. */
const lead =
  /^[\s>*•·|=-]*(?:\d+[.)]\s+)?(?:<?(?:(?:failed |final |original |intended |to )?recipients?(?:'?s? (?:e-?mail )?address)?|rfc822|to|for|user|address(?:es)?|e-?mail(?: address)?|mailbox|smtp|envelope-to)\b\s*[:;=]?\s*)*["'<([]*$/i;

/** A recipient and the lines that speak of it. */
export interface Mention {
  readonly address: string;
  readonly line: number;
}

const isIdLine = (line: string): boolean => /message-?id|(?:^|\s)id\s*[:=]?\s*</i.test(line);

/** Addresses at the beginning of lines, or all, in order; never those of programs, and of each the first place. */
export function mentionsOf(
  lines: readonly string[],
  { leading, not }: { leading: boolean; not: readonly string[] },
): Mention[] {
  const seen = new Set(not.map((one) => one.toLowerCase()));
  return lines.flatMap((text, line) => {
    if (isIdLine(text) || /^\s*(?:from|sender|reply-to|return-path|mail from|>>> mail)\b/i.test(text))
      return [];
    return addressesOf(text).flatMap((address) => {
      const key = address.toLowerCase();
      if (seen.has(key) || isDaemon(address)) return [];
      if (leading && !lead.test(text.slice(0, text.indexOf(address)))) return [];
      seen.add(key);
      return [{ address, line }];
    });
  });
}

const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length;
const telling = (text: string): boolean => replyCodeOf(text) !== '' || enhancedCodeOf(text) !== '';

/** Blocks of lines without a blank one between. */
function paragraphs(lines: readonly string[]): string[] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') blocks.push([]);
    else blocks.at(-1)!.push(line);
  }
  return blocks.map((block) => oneLine(block.join('\n'))).filter((text) => letters(text) > 0);
}

const withoutAddress = (text: string, address: string): string =>
  text.replace(address, ' ').replace(/^[\s<>()[\]"':;,.*-]+/, '');

/**
 * What the lines say of a recipient: the paragraph that begins with it, the next one where that says nothing, and one
 * with a code where neither has one; what stands before where nothing follows.
 */
export function saidOf({ address, line }: Mention, lines: readonly string[], end: number): string {
  const [first = '', ...more] = paragraphs(lines.slice(line, end));
  const own = withoutAddress(first, address);
  const said = letters(own) >= 8 ? [own] : [own, more.shift() ?? ''];
  const coded = telling(said.join(' ')) ? undefined : more.find(telling);
  const text = oneLine([...said, coded ?? ''].join(' '));
  return letters(text) >= 8 ? text : oneLine([...paragraphs(lines.slice(0, line)).slice(-2), text].join(' '));
}
