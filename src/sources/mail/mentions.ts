import { addressesOf, isDaemon } from './addresses.js';
import { enhancedCodeOf, replyCodeOf } from './codes.js';
import { oneLine } from './one-line.js';

/** A recipient and the first of the lines that speak of it. */
export interface Mention {
  readonly address: string;
  readonly line: number;
  /** What stands before it in its line. */
  readonly before: string;
  /** The line begins with the address, or with words that announce one. */
  readonly leading: boolean;
}

/** What may stand before an address that a line is about. */
const words =
  /^(?:(?:failed|final|original|intended|rfc822|to|for|user|smtp|rcpt|envelope-to|address|addresses|mailbox|mail|e-mail|email|recipient|recipients|recipient's)[\s:;=]+)*$/i;
const isLead = (before: string): boolean =>
  words.test(`${before.replace(/[\s<>"'([*•·|=:;-]+/g, ' ').trim()} `.trimStart());

/** Lines in which addresses are not those of recipients. */
const otherwise =
  /message-?id|(?:^|\s)id\s*[:=]?\s*<|^\s*(?:from|sender|reply-to|return-path|mail from|>>> mail)\b/i;
/** Lines that repeat the header of the message. */
const repeated = /^\s*(?:to|cc|subject)\s*:/i;

function mentionsOfLine(text: string, line: number): Mention[] {
  if (!text.includes('@') || otherwise.test(text)) return [];
  return addressesOf(text)
    .filter((address) => !isDaemon(address))
    .map((address) => {
      const before = text.slice(0, text.indexOf(address));
      return { address, line, before, leading: isLead(before) };
    });
}

/** Every address of a text with the line that says most of it, in order; never those of programs. */
export function mentionsOf(lines: readonly string[]): Mention[] {
  const best = new Map<string, Mention>();
  for (const one of lines.flatMap(mentionsOfLine)) {
    const key = one.address.toLowerCase();
    const known = best.get(key);
    const isBetter =
      known &&
      ((repeated.test(lines[known.line]!) && !repeated.test(lines[one.line]!)) ||
        (one.leading && !known.leading));
    if (known === undefined || isBetter) best.set(key, one);
  }
  return [...best.values()].sort((a, b) => a.line - b.line);
}

const letters = (text: string): number => text.replace(/[^\p{L}]/gu, '').length;

/** Whether a text says enough to judge by: more than a number. */
export const says = (text: string): boolean => letters(text) >= 8 || /\p{Lo}{4}/u.test(text);

const hasCode = (text: string): boolean => replyCodeOf(text) !== '' || enhancedCodeOf(text) !== '';

/** Blocks of lines without a blank one between. */
function paragraphs(lines: readonly string[]): string[] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') blocks.push([]);
    else blocks.at(-1)!.push(line);
  }
  return blocks.map((block) => oneLine(block.join('\n'))).filter((text) => /[\p{L}\p{N}]/u.test(text));
}

/** A text without the address it begins with. */
const withoutAddress = (text: string, { address, leading }: Mention): string =>
  leading ? text.slice(text.indexOf(address) + address.length).replace(/^[\s<>()[\]"':;,.*-]+/, '') : text;

/** Lines that are about one recipient: from its own to `end`; those before it only where they are about no other. */
export interface Scope {
  readonly start: number;
  readonly end: number;
}

/**
 * What the lines say of a recipient: the paragraph that begins with it, the next one where that says nothing, and one
 * with a code where neither has one; what stands before where nothing follows.
 */
export function saidOf(mention: Mention, lines: readonly string[], { start, end }: Scope): string {
  const [first = '', ...more] = paragraphs(lines.slice(mention.line, end));
  const before = paragraphs(lines.slice(start, mention.line));
  const own = withoutAddress(first, mention);
  const said = says(own) ? [own] : [own, more.shift() ?? ''];
  const coded = hasCode(said.join(' ')) ? undefined : (more.find(hasCode) ?? before.findLast(hasCode));
  const text = oneLine([coded ?? '', ...said].join(' '));
  return says(text) ? text : oneLine([...before.slice(-2), text].join(' '));
}
