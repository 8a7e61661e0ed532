import { type Fields, readFields } from './fields.js';

/** What a mail says to people, and the header of the message it speaks of. */
export interface Notice {
  readonly lines: readonly string[];
  readonly original: Fields;
  /** The message returned stood in the text itself. */
  readonly returned: boolean;
}

/** Nobody writes more to people, and no longer lines. */
const mostLines = 3000;
const longestLine = 2000;

/** Some programs leave out the blank behind the colon; of others than the usual names it is asked for. */
const headerLine =
  /^(?:> ?)?(?:[A-Za-z][A-Za-z0-9-]{1,60}:(?:\s|$)|(?:received|return-path|message-id|mime-version|content-type|date|from|to|subject|user-agent):)/i;
/** Fields that only a message has, not the words about it. */
const surely =
  /^(?:> ?)?(?:received|return-path|message-id|mime-version|content-type|dkim-signature|x-mailer|delivered-to):/i;
const ruled = /^[\s>]*[-=_*]{2,}/;
const rule = /copy of|original|returned|unsent|below this line|header|text of|undelivered|forwarded/i;
const title =
  /^(?:(?:the |your )?original (?:message|mail)(?: headers?| (?:as )?follows| follows)?|(?:message|mail|received) headers?(?: follow)?|your (?:message|mail) (?:as )?(?:follows|reads)[^.]*)\s*:?$/i;

const isAnnounced = (line: string): boolean =>
  (ruled.test(line) && rule.test(line)) || title.test(line.replace(/^[\s>]+/, '').trim());

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
    if (!isAnnounced(lines[at]!)) continue;
    const next = lines.slice(at + 1, at + 5).find((line) => line.trim() !== '') ?? '';
    if (headerLine.test(next.trim()) || /^\s*From \S+@/.test(next)) return at;
  }
  return lines.length;
}

/** The lines up to the first blank one. */
function headOf(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => line.trim() === '');
  return lines.slice(0, end < 0 ? 200 : end);
}

/** The header of a message that stands in a text, perhaps indented or quoted. */
function quotedHead(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => headerLine.test(line.trim()));
  if (start < 0) return [];
  const [indent = ''] = /^\s*(?:> ?)?/.exec(lines[start]!) ?? [];
  return headOf(
    lines.slice(start).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)),
  );
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\n|\r/, mostLines)
    .map((line) => (line.length > longestLine ? line.slice(0, longestLine) : line));

/** Parts a text into what is said and the message it is said about; `message` is that one where it is a part of its own. */
export function splitNotice(text: string, message: string): Notice {
  const lines = linesOf(text);
  const start = startOfOriginal(lines);
  const own = linesOf(message.replace(/^\s*\n/, ''));
  const head = message.trim() === '' ? quotedHead(lines.slice(start)) : headOf(own);
  return {
    lines: start === 0 ? lines : lines.slice(0, start),
    original: readFields(head),
    returned: start < lines.length,
  };
}
